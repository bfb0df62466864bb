"""Which blocks of a page are the article: not what stands around it, and not what its words say is of the site."""

import pytest

from watchlist.services.article.article_part import Raw, article_blocks, own_blocks
from watchlist.services.article.page import Block, Kind, MarkedText

HEADLINE = Block(Kind.HEADING, "New dates", 1)
STORY = Block(Kind.PARAGRAPH, "Copper Sky opens on June 12, and that is all that there is to say today.")
OTHER = Block(Kind.PARAGRAPH, "Tin Moon opens on June 19, and that is all.")


def blocks(*given: Block) -> list[Block]:
    return list(own_blocks(list(given)))


def test_what_stands_around_is_left_out_unless_it_is_most_of_the_page() -> None:
    raws = [Raw(HEADLINE, 0, 0), Raw(STORY, 0, 0), Raw(OTHER, 7, 0)]
    assert list(article_blocks(raws)) == [HEADLINE, STORY]
    whole = [Raw(HEADLINE, 0, 0), Raw(STORY, 7, 0), Raw(OTHER, 7, 0)]
    assert list(article_blocks(whole)) == [HEADLINE, STORY, OTHER]


def test_an_article_that_is_most_of_a_page_is_all_of_it_but_for_the_headline() -> None:
    raws = [Raw(HEADLINE, 0, 0), Raw(STORY, 0, 3), Raw(OTHER, 0, 0)]
    assert list(article_blocks(raws)) == [HEADLINE, STORY]
    teasers = [Raw(HEADLINE, 0, 0), Raw(OTHER, 0, 3), Raw(STORY, 0, 5), Raw(OTHER, 0, 0)]
    assert list(article_blocks(teasers)) == [HEADLINE, OTHER, STORY, OTHER]


def test_a_section_of_the_site_lasts_until_a_heading_of_its_level() -> None:
    more, inside = Block(Kind.HEADING, "You may also like", 3), Block(Kind.HEADING, "Tin Moon", 4)
    back = Block(Kind.HEADING, "In Japan", 3)
    assert blocks(HEADLINE, STORY, more, inside, OTHER, back, OTHER) == [HEADLINE, STORY, back, OTHER]


def test_the_headline_of_the_page_never_ends_it() -> None:
    headline = Block(Kind.HEADING, "Popular films", 1)
    assert blocks(headline, STORY) == [headline, STORY]


def test_lines_that_lead_elsewhere_and_lines_of_links_are_left_out() -> None:
    led = Block(Kind.PARAGRAPH, "Also read: Tin Moon opens on June 19.")
    linked = Block(Kind.PARAGRAPH, OTHER.text, marks=(MarkedText(0, len(OTHER.text), is_link=True),))
    short = Block(Kind.ITEM, "Tin Moon", marks=(MarkedText(0, 8, is_link=True),))
    assert blocks(STORY, led, linked, short) == [STORY, short]


def test_the_first_paragraph_loses_its_dateline() -> None:
    credit, dated = Block(Kind.PARAGRAPH, "PARIS — By Ann Cole"), STORY._replace(text=f"PARIS — {STORY.text}")
    assert blocks(credit, dated, dated) == [credit, STORY, dated]


@pytest.mark.parametrize(
    ("line", "following", "kind"),
    [
        (Block(Kind.PARAGRAPH, "June 12"), Block(Kind.ITEM, "Copper Sky"), Kind.HEADING),
        (Block(Kind.PARAGRAPH, "June 12"), STORY, Kind.PARAGRAPH),
        (Block(Kind.PARAGRAPH, "On June 12"), Block(Kind.ITEM, "Copper Sky"), Kind.PARAGRAPH),
        (Block(Kind.PARAGRAPH, "In cinemas", marks=(MarkedText(0, 10),)), STORY, Kind.HEADING),
        (Block(Kind.PARAGRAPH, "In cinemas:", marks=(MarkedText(0, 11),)), STORY, Kind.PARAGRAPH),
        (Block(Kind.PARAGRAPH, "In cinemas", marks=(MarkedText(0, 10, is_link=True),)), STORY, Kind.PARAGRAPH),
        (Block(Kind.PARAGRAPH, "In cinemas", marks=(MarkedText(3, 10),)), STORY, Kind.PARAGRAPH),
        (Block(Kind.ITEM, "In cinemas", marks=(MarkedText(0, 10),)), STORY, Kind.ITEM),
    ],
)
def test_a_line_may_serve_as_a_heading(line: Block, following: Block, kind: Kind) -> None:
    level = 6 if kind is Kind.HEADING else 0
    assert blocks(line, following)[0] == line._replace(kind=kind, level=level)
    assert blocks(line) == [line]
