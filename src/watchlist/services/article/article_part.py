"""Separating the article from the rest of its page."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from watchlist.services.article.boilerplate import ends_article, leads_elsewhere
from watchlist.services.article.date_finding import find_dates
from watchlist.services.article.dateline import without_dateline
from watchlist.services.article.page import Block, Kind

_LONGEST_CREDIT = 60
"""Letters; shorter paragraphs before the story are bylines and dates."""
_LONGEST_LINE = 60
"""Letters; longer paragraphs are never headings."""


class Raw(NamedTuple):
    """A block of which it is not known yet whether it belongs to the article.

    `around` is the number of the outermost element around it that looks like boilerplate, `article` that of its
    article element; 0 if there is none.
    """

    block: Block
    around: int
    article: int


def article_blocks(raws: list[Raw]) -> Iterator[Block]:
    """Yield the blocks that belong to the article."""
    sizes: Counter[int] = Counter()
    for raw in raws:
        sizes[raw.around] += len(raw.block.text)
    whole = sum(sizes.values())
    kept = [raw for raw in raws if not raw.around or sizes[raw.around] * 2 > whole]
    articles: Counter[int] = Counter()
    for raw in kept:
        articles[raw.article] += len(raw.block.text)
    main = max((one for one in articles if one), key=lambda one: articles[one], default=0)
    alone = main if articles[main] * 2 > sum(articles.values()) else 0
    chosen = [raw.block for raw in kept if not alone or raw.article == alone or raw.block.level == 1]
    yield from own_blocks(chosen)


def own_blocks(blocks: list[Block]) -> Iterator[Block]:
    """Leave out blocks that belong to the site, and turn paragraphs that serve as headings into headings."""
    own = list(_without_the_site(blocks))
    for block, following in zip_longest(own, own[1:]):
        yield _as_heading(block, following)


def _as_heading(block: Block, following: Block | None) -> Block:
    """Turn a paragraph into a heading if it is a date above a list, or all in bold."""
    text = block.text
    if block.kind is not Kind.PARAGRAPH or len(text) > _LONGEST_LINE or text[-1] in ".!?:,;" or following is None:
        return block
    dates = find_dates(text)
    is_day = len(dates) == 1 and dates[0].start == 0 and dates[0].end == len(text)
    is_bold = any(mark.start == 0 and mark.end == len(text) and not mark.is_link for mark in block.marks)
    over_list = following.kind in (Kind.ITEM, Kind.ROW)
    return block._replace(kind=Kind.HEADING, level=6) if (is_day and over_list) or (is_bold and not is_day) else block


def _without_the_site(blocks: list[Block]) -> Iterator[Block]:
    """Leave out blocks that belong to the site, by their words, and whole sections by their headings."""
    ended, is_first = 0, True
    for block in blocks:
        if block.kind is Kind.HEADING:
            ended = 0 if ended and block.level <= ended else ended
            if block.level > 1 and ends_article(block.text):
                ended = ended or block.level
        linked = block.kind is not Kind.HEADING and block.link_share > 0.9 and len(block.text) > 20
        if not ended and not linked and not leads_elsewhere(block.text):
            is_paragraph = block.kind is Kind.PARAGRAPH and len(block.text) > _LONGEST_CREDIT
            yield without_dateline(block) if is_paragraph and is_first else block
            is_first = is_first and not is_paragraph
