"""Which films a refresh asks about, unless it is told otherwise."""

from datetime import date

import pytest

from claims import claim
from watchlist.domain.claim import Channel
from watchlist.domain.film import Film
from watchlist.services.live.scope import worth_asking

TODAY = date(2026, 11, 24)
BEFORE = "2025-01-01"


@pytest.mark.parametrize(
    ("when", "certainty", "asked"),
    [
        ("2027-05-01", "announced", True),
        ("2026-11-24", "released", True),
        ("2026-09-25", "released", True),
        ("2026-09-24", "released", False),
        ("2026-09-24", "announced", True),
        ("2025-11-24", "announced", True),
        ("2025-11-23", "announced", False),
        ("2019-06-01", "speculated", True),
        ("XXXX", "announced", True),
        (None, "released", True),
    ],
)
def test_a_film_is_asked_about_until_it_is_known_to_have_been_out_for_long(
    when: str | None, certainty: str, asked: bool
) -> None:
    assert worth_asking(Film("klara", "Klara", claims=(claim(when, certainty, BEFORE),)), TODAY) is asked


def test_a_festival_is_no_release() -> None:
    shown = claim("2019-09-01", "released", BEFORE, channel=Channel.PREMIERE)
    assert worth_asking(Film("klara", "Klara", year=2019, claims=(shown,)), TODAY) is False
    assert worth_asking(Film("klara", "Klara", year=2026, claims=(shown,)), TODAY) is True


def test_one_release_that_is_not_out_is_enough() -> None:
    claims = (claim("2019-06-01", "released", BEFORE), claim("2027-01-15", "announced", BEFORE, region="JP"))
    assert worth_asking(Film("klara", "Klara", claims=claims), TODAY) is True
