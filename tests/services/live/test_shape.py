"""Data whose shape nobody promises: what is not as it should be is absent, never an exception."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.services.live.shape import (
    address,
    clean,
    day_of,
    member,
    number,
    rows,
    safe_address,
    table,
    text,
)

DATA: Any = {"film": {"title": " Klara\n", "ids": [{"imdb": 5}, True], "page": "https://x.org/a"}}


def test_a_path_leads_into_a_value_or_nowhere() -> None:
    assert member(DATA, "film", "ids", 0, "imdb") == 5
    assert [member(DATA, *path) for path in (("film", 0), ("film", "ids", 2), ("film", "ids", "x"), ("x", 0))] == [
        None
    ] * 4
    assert member(DATA) == DATA


def test_each_kind_of_value_is_given_or_absent() -> None:
    assert (table(DATA, "film", "ids", 0), table(DATA, "film", "ids")) == ({"imdb": 5}, {})
    assert (rows(DATA, "film", "ids"), rows(DATA, "film")) == ([{"imdb": 5}, True], [])
    assert [number(DATA, "film", "ids", *path) for path in ((0, "imdb"), (1,), ())] == [5, None, None]
    assert (text(DATA, "film", "title"), text(DATA, "film", "ids")) == ("Klara", None)
    assert (address(DATA, "film", "page"), address(DATA, "film", "title"), address(DATA)) == (
        "https://x.org/a",
        None,
        None,
    )


def test_the_day_of_a_time() -> None:
    times = ("2026-11-24T10:00:00Z", "2026-11-24", "2026-02-30", "2026", None)
    assert [day_of(one) for one in times] == [date(2026, 11, 24), date(2026, 11, 24), None, None, None]


@pytest.mark.parametrize(
    ("found", "is_safe"),
    [
        ("http://x.org/a?b=c#d", True),
        ("javascript:alert(1)", False),
        ("https://x.org/a b", False),
        ('https://x.org/"', False),
        ("https://x.org/é", False),
        ("https://x.org/\x1b", False),
        ("https://x.org/" + "a" * 1986, True),
        ("https://x.org/" + "a" * 1987, False),
    ],
)
def test_an_address_is_one_of_a_page(found: str, *, is_safe: bool) -> None:
    assert safe_address(found) == (found if is_safe else None)


@pytest.mark.parametrize(
    ("found", "cleaned"),
    [
        (" Klara\tand \n the Sun ", "Klara and the Sun"),
        ("a\x1b]8;;x\x07\u202eb", "a]8;;xb"),
        ("e\u0301", "é"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u200b\u200d ", None),
        ("bad \ud800", None),
        ("a" * 301, "a" * 297 + "..."),
        ("a" * 300, "a" * 300),
        ("a" * 30_001, None),
    ],
)
def test_text_from_outside_is_made_fit_to_be_kept(found: str, cleaned: str | None) -> None:
    assert clean(found) == cleaned


@settings(max_examples=50)
@given(st.text(max_size=40))
def test_what_is_clean_stays_as_it_is_on_one_line(found: str) -> None:
    cleaned = clean(found, 20)
    assert cleaned is None or (clean(cleaned, 20), len(cleaned.splitlines())) == (cleaned, 1)
