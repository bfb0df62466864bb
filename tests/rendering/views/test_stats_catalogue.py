"""How the dates of all films move: in tables on a terminal, all of it in a pipe."""

from datetime import date

from claims import claim
from drawn import draw
from watchlist.domain.film import Film
from watchlist.rendering.views import stats, stats_catalogue
from watchlist.services.stats import Statistics, list_statistics, move_statistics

TODAY = date(2026, 11, 20)


def statistics(sources: int = 1) -> Statistics:
    films = [
        Film(
            f"f{n}",
            f"Film {n}",
            claims=(
                claim("2027-01-01", reported="2026-01-01", by=f"Paper {n}"),
                claim("2027-01-11", reported="2026-02-01"),
            ),
        )
        for n in range(sources)
    ]
    return Statistics(list_statistics({}, (), today=TODAY), move_statistics(films, today=TODAY))


def test_each_property_of_releases_has_a_table_with_the_share_that_moved() -> None:
    assert draw(stats_catalogue, statistics(), 80).splitlines() == [
        "1 of 1 date moved, typically by 10 days, at most 10.",
        "",
        "Where the film is shown",
        "  cinemas  ██████████  1 of 1  10 days, at most 10",
        "",
        "Who named the first date",
        "  Paper 0  ██████████  1 of 1  10 days, at most 10",
        "",
        "Country",
        "  unknown  ██████████  1 of 1  10 days, at most 10",
        "",
        "How exact the first date was",
        "  day  ██████████  1 of 1  10 days, at most 10",
    ]


def test_where_nothing_moved_no_days_are_named() -> None:
    assert "0 of 0 dates moved.\n" in draw(stats_catalogue, statistics(0), 80)


def test_a_table_is_cut_on_a_terminal_and_whole_in_a_pipe_and_in_json() -> None:
    many = statistics(12)
    assert "and 4 more: watchlist stats --json" in draw(stats_catalogue, many, 80)
    assert sum(line.startswith("publisher") for line in stats_catalogue.as_lines(many)) == 12
    assert stats_catalogue.as_json(many) == stats.as_json(many)


def test_days_that_are_not_known_exactly_are_named_in_words() -> None:
    films = [Film("f", "Film", claims=(claim("2027-01-02/2027-01-05", reported="2026-01-01"),))]
    result = Statistics(list_statistics({}, (), today=TODAY), move_statistics(films, today=TODAY))
    assert "  between two days  ··········  0 of 1" in draw(stats_catalogue, result, 80)
