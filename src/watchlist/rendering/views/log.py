"""The view of what was done to the list."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from watchlist.rendering.view import line
from watchlist.services.upkeep.log import Log

if TYPE_CHECKING:
    from rich.console import RenderableType


def as_json(result: Log) -> Any:
    """Give an array of steps, the newest first."""
    return [{"at": step.at.isoformat(), "what": step.what, "undone": step.undone} for step in result.steps]


def as_lines(result: Log) -> Iterator[str]:
    """Give a line a step."""
    for step in result.steps:
        yield line(f"{step.at:%Y-%m-%d %H:%M}", step.what, "undone" if step.undone else "")


def as_drawing(result: Log, *, width: int) -> "RenderableType":  # noqa: ARG001
    """Draw a line a step; those undone are struck through."""
    from watchlist.rendering.drawing import QUIET, cell, grid

    if not result.steps:
        return cell("Nothing was done yet.", QUIET)
    table = grid("when", "what", "undone")
    for step in result.steps:
        style = f"{QUIET} strike" if step.undone else ""
        mark = cell("undone" if step.undone else "", QUIET)
        table.add_row(cell(f"{step.at:%Y-%m-%d %H:%M}", QUIET), cell(step.what, style), mark)
    return table
