"""Items of Wikidata become claims that say what the statements say, and nothing more."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.services.live.wikidata import Thing, places_of, publishers_of, read_item, read_thing
from watchlist.services.live.wikidata_claims import read_claims
from watchlist.services.live.wikidata_facts import names_of, read_facts
from wikidata_items import (
    GERMANY,
    HUNGARY,
    IMPORTED,
    US,
    entity,
    item_snak,
    reference,
    snak,
    statement,
    text_snak,
    time,
)

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
        for one in read_claims(item, THINGS, today=TODAY).claims
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
    assert read_claims(item, THINGS, today=TODAY) == ((), 1)


def test_a_date_that_nobody_cites_is_announced_once_it_has_stood_for_a_week() -> None:
    date_ = statement(time("2027"), P291=US)
    assert read(date_, edited="2026-11-18") == ["US theatrical 2027 speculated"]
    assert read(date_, edited="2026-11-17") == ["US theatrical 2027 announced"]


def test_the_page_that_a_reference_cites_is_the_source() -> None:
    cited = reference("https://deadline.com/x", "2025-03-04", "Q24925", "Klara moves")
    item = read_item(entity("Q7", "Klara", statement(time("2027-03-12"), cited, IMPORTED, P291=US)))
    assert item is not None
    (claim,) = read_claims(item, THINGS, today=TODAY).claims
    source = claim.source
    assert (source.publisher, source.title, source.url, str(source.published), source.note) == (
        "Deadline",
        "Klara moves",
        "https://deadline.com/x",
        "2025-03-04",
        "by way of Wikidata Q7",
    )
    assert (claim.certainty, claim.said) == ("announced", "2027-03-12, US")


def test_where_a_value_was_imported_from_is_no_reference() -> None:
    item = read_item(entity("Q7", "Klara", statement(time("2027-03-12"), IMPORTED, P291=US), revision=99))
    assert item is not None
    (claim,) = read_claims(item, THINGS, today=TODAY).claims
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


def test_the_facts_of_an_item() -> None:
    film = entity(
        "Q7",
        "Klara and the Sun",
        P57="Q100",
        P161=["Q101", "Q102"],
        P364="Q1860",
        P136="Q130232",
        P495=["Q30", "Q145"],
        P345="tt1234567",
        P4947="555",
    )
    film["claims"]["P161"][0]["qualifiers"] = {"P453": [item_snak("Q103")]}
    minutes = {"amount": "+118", "unit": "http://www.wikidata.org/entity/Q7727"}
    film["claims"]["P2047"] = [statement(snak({"type": "quantity", "value": minutes}))]
    film["claims"]["P179"] = [statement(item_snak("Q104"), P1545=text_snak("2"))]
    film["aliases"] = {"en": [{"language": "en", "value": "Klara"}]}
    film["descriptions"] = {"en": {"language": "en", "value": "2027 American film"}}
    item = read_item(film)
    assert item is not None
    assert names_of(item) == {"Q100", "Q101", "Q102", "Q103", "Q104", "Q1860", "Q130232"}
    named = {
        "Q100": Thing("Taika Waititi"),
        "Q101": Thing("Jenna Ortega"),
        "Q103": Thing("Klara"),
        "Q104": Thing("Klara films"),
        "Q1860": Thing("English", language="en"),
        "Q130232": Thing("drama film"),
    }
    facts = read_facts(item, named, "klara-and-the-sun")
    assert (facts.id, facts.title, [one.title for one in facts.also_known_as]) == (
        "klara-and-the-sun",
        "Klara and the Sun",
        ["Klara"],
    )
    assert (facts.directors, facts.cast) == (("Taika Waititi",), (("Jenna Ortega", "Klara", ()),))
    assert (facts.countries, facts.languages, facts.genres, facts.runtime) == (("US", "GB"), ("en",), ("drama",), 118)
    assert facts.synopsis == "2027 American film (Wikidata)"
    assert facts.series == (("Klara films", 2),)
    assert facts.ids == (("wikidata", "Q7"), ("imdb", "tt1234567"), ("tmdb", "555"))


def test_a_fact_that_was_found_wrong_is_none() -> None:
    film = entity("Q7", "x", P57=["Q100", "Q101"], P345="tt1")
    film["claims"]["P57"][0]["rank"] = film["claims"]["P345"][0]["rank"] = "deprecated"
    item = read_item(film)
    assert item is not None
    assert (item.items("P57"), item.ids) == (["Q101"], {"wikidata": "Q7"})


def test_a_name_may_stand_for_all_languages_and_a_number_is_none() -> None:
    film = entity("Q7", "x")
    film["labels"] = {"en": {"language": "en", "value": "Q7"}, "mul": {"language": "mul", "value": "Hollow Knight"}}
    item = read_item(film)
    assert item is not None
    assert item.title == "Hollow Knight"


def test_what_has_to_be_looked_up_first() -> None:
    cited = reference("https://deadline.com/x", "2025-03-04", "Q24925")
    item = read_item(entity("Q7", "x", statement(time("2027"), cited, P291=[US, "Q1"]), P495="Q3"))
    assert item is not None
    assert (places_of(item), publishers_of(item)) == ({"Q1", "Q3"}, {"Q24925"})


def test_a_place_is_read() -> None:
    peru = entity("Q419", "Peru", P297="PE", P17="Q419")
    assert read_thing(peru) == Thing("Peru", "PE", "Q419", None, ("Q11424",))
    assert read_thing({"id": "Q419", "missing": ""}) == Thing()


@pytest.mark.parametrize("broken", [None, [], "x", 5, {}, {"id": "Q7", "missing": ""}, {"id": 7}, {"id": "P31"}])
def test_what_is_no_item_is_none(broken: Any) -> None:
    assert read_item(broken) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("Q30"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@given(st.data())
def test_any_part_may_be_anything(data: st.DataObject) -> None:
    cited = reference("https://deadline.com/x", "2025-03-04", "Q24925", "Klara")
    film = entity(
        "Q7", "x", statement(time("2027"), cited, P291=US, P437="Q5294", P1480="Q5727902"), P495="Q17", P57="Q1"
    )
    _spoil(film, data)
    item = read_item(film)
    if item is not None:
        places_of(item), publishers_of(item), names_of(item)
        read_claims(item, THINGS, today=TODAY)
        read_facts(item, THINGS, "x")


def _spoil(value: Any, data: st.DataObject) -> None:
    """Put anything in the place of one part of a value, however deep."""
    inside = [
        key
        for key, one in (value.items() if isinstance(value, dict) else enumerate(value))
        if isinstance(one, (dict, list)) and one
    ]
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    deeper: int = data.draw(st.integers(0, 1))
    if inside and deeper:
        _spoil(value[data.draw(st.sampled_from(inside))], data)
    elif keys:
        value[data.draw(st.sampled_from(keys))] = data.draw(JSON)


def test_text_from_outside_is_cleaned() -> None:
    cited = reference("https://deadline.com/x", "2025-03-04", title="a\x1b]8;;x\x07\u202e\n b\U000e0041" + "c" * 999)
    item = read_item(entity("Q7", "bad \ud800 title", statement(time("2027"), cited, P291=US)))
    assert item is not None
    (claim,) = read_claims(item, THINGS, today=TODAY).claims
    assert item.title is None
    assert claim.source.title is not None
    assert claim.source.title.startswith("a]8;;x bccc")
    assert len(claim.source.title) == 300


def test_an_address_that_is_none_is_left_out() -> None:
    cited = {"snaks": {"P854": [text_snak('http://x.com/1.cms"Ajay <b>')], "P248": [item_snak("Q24925")]}}
    item = read_item(entity("Q7", "x", statement(time("2027"), cited, P291=US)))
    assert item is not None
    (claim,) = read_claims(item, THINGS, today=TODAY).claims
    assert (claim.source.publisher, claim.source.url) == ("Deadline", None)
