"""The view of how dates move."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from watchlist.rendering import wording
from watchlist.rendering.code_names import country_name
from watchlist.rendering.view import line
from watchlist.services.moved import MoveStatistics, Tally

if TYPE_CHECKING:
    from rich.console import RenderableType

_SHOWN = 8
"""Rows of each table on a terminal; a pipe and `--json` get all."""


def as_json(result: MoveStatistics) -> Any:
    """Give the tally of all releases, and those by each property; days are whole days."""
    return {
        "overall": _json(result.overall),
        "by": {habits.by: [_json(tally) for tally in habits.tallies] for habits in result.habits},
    }


def as_lines(result: MoveStatistics) -> Iterator[str]:
    """Give a line a tally: property, name, releases, how many moved, shifts, median and most days."""
    yield line("all", *_words(result.overall))
    for habits in result.habits:
        for tally in habits.tallies:
            yield line(habits.by, *_words(_named(habits.by, tally)))


def as_drawing(result: MoveStatistics, *, width: int) -> "RenderableType":  # noqa: ARG001
    """Draw a table for each property, with bars for the share that moved."""
    from rich.console import Group

    from watchlist.rendering.drawing import QUIET, WARNING, cell, grid, section

    all_of_them = result.overall
    parts: list[RenderableType] = [
        cell(
            f"Of {wording.count(all_of_them.releases, 'release')} that somebody dated beforehand, "
            f"{all_of_them.moved} moved{_far(all_of_them)}."
        )
    ]
    for habits in result.habits:
        table = grid("name", "bar", "moved", "days")
        for tally in habits.tallies[:_SHOWN]:
            bar = "█" * round(10 * tally.moved / tally.releases)
            table.add_row(
                cell(_named(habits.by, tally).name),
                cell(bar.ljust(10, "·"), WARNING),
                cell(f"{tally.moved} of {tally.releases}"),
                cell(_days(tally), QUIET),
            )
        more = len(habits.tallies) - _SHOWN
        rest = [cell(f"and {more} more: watchlist stats | cat", QUIET)] if more > 0 else []
        parts += ["", section(f"By {habits.by}", table, *rest)]
    return Group(*parts)


def _named(by: str, tally: Tally) -> Tally:
    """Give a tally of a country the country's name for its code."""
    return tally._replace(name=country_name(tally.name)) if by == "country" else tally


def _far(tally: Tally) -> str:
    return f", by {tally.median_days} days at the median and {tally.most_days} at most" if tally.median_days else ""


def _days(tally: Tally) -> str:
    return f"{tally.median_days} days, at most {tally.most_days}" if tally.median_days else ""


def _words(tally: Tally) -> tuple[str, ...]:
    days = (tally.median_days, tally.most_days)
    return (
        tally.name,
        *map(str, (tally.releases, tally.moved, tally.shifts)),
        *("" if d is None else str(d) for d in days),
    )


def _json(tally: Tally) -> dict[str, Any]:
    return {
        "name": tally.name,
        "releases": tally.releases,
        "moved": tally.moved,
        "shifts": tally.shifts,
        "median_days": tally.median_days,
        "most_days": tally.most_days,
    }
