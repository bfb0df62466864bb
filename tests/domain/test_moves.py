from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given

from claims import CLAIMS, claim
from watchlist.domain.claim import Certainty, Claim
from watchlist.domain.moves import MoveKind, moves
from watchlist.domain.resolution import resolve


def told(*claims: Claim) -> list[tuple[str | None, str | None, int | None, MoveKind]]:
    return [
        (move.before.text if move.before else None, move.after.text if move.after else None, move.days, move.kind)
        for move in moves(claims)
    ]


def test_moves_tell_each_change_of_the_winner() -> None:
    assert told(
        claim("2026", "rumoured", "2024-01-01"),
        claim("2026-06", "rumoured", "2024-02-01"),
        claim("2026-06", "announced", "2024-03-01"),
        claim("2026-06-19", "announced", "2024-04-01"),
        claim("2027-06-18", "announced", "2024-05-01"),
        claim("2027-03-05", "announced", "2024-06-01"),
        claim("XXXX", "announced", "2024-07-01"),
        claim("2028", "announced", "2024-08-01"),
        claim(None, "cancelled", "2024-09-01"),
    ) == [
        (None, "2026", None, "rumoured"),
        ("2026", "2026-06", None, "precision"),
        ("2026-06", "2026-06", None, "certainty"),
        ("2026-06", "2026-06-19", None, "precision"),
        ("2026-06-19", "2027-06-18", 364, "slip"),
        ("2027-06-18", "2027-03-05", -105, "moved-up"),
        ("2027-03-05", "XXXX", None, "undated"),
        ("XXXX", "2028", None, "announced"),
        ("2028", None, None, "cancelled"),
    ]


def test_a_release_that_slipped_on_the_way_says_how_far() -> None:
    assert told(claim("2024-05-01", "announced", "2024-01-01"), claim("2024-05-08", "released", "2024-05-08")) == [
        (None, "2024-05-01", None, "announced"),
        ("2024-05-01", "2024-05-08", 7, "released"),
    ]


def test_an_end_that_opens_is_a_slip_whose_days_cannot_be_counted() -> None:
    assert told(claim("2025-06-01", "announced", "2024-01-01"), claim("2026-01/..", "announced", "2024-05-08")) == [
        (None, "2025-06-01", None, "announced"),
        ("2025-06-01", "2026-01/..", None, "slip"),
    ]


def test_two_words_of_one_publisher_on_one_day_are_a_move_each() -> None:
    words = [claim(when, "speculated", "2026-11-29") for when in ("2027", "2029")]
    first, second = (one._replace(source=one.source._replace(id=f"{n}")) for n, one in enumerate(words))
    assert told(first, second) == [(None, "2027", None, "speculated"), ("2027", "2029", 731, "slip")]


@pytest.mark.parametrize("certainty", Certainty)
def test_a_first_date_is_a_change_of_the_kind_of_its_certainty(certainty: Certainty) -> None:
    assert [move.kind for move in moves([claim("2027", certainty, "2024-01-01")])] == [MoveKind(certainty)]


@pytest.mark.parametrize("kind", MoveKind)
def test_a_shift_moves_the_day_and_a_setback_is_bad_news(kind: MoveKind) -> None:
    assert kind.is_shift == (kind in {"slip", "moved-up"})
    assert kind.is_setback == (kind in {"slip", "undated", "cancelled"})


@given(CLAIMS.filter(bool))
def test_the_last_move_leads_to_the_date_shown(claims: Sequence[Claim]) -> None:
    found = moves(claims)
    if found:
        assert found[-1].after == resolve(claims).date
    for earlier, later in pairwise(found):
        assert earlier.after == later.before


@given(CLAIMS.filter(bool))
def test_a_shift_alone_counts_days_or_a_release_that_shifted(claims: Sequence[Claim]) -> None:
    for move in moves(claims):
        if move.days:
            assert move.kind.is_shift or move.kind is MoveKind.RELEASED
            assert (move.kind is MoveKind.SLIP) <= (move.days > 0)
            assert (move.kind is MoveKind.MOVED_UP) <= (move.days < 0)
