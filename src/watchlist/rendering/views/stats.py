"""The view of the statistics: the list in numbers and bars, and how the dates of all films move."""

from collections.abc import Iterable, Iterator
from datetime import date

from watchlist.rendering import wording
from watchlist.rendering.code_names import country_name
from watchlist.rendering.drawing import QUIET, WARNING, Drawing, cell, grid, section, stack
from watchlist.rendering.view import line
from watchlist.services.stats import Habits, ListStatistics, MoveStatistics, Statistics, Tally

_BAR = 24
"""Columns of the longest bar."""
_SHARE_BAR = 10
"""Columns of a bar that shows a share of releases."""
_SHOWN = 8
"""Rows of each table on a terminal; a pipe and `--json` get all."""


def as_json(result: Statistics) -> object:
    """Return the list in numbers, and how often and how far dates move; days are whole days."""
    own, moves = result.own, result.moves
    return {
        "list": {
            "entries": {str(status): number for status, number in own.by_status.items()},
            "viewings_by_month": {f"{year}-{month:02}": number for (year, month), number in own.by_month},
            "viewings_by_year": {str(year): number for year, number in own.by_year},
            "ratings": {str(stars): number for stars, number in own.ratings},
            "mean_rating": own.mean_rating,
            "median_days_waited": own.waited,
            "median_days_waiting": own.waiting,
            "moved": {"releases": own.moved, "shifts": own.shifts, "days": own.days},
        },
        "overall": moves.overall._asdict(),
        "by": {habits.by: [tally._asdict() for tally in habits.tallies] for habits in moves.habits},
    }


def as_lines(result: Statistics) -> Iterator[str]:
    """One line per number of the list, then one per group of releases: how many, how many moved, how far."""
    own = result.own
    for status, number in own.by_status.items():
        yield line("list", str(status), str(number))
    for name, value in _sentences(own):
        yield line("list", name, value)
    for (year, month), number in own.by_month:
        yield line("viewings", wording.month_words(date(year, month, 1)), str(number))
    for year, number in own.by_year:
        yield line("viewings", str(year), str(number))
    for stars, number in own.ratings:
        yield line("rated", wording.rating_words(stars), str(number))
    yield _tally_line("all", result.moves.overall)
    for habits in result.moves.habits:
        for tally in habits.tallies:
            yield _tally_line(habits.by, _named(habits.by, tally))


def as_drawing(result: Statistics, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw the list with bars, then how dates move."""
    own = result.own
    parts: list[Drawing] = []
    if any(own.by_status.values()):
        counted = ", ".join(f"{number} {status}" for status, number in own.by_status.items() if number)
        table = grid("what", "value")
        for name, value in _sentences(own):
            table.add_row(cell(name, QUIET), cell(value))
        parts += [section("Your list", cell(counted), *([table] if table.row_count else [])), ""]
    if own.by_year:
        months = ((f"{date(year, month, 1):%b} {year}", number) for (year, month), number in own.by_month)
        parts += [section("Watched by month", _bars(months)), ""]
        if len(own.by_year) > 1:
            parts += [section("Watched by year", _bars((str(year), number) for year, number in own.by_year)), ""]
    if own.ratings:
        rated = ((wording.stars_words(stars), number) for stars, number in own.ratings)
        parts += [section("Ratings", _bars(rated)), ""]
    return stack(*parts, section("How dates move, over all films", _draw_moves(result.moves)))


def _sentences(own: ListStatistics) -> Iterator[tuple[str, str]]:
    if own.mean_rating is not None:
        yield "mean rating", f"{own.mean_rating / 2:.2f} of 5 stars"
    if own.waiting is not None:
        yield "waiting", f"half of the wanted films for {wording.count(own.waiting, 'day')} or more"
    if own.waited is not None:
        yield "waited", f"half of the watched films within {wording.count(own.waited, 'day')} of adding them"
    if own.moved:
        often = f"{wording.count(own.moved, 'release')} moved, in {wording.count(own.shifts, 'step')}"
        yield "dates", f"{often}, {wording.signed_words(own.days)} in total"


def _bars(numbers: Iterable[tuple[str, int]]) -> Drawing:
    kept = list(numbers)
    most = max((number for _, number in kept), default=1) or 1
    table = grid("name", "bar", "number")
    for name, number in kept:
        table.add_row(cell(name), cell("█" * round(_BAR * number / most) or "·", "cyan"), cell(str(number)))
    return table


def _draw_moves(moves: MoveStatistics) -> Drawing:
    """Draw a table for each property of releases, with bars for the share that moved."""
    overall = moves.overall
    far = f" (median {_days(overall)})" if overall.median_days else ""
    parts: list[Drawing] = [
        cell(f"{overall.moved} of {wording.count(overall.releases, 'dated release')} moved{far}."),
    ]
    for habits in moves.habits:
        parts += ["", section(f"By {habits.by}", *_draw_habits(habits))]
    return stack(*parts)


def _draw_habits(habits: Habits) -> Iterator[Drawing]:
    table = grid("name", "bar", "moved", "days")
    for tally in habits.tallies[:_SHOWN]:
        bar = "█" * round(_SHARE_BAR * tally.moved / tally.releases)
        table.add_row(
            cell(_named(habits.by, tally).name),
            cell(bar.ljust(_SHARE_BAR, "·"), WARNING),
            cell(f"{tally.moved} of {tally.releases}"),
            cell(_days(tally), QUIET),
        )
    yield table
    more = len(habits.tallies) - _SHOWN
    if more > 0:
        yield cell(f"and {more} more: watchlist stats | cat", QUIET)


def _named(by: str, tally: Tally) -> Tally:
    """Give a tally of a country the country's name for its code."""
    return tally._replace(name=country_name(tally.name)) if by == "country" else tally


def _days(tally: Tally) -> str:
    return f"{tally.median_days} days, at most {tally.most_days}" if tally.median_days else ""


def _tally_line(by: str, tally: Tally) -> str:
    days = ("" if number is None else str(number) for number in (tally.median_days, tally.most_days))
    return line(by, tally.name, str(tally.releases), str(tally.moved), str(tally.shifts), *days)
