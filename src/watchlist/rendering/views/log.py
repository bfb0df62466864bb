"""The view of the changes that were made to the list."""

from collections.abc import Iterator

from watchlist.domain.change import EntryChange
from watchlist.rendering.change_json import entry_changes_json
from watchlist.rendering.drawing import QUIET, Drawing, cell, grid
from watchlist.rendering.safe_text import line
from watchlist.services.upkeep.log import Log, LoggedStep


def as_json(result: Log) -> object:
    """Return an array of steps, the newest first, with each entry before and after; None for a whole new list."""
    return [
        {
            "at": step.at.isoformat(),
            "what": step.what,
            "undone": step.undone,
            "changes": None if step.changes is None else entry_changes_json(step.changes),
        }
        for step in result.steps
    ]


def as_lines(result: Log) -> Iterator[str]:
    """One line per step: when, what, and whether it was undone."""
    for step in result.steps:
        yield line(f"{step.at:%Y-%m-%d %H:%M}", step.what, "undone" if step.undone else "")


def as_drawing(result: Log, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw one line per step; undone ones are struck through."""
    if not result.steps:
        return cell("No changes yet.", QUIET)
    table = grid("when", "what", "undone")
    for step in result.steps:
        style = f"{QUIET} strike" if step.undone else ""
        mark = cell("undone" if step.undone else "", QUIET)
        table.add_row(cell(f"{step.at:%Y-%m-%d %H:%M}", QUIET), cell(step.what, style), mark)
    return table


def turned_json(step: LoggedStep, *, dry_run: bool) -> dict[str, object]:
    """Return a step that was undone or redone, or would be, with each entry before and after."""
    changes = step.changes
    if step.undone and changes is not None:
        changes = tuple(EntryChange(one.after, one.before) for one in changes)
    return {
        "at": step.at.isoformat(),
        "what": step.what,
        "done": not dry_run,
        "changes": None if changes is None else entry_changes_json(changes),
    }
