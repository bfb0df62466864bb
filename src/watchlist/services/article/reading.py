"""Reading an article, step by step, from its bytes to its source and its claims."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Channel
from watchlist.domain.dates import Edtf
from watchlist.services.article.article_claim import ArticleClaim, Context
from watchlist.services.article.article_context import article_context, stated_place
from watchlist.services.article.boilerplate import leads_elsewhere
from watchlist.services.article.certainty import hedge
from watchlist.services.article.claims import sentence_claims
from watchlist.services.article.date_finding import find_dates
from watchlist.services.article.decode import decode, refused
from watchlist.services.article.fields import place_of_fields
from watchlist.services.article.headings import announces_list, under_heading
from watchlist.services.article.html_page import read_html
from watchlist.services.article.json_ld import films
from watchlist.services.article.non_article import refuse_non_article
from watchlist.services.article.page import LONGEST, Block, Kind, Page, TooLong
from watchlist.services.article.places import Place, find_places
from watchlist.services.article.proposals import judge
from watchlist.services.article.repeats import on_only_service, without_repeats
from watchlist.services.article.rows import table_claims
from watchlist.services.article.sentences import sentences
from watchlist.services.article.source import ArticleSource, read_source
from watchlist.services.article.text_page import read_text
from watchlist.services.article.titles import FilmName, Known, Titles


class Article(NamedTuple):
    """An article that has been read: its source, its clear claims, and those that the user must be asked about."""

    source: ArticleSource
    claims: tuple[ArticleClaim, ...]
    unclear: tuple[ArticleClaim, ...] = ()
    refused: tuple[str, ...] = ()
    """A message for each proposal that was refused."""


def read_article(
    data: bytes,
    known: Known,
    *,
    name: str = "the article",
    address: str | None = None,
    charset: str | None = None,
    published: date | None = None,
    proposed: list[object] | None = None,
) -> Article:
    """Read an article; `known` looks titles up, `published` is the article's day if the user states it.

    `address` and `charset` are where it was fetched from, and the encoding that the server stated.
    `name` is for error messages. With `proposed` claims, the result has only those that the article supports.

    Raises `InvalidFile` if it is not an article: if it is empty, not text, too long, or an error page.
    """
    try:
        page = read_page(decode(data, name=name, charset=charset))
    except TooLong:
        raise refused(name, f"has more than {LONGEST:,} letters, too many for an article") from None
    refuse_non_article(page, name=name)
    source = read_source(page, address=address)
    source = source._replace(published=published or source.published)
    if proposed is not None:
        judged = judge(proposed, page, article_context(page, source).reference)
        return Article(source, judged.claims, refused=judged.refused)
    titles = Titles(page.blocks, source.title, known, films(page.linked_data))
    claims = without_repeats(on_only_service(list(_page_claims(page, source, titles)), page, titles.main))
    return Article(
        source,
        tuple(one for one in claims if not one.why and one.film),
        tuple(one for one in claims if one.why or not one.film),
    )


_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype|html|head|body|article|div|meta|p|h1|section)\b",
    re.IGNORECASE | re.DOTALL,
)


def read_page(text: str) -> Page:
    """Read a page: HTML if it begins like it, else Markdown, an email, or plain text."""
    return read_html(text) if _HTML.match(text[:5000]) else read_text(text)


def _page_claims(page: Page, source: ArticleSource, titles: Titles) -> Iterator[ArticleClaim]:
    """Yield the claims of all blocks, in order; a heading sets the film and place for its section."""
    whole = article_context(page, source)
    festivals = [
        one
        for block in page.blocks[:6]
        for one in find_places(block.text)
        if one.channel is Channel.PREMIERE and one.service
    ]
    named = {one.service for one in festivals}
    main = None if announces_list(source.title or "") else titles.main
    first_dates: dict[FilmName, Edtf] = {}
    festival = festivals[0] if len(named) == 1 else None
    context = Context(whole.reference, main, whole.place, festival, first_dates=first_dates)
    headings: dict[int, Context] = {0: context}
    fields: Place | None = None
    last: Edtf | None = None
    for block in page.blocks:
        if _is_byline(block, source):
            continue
        if block.kind is Kind.HEADING:
            last = None
            headings = {level: one for level, one in headings.items() if level < block.level}
            context = under_heading(block, titles, headings[max(headings)])
            headings[block.level] = context
            if block.level == 1 and announces_list(block.text):
                continue
        elif block.kind is Kind.CAPTION:
            context = under_heading(block, titles, headings[max(headings)])
        if block.kind is Kind.ROW and len(block.cells) > 1:
            yield from table_claims(block, titles, context)
            continue
        fields = place_of_fields(block.text) or (None if block.kind is Kind.HEADING else fields)
        is_own = fields is not None and _is_of(block, context, titles)
        here = context._replace(reference=context.reference._replace(before=last))
        for one in _block(block, titles, here._replace(place=fields) if is_own else here):
            last = one.date or last
            if one.film and one.date and not one.date.is_tba and one.certainty is not Certainty.RELEASED:
                first_dates.setdefault(one.film, one.date)
            yield one


def _is_of(block: Block, context: Context, titles: Titles) -> bool:
    """Return whether a block names the film of its section, or no film."""
    films = [one.film for one in titles.mentions(block.text)]
    return not films or context.film in films


def _block(block: Block, titles: Titles, context: Context) -> Iterator[ArticleClaim]:
    """Yield the claims of the sentences of a block; a sentence that names no film is about that of the one before."""
    if context.is_story or (context.is_other and not titles.mentions(block.text)):
        return
    film, place, day = context.film, context.place, context.reference.before
    texts = [block.text[start:end].strip() for start, end in sentences(block.text)]
    if context.date and not _has_own_date(block, titles):
        yield from _dated_by_heading(block, titles, context)
        if not find_dates(block.text):
            return
    for text, following in zip(texts, (*texts[1:], ""), strict=True):
        mentions = titles.mentions(text)
        beside = _how_alone(following) if _CONTINUES.match(following) else None
        here = context._replace(film=film, place=place, reference=context.reference._replace(before=day))
        for one in sentence_claims(text, mentions, here, kind=block.kind):
            day = one.date or day
            how = beside or (context.asked_place if one.film == context.film else None)
            yield _with_place_of_neighbour(one, how) if how else one
        film = mentions[0].film if mentions else film
        place = _how_alone(text) or context.place


def _with_place_of_neighbour(one: ArticleClaim, how: Place) -> ArticleClaim:
    """Add to a claim what the sentence beside it, or the question above it, says about the place."""
    unsaid = one.channel is None and one.service is None
    region = one.region or (how.regions[0] if how.regions else None)
    channel, service = (how.channel, how.service) if unsaid else (one.channel, one.service)
    return one._replace(region=region, channel=channel, service=service)


_OWN = re.compile(r"[”\"’']*\s*[(:,–—-]?\s*(?:(?:on|from|out|opens|in)\s+)?")


def _has_own_date(block: Block, titles: Titles) -> bool:
    """Return whether a block has its own date for its film, and not just a date of something else."""
    dates, mentions = find_dates(block.text), titles.mentions(block.text)
    if not dates or block.kind is not Kind.ITEM or not mentions or mentions[0].end > dates[0].start:
        return bool(dates)
    return _OWN.fullmatch(block.text, mentions[0].end, dates[0].start) is not None


def _dated_by_heading(block: Block, titles: Titles, context: Context) -> Iterator[ArticleClaim]:
    """Yield a claim for the film at the start of a block: its date is that of the heading."""
    mentions = titles.mentions(block.text)
    if context.date and mentions and (mentions[0].start < 4 or block.kind is Kind.ITEM):
        place = context.place if find_dates(block.text) else stated_place(block.text) or context.place
        yield ArticleClaim(
            mentions[0].film,
            place.regions[0] if place and place.regions else None,
            place.channel if place else None,
            place.service if place else None,
            context.date,
            block.text[:80],
            hedge(block.text) or Certainty.ANNOUNCED,
            block.text,
        )


_CONTINUES = re.compile(
    r"(?:It|The (?:film|movie|picture|sequel|title|comedy|drama|thriller|romance)|You|Viewers|Subscribers|Fans)\b"
)


def _how_alone(text: str) -> Place | None:
    """Return the service in a sentence without a date ("It will stream on Hulu"), for the sentence beside it."""
    if find_dates(text) or not re.search(r"\b(?:will|go|goes|coming|available|stream|head)", text):
        return None
    return next((one for one in find_places(text) if one.service and one.channel is not Channel.PREMIERE), None)


def _is_byline(block: Block, source: ArticleSource) -> bool:
    """Return whether a block is only a byline, or belongs to the site."""
    if leads_elsewhere(block.text):
        return True
    if len(block.text) > 160 or block.kind is Kind.HEADING:
        return False
    return re.match(
        r"(?i)\W*(?:by [A-Z]|published|posted|updated|last updated|interview:|compiled by|date\b)", block.text
    ) is not None or bool(source.author and source.author.split(",")[0] in block.text and len(block.text) < 120)
