"""Whether a page is an article: an error page, a robot's question and the beginning before a paywall are none."""

import pytest

from watchlist.domain.errors import InvalidFile
from watchlist.services.article.non_article import refuse_non_article
from watchlist.services.article.page import Block, Kind, Page


def page(*texts: str, head: str = "A day for Copper Sky", title: str = "") -> Page:
    blocks = (Block(Kind.HEADING, head, 1), *(Block(Kind.PARAGRAPH, text) for text in texts))
    return Page(blocks, blocks, {"title": (title,)} if title else {})


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Page((), (), {}), "it has no text"),
        (page("Look elsewhere.", head="Page not found"), "it is an error page, not an article"),
        (page("Look elsewhere.", title="404 | Reel"), "it is an error page, not an article"),
        (page("It takes a second.", head="Just a moment..."), "it is an error page, not an article"),
        (
            page("Subscribe to continue reading."),
            "it is only the beginning of an article: the rest is for subscribers",
        ),
    ],
)
def test_a_page_without_an_article_is_refused_with_what_it_is(found: Page, said: str) -> None:
    with pytest.raises(InvalidFile) as refused:
        refuse_non_article(found, name="it")
    assert (str(refused.value), refused.value.kept) == (said, "Nothing was kept.")


@pytest.mark.parametrize(
    "found",
    [
        page("It opens on June 12."),
        page("The film was not found for forty years."),
        page("Subscribe to continue reading.", "Copper Sky opens on June 12. " * 60),
        page("Copper Sky opens on June 12. " * 60, head="Error 404: the film"),
    ],
)
def test_an_article_may_have_such_words_in_its_text_or_be_long(found: Page) -> None:
    refuse_non_article(found, name="it")
