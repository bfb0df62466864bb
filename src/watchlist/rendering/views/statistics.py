"""The view of the statistics: the list in numbers and bars, and how the dates of all films move."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from watchlist.rendering import wording
from watchlist.rendering.view import line
from watchlist.rendering.views import stats
from watchlist.services.stats import ListStatistics, Statistics

if TYPE_CHECKING:
    from rich.console import RenderableType

_BAR = 24
"""Columns of the longest bar."""


def as_json(result: Statistics) -> Any:
    """Give the list in numbers, and the tallies of how dates move."""
    own = result.own
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
        **stats.as_json(result.moves),
    }


def as_lines(result: Statistics) -> Iterator[str]:
    """Give a line a number of the list, then a line a tally of how dates move."""
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
    yield from stats.as_lines(result.moves)


def as_drawing(result: Statistics, *, width: int) -> "RenderableType":
    """Draw the list with bars, then how dates move."""
    from rich.console import Group

    from watchlist.rendering.drawing import QUIET, cell, grid, section

    own = result.own
    parts: list[RenderableType] = []
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
    return Group(*parts, section("How dates move, over all films", stats.as_drawing(result.moves, width=width - 2)))


def _sentences(own: ListStatistics) -> Iterator[tuple[str, str]]:
    if own.mean_rating is not None:
        yield "mean rating", f"{own.mean_rating / 2:.2f} of 5 stars"
    if own.waiting is not None:
        yield "waiting", f"half of the wanted films for {wording.count(own.waiting, 'day')} or more"
    if own.waited is not None:
        yield "waited", f"half of the watched films within {wording.count(own.waited, 'day')} of adding them"
    if own.moved:
        often = f"{wording.count(own.moved, 'release')} moved, in {wording.count(own.shifts, 'step')}"
        yield "dates", f"{often}, {wording.signed_words(own.days)} in all"


def _bars(rows: Iterable[tuple[str, int]]) -> "RenderableType":
    from watchlist.rendering.drawing import cell, grid

    kept = list(rows)
    most = max((number for _, number in kept), default=1) or 1
    table = grid("name", "bar", "number")
    for name, number in kept:
        table.add_row(cell(name), cell("█" * round(_BAR * number / most) or "·", "cyan"), cell(str(number)))
    return table
