"""What does not look right: a film seen before it was out, a date taken away by a claim of one's own."""

from datetime import date

import pytest

from claims import claim
from watchlist.domain.claim import UNSOURCED, Claim
from watchlist.domain.film import Film
from watchlist.services.plausibility import Doubt, Reason, date_taken_away, viewing_doubt

TODAY = date(2026, 11, 20)
JULY, JUNE = claim("2026-07-01"), claim("2026-06-12", region="FR")


@pytest.mark.parametrize(
    ("film", "day", "reason", "first"),
    [
        (Film("a", "A"), "2026-11-21", Reason.FUTURE, None),
        (Film("a", "A"), "1990-01-01", None, None),
        (Film("a", "A", year=1995), "1994-12-31", Reason.NOT_OUT, None),
        (Film("a", "A", year=1995), "1995-01-01", None, None),
        (Film("a", "A", claims=(JULY, JUNE)), "2026-06-12", None, None),
        (Film("a", "A", claims=(JULY, JUNE)), "2026-06-11", Reason.NOT_OUT, "2026-06-12"),
        (Film("a", "A", claims=(claim("2026-10"),)), "2026-10-01", None, None),
        (Film("a", "A", claims=(claim("../2026-10"),)), "1990-01-01", None, None),
        (Film("a", "A", claims=(claim(None, "released"),)), "1990-01-01", None, None),
        (Film("a", "A", claims=(claim("XXXX"),)), "2026-10-01", Reason.NO_DATE, None),
        (Film("a", "A", claims=(claim("2026-07-01", "cancelled"),)), "2026-10-01", Reason.NO_DATE, None),
    ],
)
def test_a_viewing_is_doubted_before_the_first_day_of_any_release(
    film: Film, day: str, reason: Reason | None, first: str | None
) -> None:
    seen = date.fromisoformat(day)
    doubt = Doubt(film, seen, reason, date.fromisoformat(first) if first else None) if reason else None
    assert viewing_doubt(film, seen, TODAY) == doubt


def own(when: str | None, certainty: str = "announced", region: str = "US") -> Claim:
    return claim(when, certainty, "2026-11-20", region=region)._replace(source=UNSOURCED)


@pytest.mark.parametrize(
    ("said", "takes_away"),
    [
        (own("XXXX"), True),
        (own(None, "cancelled"), True),
        (own("2027-01-01", "cancelled"), True),
        (own("XXXX", "rumoured"), False),
        (own("2027-01-01"), False),
        (own("XXXX", region="FR"), False),
        (claim("XXXX"), False),
    ],
)
def test_a_word_of_ones_own_takes_away_a_date_of_a_named_source(said: Claim, *, takes_away: bool) -> None:
    film = Film("a", "A", claims=(claim("2027-07-01", reported="2026-01-01"),))
    found = date_taken_away(film, said, TODAY)
    assert (found and found.claims) == (film.claims if takes_away else None)


def test_a_date_that_nobody_else_said_may_be_taken_away() -> None:
    assert date_taken_away(Film("a", "A", claims=(own("2027-07-01"),)), own("XXXX"), TODAY) is None
    assert date_taken_away(Film("a", "A", claims=(claim("XXXX"),)), own("XXXX"), TODAY) is None
