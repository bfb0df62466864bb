from datetime import date

from claims import claim
from drawn import draw
from watchlist.domain.film import Film
from watchlist.rendering.views import calendar
from watchlist.services.calendar import Month, month
from watchlist.services.preferences import Preferences, ReleaseFilter

TODAY = date(2026, 12, 2)


def december(*whens: str) -> Month:
    films = [Film(f"f{n}", f"Film {n}", claims=(claim(when, reported="2026-01-01"),)) for n, when in enumerate(whens)]
    return month(films, date(2026, 12, 1), today=TODAY, release_filter=ReleaseFilter())


def grid(result: Month, width: int) -> list[list[str]]:
    """Give the words of each line of the grid."""
    lines = draw(calendar, result, width).splitlines()
    return [line.split() for line in lines[3:]]


def test_weeks_begin_on_monday_and_today_is_marked() -> None:
    week, *_ = grid(december(), 80)
    assert week == ["1", "[2]", "3", "4", "5", "6"]
    assert draw(calendar, december(), 80).splitlines()[1].split() == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


def test_a_day_names_its_films_or_counts_them_where_there_is_no_room() -> None:
    both = december("2026-12-04", "2026-12-04")
    assert "Film 0" in draw(calendar, both, 80).split("Fr 4")[0]
    assert grid(both, 60)[1] == ["◐◐"]
    assert grid(december(*["2026-12-04"] * 9), 60)[1] == ["◐◐◐◐+"]
    assert grid(december(*["2026-12-04"] * 3), 40)[1] == ["◐◐◐"]


def test_a_film_with_two_releases_on_a_day_counts_once() -> None:
    film = Film("f", "Film", claims=tuple(claim("2026-12-04", reported="2026-01-01", region=r) for r in ("US", "JP")))
    result = month([film], date(2026, 12, 1), today=TODAY, release_filter=ReleaseFilter())
    assert grid(result, 60)[1] == ["◐"]
    assert "◐ Fr 4  Film  cinemas US, cinemas JP\n" in draw(calendar, result, 80)
    assert len(list(calendar.as_lines(result))) == 2


def test_the_legend_explains_only_the_marks_that_are_drawn() -> None:
    said = (claim("2026-12-04", reported="2026-11-01"), claim("2026-12-04", reported="2023-01-01", region="CA"))
    result = month([Film("f", "Film", claims=said)], date(2026, 12, 1), today=TODAY, release_filter=ReleaseFilter())
    drawn = draw(calendar, result, 80)
    assert "◐ Fr 4  Film  cinemas US, cinemas CA\n" in drawn
    assert drawn.splitlines()[-1] == "◐ announced"


def test_a_release_in_the_stead_of_ones_own_says_whose_is_missing() -> None:
    film = Film("f", "Film", claims=(claim("2026-12-04", reported="2026-01-01"),))
    british = Preferences(("GB",))
    result = month([film], date(2026, 12, 1), today=TODAY, release_filter=ReleaseFilter(), preferences=british)
    assert "◐ Fr 4  Film  cinemas US  no GB date yet\n" in draw(calendar, result, 80)


def test_a_bar_covers_the_part_of_the_month_that_a_vague_date_does() -> None:
    assert f" {9 * ' '}{3 * '━'}{19 * ' '}  10–12 Dec 2026" in draw(calendar, december("2026-12-10/2026-12-12"), 100)
    assert f" {20 * ' '}{11 * '━'}  21 Dec 2026 – 5 Jan 2027" in draw(calendar, december("2026-12-21/2027-01-05"), 80)
    assert "━━━" not in draw(calendar, december("2026-12-10/2026-12-12"), 71).split("Some time")[1]


def test_an_empty_month_says_so() -> None:
    assert draw(calendar, december(), 80).splitlines()[-1] == "No releases in December 2026."
