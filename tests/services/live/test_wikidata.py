"""An item of Wikidata is read whatever its parts are: its names, its statements, and what has to be looked up."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.services.live.wikidata import Thing, places_of, publishers_of, read_item, read_thing
from watchlist.services.live.wikidata_claims import read_claims
from watchlist.services.live.wikidata_facts import names_of, read_facts
from wikidata_items import (
    US,
    entity,
    reference,
    statement,
    time,
)

TODAY = date(2026, 11, 24)
THINGS = {
    "Q24925": Thing("Deadline"),
    "Q1": Thing("Toronto International Film Festival", country="Q16", kinds=("Q220505",)),
}


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
    (claim,) = read_claims(item, THINGS, today=TODAY)
    assert item.title is None
    assert claim.source.title is not None
    assert claim.source.title.startswith("a]8;;x bccc")
    assert len(claim.source.title) == 300
