"""The view of how the dates of all films move."""

from collections.abc import Iterator

from watchlist.rendering import wording
from watchlist.rendering.drawing import QUIET, WARNING, Drawing, Row, cell, section, stack
from watchlist.rendering.film_rows import draw_rows
from watchlist.rendering.views import stats
from watchlist.services.stats import Habits, Statistics, Tally

_SHARE_BAR = 10
"""Columns of a bar that shows a share of releases."""
_SHOWN = 8
"""Rows of each table on a terminal; a pipe and `--json` get all."""


def as_json(result: Statistics) -> object:
    """Return what `stats` returns."""
    return stats.as_json(result)


def as_lines(result: Statistics) -> Iterator[str]:
    """Return the lines of `stats`: they have all numbers."""
    return stats.as_lines(result)


def as_drawing(result: Statistics, *, width: int) -> Drawing:
    """Draw a table for each property of releases, with bars for the share that moved."""
    moves, overall = result.moves, result.moves.overall
    far = f", typically by {_days(overall)}" if overall.median_days else ""
    parts: list[Drawing] = [
        cell(f"{overall.moved} of {wording.count(overall.releases, 'date')} moved{far}."),
    ]
    for habits in moves.habits:
        parts += ["", section(stats.PROPERTIES[habits.by].capitalize(), *_draw_habits(habits, width - 2))]
    return stack(*parts)


def _draw_habits(habits: Habits, width: int) -> Iterator[Drawing]:
    yield from draw_rows([_row(habits.by, tally) for tally in habits.tallies[:_SHOWN]], width=width)
    more = len(habits.tallies) - _SHOWN
    if more > 0:
        yield cell(f"and {more} more: watchlist stats --json", QUIET)


def _row(by: str, tally: Tally) -> Row:
    bar = "█" * round(_SHARE_BAR * tally.moved / tally.releases)
    share = cell(bar.ljust(_SHARE_BAR, "·"), WARNING)
    moved = cell(f"{tally.moved} of {tally.releases}")
    return Row(cell(""), (), cell(stats.group_words(by, tally)), cell(""), (share, moved, cell(_days(tally), QUIET)))


def _days(tally: Tally) -> str:
    return f"{wording.count(tally.median_days, 'day')}, at most {tally.most_days}" if tally.median_days else ""
