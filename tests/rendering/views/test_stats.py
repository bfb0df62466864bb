from datetime import date

from claims import claim
from drawn import draw
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.rendering.views import stats
from watchlist.services.stats import Statistics, list_statistics, move_statistics

TODAY = date(2026, 11, 20)


def statistics(*entries: Entry, sources: int = 1) -> Statistics:
    films = {
        f"f{n}": Film(
            f"f{n}",
            f"Film {n}",
            claims=(
                claim("2027-01-01", reported="2026-01-01", by=f"Paper {n}"),
                claim("2027-01-11", reported="2026-02-01"),
            ),
        )
        for n in range(sources)
    }
    return Statistics(list_statistics(films, entries, today=TODAY), move_statistics(films.values(), today=TODAY))


def test_an_empty_list_says_how_to_start() -> None:
    assert draw(stats, statistics(), 80).splitlines() == [
        'Your list is empty. To start: watchlist add "Drawing Closer"',
        "",
        "How the dates of all films move: watchlist stats --catalogue",
    ]


def test_the_list_is_drawn_with_bars_of_one_scale() -> None:
    seen = Entry(
        "f0", "Film", None, Status.WATCHED, None, 9, (date(2025, 11, 20), date(2026, 10, 1), date(2026, 10, 2))
    )
    drawn = draw(stats, statistics(seen), 80)
    assert "  Oct 2026  ████ 2\n  Nov 2026  ·\n" in drawn
    assert "Watched by year\n  2025  ██ 1\n  2026  ████ 2\n" in drawn
    assert "  ★★★★½  ██ 1\n" in drawn
    assert "average rating 4.5 of 5 stars" in drawn


def test_the_films_that_are_awaited_longest_and_those_that_slip_are_named() -> None:
    drawn = draw(stats, statistics(Entry("f0", "Film", date(2026, 11, 1))), 80)
    assert "You have waited longest for\n  19 days  Film 0\n" in drawn
    assert "Dates that move\n  10 days later  Film 0\n" in drawn
    assert "Dates that move\n  Film 0\n    10 days later\n" in draw(
        stats, statistics(Entry("f0", "Film", date(2026, 11, 1))), 40
    )


def test_the_years_that_the_films_are_from_are_cut_and_the_command_for_all_is_named() -> None:
    films = {f"f{year}": Film(f"f{year}", "Film", year=year) for year in range(2001, 2012)}
    seen = [Entry(key, "Film", None, Status.WATCHED) for key in films]
    drawn = draw(stats, Statistics(list_statistics(films, seen, today=TODAY), statistics().moves), 80)
    _, years = drawn.split("Years that the films are from\n")
    assert [line.split()[0] for line in years.splitlines()[:8]] == [str(year) for year in range(2011, 2003, -1)]
    assert years.splitlines()[8] == "  and 3 more: watchlist stats --json"
