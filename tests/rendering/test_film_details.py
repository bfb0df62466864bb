from datetime import date

import pytest

from claims import claim
from watchlist.domain.claim import Claim
from watchlist.domain.countdown import ReleaseToday, releases_today
from watchlist.domain.film import Film
from watchlist.rendering.film_details import answer, history_cell, release_line, sureness
from watchlist.services.preferences import Lacking

TODAY = date(2026, 11, 21)


def known(*claims: Claim) -> ReleaseToday:
    return releases_today(Film("film", "Film", claims=claims), TODAY)[-1]


def told(shown: ReleaseToday | None, lacking: Lacking | None = None, width: int = 80) -> list[str]:
    return [part.plain for part in answer(shown, lacking, TODAY, width=width) if part.plain]


def test_the_answer_is_when_where_how_sure_and_how_it_came_about() -> None:
    shown = known(claim("2026-05-01", reported="2025-01-01"), claim("2026-12-18", "confirmed", "2026-11-01"))
    assert told(shown) == [
        "in 27 days · Friday 18 December 2026 · cinemas, US",
        "● confirmed · 1 source · last heard 20 days ago",
        "moved, 231 days later",
    ]


def test_where_room_is_short_the_answer_breaks_between_its_parts() -> None:
    assert told(known(claim("2026-12-18", reported="2026-11-01")), width=38) == [
        "in 27 days · Friday 18 December 2026\ncinemas, US",
        "◐ announced · 1 source\nlast heard 20 days ago",
    ]


def test_the_release_of_another_place_says_first_whose_is_missing() -> None:
    shown = known(claim("2026-12-18", reported="2026-11-01"))
    assert told(shown, Lacking(("GB",)))[0] == "no GB date yet; elsewhere:"


def test_what_is_out_as_announced_says_so_and_is_not_called_old() -> None:
    shown = known(claim("2026-10-15", reported="2026-08-08"))
    assert sureness(shown, TODAY, width=80).plain == "~ out as announced, not reported yet · 1 source"


def test_an_old_date_is_called_stale() -> None:
    shown = known(claim("2026-12-18", reported="2025-01-17"))
    assert sureness(shown, TODAY, width=80).plain == "? announced · 1 source · stale: last heard 22 months ago"


def test_a_film_that_is_out_elsewhere_says_where() -> None:
    shown = known(claim("2026-03-04", reported="2026-03-03", region="BE"), claim("2026-12-18", reported="2026-11-01"))
    assert history_cell(shown, width=80).plain == "out elsewhere since 4 March 2026 (BE)"


def test_nothing_known_is_said() -> None:
    assert told(None) == ["nothing known yet"]


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([claim("2027-03-12")], "12 March 2027: cinemas, US"),
        ([claim("2027-03-12"), claim(None, "cancelled", "2026-11-01")], "cinemas, US: cancelled, was 12 March 2027"),
        ([claim(None, "cancelled", "2026-11-01")], "cinemas, US: cancelled"),
        (
            [claim("2027-03-12", reported="2026-01-01"), claim("XXXX", reported="2026-11-01")],
            "cinemas, US: no date yet, was 12 March 2027",
        ),
        ([claim("XXXX", reported="2026-11-01")], "cinemas, US: no date yet"),
    ],
)
def test_another_release_says_whether_it_lost_its_date(claims: list[Claim], words: str) -> None:
    assert release_line(known(*claims)) == words
