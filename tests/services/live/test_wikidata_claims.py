"""The release dates of an item of Wikidata become claims that say what the statements say, and nothing more."""

from datetime import date
from typing import Any

import pytest

from watchlist.services.live.wikidata import Thing, read_item
from watchlist.services.live.wikidata_claims import read_claims, years_of
from wikidata_items import GERMANY, HUNGARY, IMPORTED, US, entity, item_snak, reference, statement, text_snak, time

TODAY = date(2026, 11, 24)
THINGS = {
    "Q24925": Thing("Deadline"),
    "Q1": Thing("Toronto International Film Festival", country="Q16", kinds=("Q220505",)),
    "Q2": Thing("West Germany"),
    "Q3": Thing("Peru", region="PE"),
}


def read(*dates: dict[str, Any], **more: Any) -> list[str]:
    item = read_item(entity("Q7", "Klara and the Sun", *dates, **more))
    assert item is not None
    return [
        " ".join(filter(None, (one.region, one.channel, one.service, one.date and one.date.text, one.certainty)))
        for one in read_claims(item, THINGS, today=TODAY)
    ]


@pytest.mark.parametrize(
    ("when", "means"),
    [("2027", "2027"), ("2027-03", "2027-03"), ("2027-03-12", "2027-03-12")],
)
def test_a_date_is_as_fine_as_it_is_said_to_be(when: str, means: str) -> None:
    assert read(statement(time(when), P291=US)) == [f"US theatrical {means} speculated"]


@pytest.mark.parametrize(
    ("digits", "precision", "means"),
    [
        ("+2013-01-01T00:00:00Z", 9, "2013"),
        ("+2027-06-15T00:00:00Z", 10, "2027-06"),
        ("+00000002027-06-15T00:00:00Z", 11, "2027-06-15"),
        ("+2027-06-15T00:00:00Z", 14, "2027-06-15"),
        ("+1952", 9, "1952"),
        ("+2027-06-00T00:00:00Z", 11, None),
        ("+2027-02-31T00:00:00Z", 11, None),
        ("+2027-00-00T00:00:00Z", 8, None),
        ("+9999-01-01T00:00:00Z", 9, None),
        ("+0001-01-01T00:00:00Z", 9, None),
        ("-2027-01-01T00:00:00Z", 9, None),
        ("2027-01-01", 11, None),
        ("+2027-06-15T00:00:00Z", "11", None),
        (5, 11, None),
        (None, None, None),
    ],
)
def test_the_digits_never_say_more_than_the_precision(digits: Any, precision: Any, means: str | None) -> None:
    main = time("2027")
    main["datavalue"]["value"] |= {"time": digits, "precision": precision}
    certainty = "released" if means and means < "2026" and len(means) == 10 else "speculated"
    assert read(statement(main, P291=US)) == ([f"US theatrical {means} {certainty}"] if means else [])


def test_a_date_of_the_julian_calendar_is_left_out() -> None:
    assert read(statement(time("2027", calendar="http://www.wikidata.org/entity/Q1985786"), P291=US)) == []


def test_a_statement_for_two_countries_is_two_claims() -> None:
    assert read(statement(time("2009-11-12"), P291=[GERMANY, HUNGARY])) == [
        "DE theatrical 2009-11-12 released",
        "HU theatrical 2009-11-12 released",
    ]


@pytest.mark.parametrize(
    ("qualifiers", "means"),
    [
        ({"P4241": "Q40720559"}, "2027-21"),
        ({"P4241": "Q40719674"}, "2027-36"),
        ({"P4241": "Q40719707"}, "2027-41"),
        ({"P4241": "Q40719727"}, "2027"),
        ({"P1480": "Q5727902"}, "2027~"),
        ({"P580": time("2027-03-01"), "P582": time("2027-03-08")}, "2027-03-01/2027-03-08"),
    ],
)
def test_qualifiers_refine_a_date(qualifiers: dict[str, Any], means: str) -> None:
    assert read(statement(time("2027"), P291=US, **qualifiers)) == [f"US theatrical {means} speculated"]


def test_doubt_makes_a_rumour() -> None:
    assert read(statement(time("2027"), P291=US, P1480="Q18912752")) == ["US theatrical 2027? rumoured"]


