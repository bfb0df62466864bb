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


def test_an_empty_list_shows_only_how_dates_move() -> None:
    assert draw(stats, statistics(), 80).splitlines()[:2] == [
        "How dates move, over all films",
        "  1 of 1 dated release moved (median 10 days, at most 10).",
    ]


def test_where_nothing_moved_no_days_are_named() -> None:
    assert "  0 of 0 dated releases moved.\n" in draw(stats, statistics(sources=0), 80)


def test_a_table_is_cut_on_a_terminal_and_whole_in_a_pipe() -> None:
    many = statistics(sources=12)
    assert "and 4 more: watchlist stats | cat" in draw(stats, many, 80)
    assert sum(line.startswith("publisher") for line in stats.as_lines(many)) == 12


def test_the_list_is_drawn_with_bars_of_one_scale() -> None:
    seen = Entry(
        "f0", "Film", None, Status.WATCHED, None, 9, (date(2025, 11, 20), date(2026, 10, 1), date(2026, 10, 2))
    )
    drawn = draw(stats, statistics(seen), 80)
    assert f"Oct 2026  {24 * '█'}  2" in drawn
    assert f"2025  {12 * '█'}" in drawn
    assert "Nov 2026  ·" in drawn
    assert "★★★★½" in drawn
    assert "mean rating  4.50 of 5 stars" in drawn
