from datetime import date

import pytest

from claims import claim
from drawn import draw
from watchlist.domain.film import Film
from watchlist.rendering.views import timeline
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.upcoming import Upcoming, upcoming

TODAY = date(2026, 1, 1)


def year_with(when: str, certainty: str = "announced") -> Upcoming:
    film = Film("film", "Film", claims=(claim(when, certainty, "2025-01-01"),))
    return upcoming({"film": film}, (), today=TODAY, release_filter=ReleaseFilter(), whole=True)


def track(when: str, certainty: str = "announced") -> str:
    """Draw the scale of one film, 40 columns long for 365 days, without its dots at both ends."""
    scale = draw(timeline, year_with(when, certainty), 70).splitlines()[1][28:]
    assert len(scale) == 40
    return scale


@pytest.mark.parametrize(
    ("when", "certainty", "drawn"),
    [
        ("2026-01-01", "announced", "●" + 39 * "·"),
        ("2026-12-31", "announced", 39 * "·" + "●"),
        ("2026-07-02", "announced", 19 * "·" + "●" + 20 * "·"),
        ("2026-07-02", "rumoured", 19 * "·" + "○" + 20 * "·"),
        ("2026-33", "announced", 11 * "━" + 29 * "·"),
        ("2026-33", "speculated", 11 * "╌" + 29 * "·"),
        ("2026-07/..", "announced", 19 * "·" + 20 * "━" + "›"),
        ("2026/2027", "announced", 39 * "━" + "›"),
    ],
)
def test_a_dot_marks_a_day_and_a_bar_a_range(when: str, certainty: str, drawn: str) -> None:
    assert track(when, certainty) == drawn


def test_each_month_is_named_where_it_begins() -> None:
    head, row = draw(timeline, year_with("2026-07-01"), 140).splitlines()[:2]
    assert head.split() == ["Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert row.index("●") == head.index("Jul")


def test_the_date_is_left_out_where_there_is_no_room() -> None:
    assert "1 July 2026" in draw(timeline, year_with("2026-07-01"), 72)
    assert "1 July 2026" not in draw(timeline, year_with("2026-07-01"), 71)


def test_films_without_a_date_are_not_on_it() -> None:
    assert draw(timeline, year_with("XXXX"), 80) == "No film has a date in the coming year.\n"
    mine = year_with("XXXX")._replace(whole=False)
    assert "For all films: watchlist timeline --all" in draw(timeline, mine, 140)


def test_a_line_has_the_same_in_words() -> None:
    assert list(timeline.as_lines(year_with("2026-07-01"))) == [
        "1 July 2026\tin 181 days\tFilm\tcinemas, US\tannounced\tfilm"
    ]
