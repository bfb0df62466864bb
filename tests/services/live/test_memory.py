"""What is remembered comes back as it was; what is damaged is forgotten, and costs a question more."""

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from watchlist.services.live.memory import Memory, Remembered, from_json, to_json
from watchlist.services.live.reported import SiteReading
from watchlist.services.live.wikidata import Thing

TODAY = date(2026, 11, 24)
FILM = Remembered(
    answered="2026-11-24T03:20:00+00:00",
    item="Q7",
    item_revision=5,
    article="Klara",
    article_revision=6,
    tmdb="555",
    tmdb_day="2026-11-24",
    readings={"Wikidata US theatrical": SiteReading("2027", "announced", "wikidata-q7-5", TODAY)},
)
MEMORY = Memory(
    {"klara": FILM, "new": Remembered()}, {"Q1": Thing("Peru", "PE", None, None, ("Q6256",)), "Q2": Thing()}
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


def test_what_is_remembered_comes_back() -> None:
    assert from_json(json.loads(json.dumps(to_json(MEMORY)))) == MEMORY
    assert MEMORY.answered == TODAY
    assert MEMORY.of("unknown") == Remembered()


@given(JSON, st.sampled_from(["films", "things", "version"]))
def test_what_is_damaged_is_forgotten(damage: Any, part: str) -> None:
    assert isinstance(from_json(damage), Memory)
    from_json({"version": 1, "films": {"klara": damage}, "things": {"Q1": damage}, part: damage})


def test_another_version_is_forgotten() -> None:
    assert from_json({"version": 2, "films": {"klara": {"item": "Q7"}}}) == Memory()
