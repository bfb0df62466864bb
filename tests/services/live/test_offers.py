"""Where a film can be watched is kept for half a year, and what is damaged is none."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.services.live.offers import Offers, OffersOfDay, from_json, to_json

TODAY = date(2026, 11, 24)
KNOWN = OffersOfDay(
    date(2026, 11, 1),
    (Offers("GB", ("Netflix",), rent=("Apple TV", "Plex"), link="https://x.org/"), Offers("US", free=("Tubi",))),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


def test_offers_come_back_as_they_were() -> None:
    kept = json.loads(json.dumps(to_json({"klara": KNOWN, "other": KNOWN._replace(offers=())}, TODAY)))
    assert (from_json(kept, "klara"), from_json(kept, "nobody")) == (KNOWN, None)


def test_offers_are_kept_for_180_days() -> None:
    kept = [to_json({"klara": KNOWN}, day) for day in (date(2027, 4, 30), date(2027, 5, 1))]
    assert [from_json(one, "klara") for one in kept] == [KNOWN, None]


@pytest.mark.parametrize(
    ("damaged", "offers"),
    [
        ({"day": "2026-11-01"}, ()),
        (
            {"day": "2026-11-01", "offers": [None, {"region": "GB", "rent": [5, "Plex"]}]},
            (Offers(""), Offers("GB", rent=("Plex",))),
        ),
        ({"day": "2026-11-01", "offers": [{"region": "GB", "link": "javascript:x"}]}, (Offers("GB"),)),
    ],
)
def test_what_is_damaged_in_offers_is_left_out(damaged: Any, offers: tuple[Offers, ...]) -> None:
    assert from_json({"klara": damaged}, "klara") == OffersOfDay(date(2026, 11, 1), offers)


@given(JSON)
def test_damaged_offers_are_never_an_error(damage: Any) -> None:
    from_json({"klara": damage}, "klara")
