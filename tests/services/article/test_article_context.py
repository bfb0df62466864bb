"""What an article says once for all its dates."""

import pytest

from articles import TODAY
from watchlist.domain.claim import Channel
from watchlist.services.article.article_claim import Context
from watchlist.services.article.article_context import article_context, stated_place, year_in
from watchlist.services.article.date_finding import Form
from watchlist.services.article.page import Block, Kind, Page
from watchlist.services.article.places import Place
from watchlist.services.article.source import ArticleSource
from watchlist.services.article.years import Reference

AT = Reference(TODAY)


def whole(*texts: str, title: str = "", language: str = "", kind: Kind = Kind.PARAGRAPH) -> Context:
    blocks = tuple(Block(kind, text) for text in texts)
    source = ArticleSource(title=title, published=TODAY)
    return article_context(Page(blocks, blocks, {}, language=language), source)


def test_an_article_that_says_nothing_once_for_all_has_its_day() -> None:
    assert whole("Copper Sky opens on June 12 in Japan.") == Context(AT)


def test_a_list_about_a_year_lends_it_to_its_dates() -> None:
    days = ("June 5", "June 12", "July 3")
    assert whole(*days, title="Films of 2028", kind=Kind.ITEM) == Context(AT._replace(year=2028))
    assert whole(*days[1:], title="Films of 2028", kind=Kind.ITEM) == Context(AT)
    assert whole(*days, title="Films of 2028") == Context(AT)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("All dates are for the UK unless stated otherwise.", Place(0, 0, ("GB",))),
        ("Release dates below are in French cinemas.", Place(0, 0, ("FR",), Channel.THEATRICAL)),
        ("All films were checked on May 3, 2026 in Germany.", Place(0, 0, ("DE",))),
        ("All films open on June 12 in Germany.", None),
        ("It opens in Germany.", None),
    ],
)
def test_a_sentence_may_name_the_place_of_all_dates(text: str, place: Place | None) -> None:
    assert whole(text) == Context(AT, place=place)


def test_an_article_that_speaks_mostly_of_discs_has_dates_of_discs() -> None:
    discs = ("On Blu-ray at last.", "Two more discs.", "A DVD, too.")
    on_disc = Context(AT, place=Place(0, 0, (), Channel.PHYSICAL))
    assert whole(*discs) == whole(*discs, "In cinemas.", "On Netflix.") == on_disc
    assert whole(*discs[1:]) == whole(*discs, "In cinemas.", "On Netflix.", "On Hulu.") == Context(AT)


@pytest.mark.parametrize(
    ("text", "language", "day_first"),
    [
        ("Dates are day/month/year.", "en-US", True),
        ("Dates are MM/DD.", "en-GB", False),
        ("13/06/2026, 03/04/2026", "en-US", True),
        ("06/13/2026, 03/04/2026", "en-GB", False),
        ("13/06/2026, 06/13/2026", "en-US", None),
        ("03/04/2026", "en-US", False),
        ("03/04/2026", "en-GB", True),
        ("03/04/2026", "en", None),
    ],
)
def test_the_order_of_numbers_is_stated_or_shown_or_that_of_the_country(
    text: str, language: str, *, day_first: bool | None
) -> None:
    assert whole(text, language=language) == Context(AT._replace(day_first=day_first))


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Its fiscal year begins on October 1.", 10),
        ("Its fiscal year ends in September.", 10),
        ("The fiscal year, as always, closes with December.", 1),
        ("The fiscal year was good. It begins in June.", None),
    ],
)
def test_a_fiscal_year_begins_where_the_article_says(text: str, month: int | None) -> None:
    assert whole(text) == Context(AT._replace(fiscal_start=month))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("On disc in France", Place(0, 0, ("FR",), Channel.PHYSICAL)),
        ("On Netflix and on disc", Place(0, 0, (), Channel.DIGITAL, "Netflix")),
        ("In theaters and at home in Japan", Place(0, 0, ("JP",))),
        ("At the Cannes Film Festival", None),
        ("Soon", None),
    ],
)
def test_a_heading_states_a_place(text: str, place: Place | None) -> None:
    assert stated_place(text) == place


def test_the_year_of_a_headline_is_the_only_one_in_it() -> None:
    texts = ("Films of 2028", "June 2028", "2027 and 2028", "On June 5, 2028", "2028: June 5, 2028", "Films")
    assert [year_in(text) for text in texts] == [2028, 2028, None, None, 2028, None]
    assert [year_in(text, Form.YEAR) for text in texts[:2]] == [2028, None]
