"""Marks say how sure a date is: each sign is another one, and what is most worth knowing is shown."""

from datetime import date

import pytest

from claims import claim
from watchlist.domain.claim import Certainty
from watchlist.domain.countdown import releases_today
from watchlist.domain.film import Film
from watchlist.rendering.marks import Mark, certainty_mark, legend_with_colours, sureness_mark

TODAY = date(2026, 11, 20)
SOON, BEFORE = "2026-12-18", "2026-11-01"


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        ([(SOON, "confirmed", BEFORE)], Mark.CONFIRMED),
        ([(SOON, "announced", BEFORE)], Mark.ANNOUNCED),
        ([(SOON, "speculated", BEFORE)], Mark.RUMOURED),
        ([(SOON, "announced", "2025-01-01")], Mark.STALE),
        ([("2026-11-01", "announced", "2026-10-01")], Mark.PRESUMED),
        ([("2026-11-01", "released", "2026-11-01")], Mark.OUT),
        ([("2026-33", "announced", "2026-06-01")], Mark.OVERDUE),
        ([("XXXX", "announced", BEFORE)], Mark.UNDATED),
        ([(None, "cancelled", BEFORE)], Mark.CANCELLED),
        ([(SOON, "announced", "2026-10-01"), ("2027", "rumoured", BEFORE)], Mark.DIFFERS),
        ([("2026-33", "announced", "2026-06-01"), ("2027", "rumoured", BEFORE)], Mark.DIFFERS),
        ([(SOON, "announced", "2025-01-01"), ("2027", "rumoured", "2025-02-01")], Mark.STALE),
    ],
)
def test_what_is_most_worth_knowing_is_marked(said: list[tuple[str | None, str, str]], mark: Mark) -> None:
    claims = tuple(claim(*one, by=f"Paper {number}") for number, one in enumerate(said))
    (shown,) = releases_today(Film("film", "Film", claims=claims), TODAY)
    assert sureness_mark(shown) is mark


def test_a_film_of_which_nothing_is_known_is_undated() -> None:
    assert sureness_mark(None) is Mark.UNDATED


def test_each_certainty_has_its_mark() -> None:
    assert "".join(certainty_mark(one).sign for one in Certainty) == "○○◐●✓×"


def test_colour_is_never_needed_to_tell_marks_apart() -> None:
    assert len({mark.sign for mark in Mark}) == len({mark.meaning for mark in Mark}) == len(Mark)


def test_the_legend_explains_every_mark_and_its_colour() -> None:
    legend = legend_with_colours()
    assert legend.startswith("Marks: ✓ out (green), ~ out as announced, not reported yet (green), ● confirmed (green)")
    assert "– no date yet (grey)" in legend
    assert legend.count("(") == len(Mark)