@pytest.mark.parametrize(
    ("qualifiers", "more", "means"),
    [
        ({"P291": US, "P437": "Q3491297"}, {}, "US limited"),
        ({"P291": US, "P437": "Q5294"}, {}, "US physical"),
        ({"P291": US, "P437": "Q723685"}, {"P750": "Q907311"}, "US digital Netflix"),
        ({"P291": "Q1"}, {}, "CA premiere"),
        ({"P291": "Q3"}, {}, "PE theatrical"),
        ({"P291": "Q13780930"}, {}, "WW theatrical"),
        ({"P291": "Q13780930"}, {"P750": "Q907311"}, "WW digital Netflix"),
        ({"P291": US}, {"P750": "Q907311"}, "US limited"),
        ({"P291": US}, {"P750": ["Q907311", "Q54958752"]}, "US theatrical"),
        ({}, {"P495": "Q17"}, "JP theatrical"),
        ({}, {"P495": ["Q17", "Q30"]}, "WW theatrical"),
        ({}, {"P495": "Q17", "P750": "Q907311"}, "WW digital Netflix"),
    ],
)
def test_a_release_is_where_and_how_it_says(qualifiers: dict[str, Any], more: dict[str, Any], means: str) -> None:
    assert read(statement(time("2027"), **qualifiers), **more) == [f"{means} 2027 speculated"]


def test_a_place_of_the_past_is_left_out_and_counted() -> None:
    item = read_item(entity("Q7", "x", statement(time("1980"), P291="Q2")))
    assert item is not None
    assert read_claims(item, THINGS, today=TODAY) == ()


def test_a_date_that_nobody_cites_is_announced_once_it_has_stood_for_a_week() -> None:
    date_ = statement(time("2027"), P291=US)
    assert read(date_, edited="2026-11-18") == ["US theatrical 2027 speculated"]
    assert read(date_, edited="2026-11-17") == ["US theatrical 2027 announced"]


def test_the_page_that_a_reference_cites_is_the_source() -> None:
    cited = reference("https://deadline.com/x", "2025-03-04", "Q24925", "Klara moves")
    item = read_item(entity("Q7", "Klara", statement(time("2027-03-12"), cited, IMPORTED, P291=US)))
    assert item is not None
    (claim,) = read_claims(item, THINGS, today=TODAY)
    source = claim.source
    assert (source.publisher, source.title, source.url, str(source.published), source.note) == (
        "Deadline",
        "Klara moves",
        "https://deadline.com/x",
        "2025-03-04",
        "via Wikidata Q7",
    )
    assert (claim.certainty, claim.said) == ("announced", "2027-03-12, US")


def test_where_a_value_was_imported_from_is_no_reference() -> None:
    item = read_item(entity("Q7", "Klara", statement(time("2027-03-12"), IMPORTED, P291=US), revision=99))
    assert item is not None
    (claim,) = read_claims(item, THINGS, today=TODAY)
    assert (claim.certainty, claim.source.publisher, claim.source.url) == (
        "speculated",
        "Wikidata",
        "https://www.wikidata.org/wiki/Q7?oldid=99",
    )


def test_a_deprecated_statement_counts_only_where_its_reference_has_a_day() -> None:
    old = reference("https://variety.com/x", "2024-01-02")
    undated = reference("https://variety.com/y")
    assert read(statement(time("2025"), undated, rank="deprecated", P291=US)) == []
    assert read(statement(time("2025"), old, rank="deprecated", P291=US)) == ["US theatrical 2025 announced"]


@pytest.mark.parametrize("kind", ["somevalue", "novalue"])
def test_no_value_is_no_claim(kind: str) -> None:
    assert read(statement({"snaktype": kind}, P291=US)) == []


def test_an_address_that_is_none_is_left_out() -> None:
    cited = {"snaks": {"P854": [text_snak('http://x.com/1.cms"Ajay <b>')], "P248": [item_snak("Q24925")]}}
    item = read_item(entity("Q7", "x", statement(time("2027"), cited, P291=US)))
    assert item is not None
    (claim,) = read_claims(item, THINGS, today=TODAY)
    assert (claim.source.publisher, claim.source.url) == ("Deadline", None)


def test_the_years_of_the_dates_that_are_times() -> None:
    dates = [statement(one) for one in (time("2027-03"), {"snaktype": "novalue"}, time("2026"))]
    item = read_item(entity("Q7", "x", *dates))
    assert item is not None
    assert list(years_of(item)) == [2027, 2026]
