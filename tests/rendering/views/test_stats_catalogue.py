"""How the dates of all films move: in tables on a terminal, all of it in a pipe."""

from datetime import date

import pytest

from claims import claim
from drawn import draw
from watchlist.domain.claim import UNSOURCED, Channel
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
    assert sum(line.startswith("who named the first date\t") for line in stats_catalogue.as_lines(many)) == 12
    assert stats_catalogue.as_json(many) == stats.as_json(many)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2027-01-02", "day"),
        ("2027-01-02/2027-01-05", "between two days"),
        ("2027-33", "quarter"),
        ("2027-37", "four months"),
        ("2027-40", "half-year"),
    ],
)
def test_how_exact_a_date_was_is_worded(day: str, words: str) -> None:
    films = [Film("f", "Film", claims=(claim(day, reported="2026-01-01"),))]
    result = Statistics(list_statistics({}, (), today=TODAY), move_statistics(films, today=TODAY))
    assert f"  {words}  ··········  0 of 1" in draw(stats_catalogue, result, 80)
    assert f"how exact the first date was\t{words}\t1\t0\t0\t\t" in stats_catalogue.as_lines(result)


def test_the_words_in_a_pipe_are_those_on_a_terminal() -> None:
    films = [
        Film("a", "A", countries=("JP",), claims=(claim("2027-01-01", reported="2026-01-01", by=UNSOURCED.publisher),)),
        Film("b", "B", claims=(claim("2027-01-01", reported="2026-01-01", channel=Channel.DIGITAL),)),
    ]
    result = Statistics(list_statistics({}, (), today=TODAY), move_statistics(films, today=TODAY))
    counted = [line.split("\t")[:3] for line in stats_catalogue.as_lines(result)]
    assert [line for line in counted if line[0] not in ("list", "viewings")] == [
        ["all", "all", "2"],
        ["where the film is shown", "streaming", "1"],
        ["where the film is shown", "cinemas", "1"],
        ["who named the first date", "Variety", "1"],
        ["who named the first date", "no named source", "1"],
        ["country", "Japan", "1"],
        ["country", "unknown", "1"],
        ["how exact the first date was", "day", "2"],
    ]
