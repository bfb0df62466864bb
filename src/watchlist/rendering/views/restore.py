"""The view of the backups of the list, each with how it differs from the current list."""

from collections.abc import Iterator

from watchlist.rendering import wording
from watchlist.rendering.change_json import entry_changes_json
from watchlist.rendering.drawing import QUIET, Drawing, cell, grid, stack
from watchlist.rendering.safe_text import line
from watchlist.rendering.step_words import list_words
from watchlist.services.upkeep.restore import Copies, Copy


def as_json(result: Copies) -> object:
    """Return an array of backups, the newest first; size is in bytes, changes are what restoring would do."""
    return [
        {
            "number": copy.number,
            "made": copy.made.isoformat(),
            "size": copy.size,
            "entries": copy.entries,
            "changes": None if copy.entries is None else entry_changes_json(copy.changes),
        }
        for copy in result.copies
    ]


def as_lines(result: Copies) -> Iterator[str]:
    """One line for the current list, then one per backup: number, when it was made, what is in it, what differs."""
    if result.copies:
        yield line("0", "now", _content(result.now), "as it is")
    for copy in result.copies:
        yield line(str(copy.number), f"{copy.made:%Y-%m-%d %H:%M:%S}", _content(copy.entries), _differs(copy))


def as_drawing(result: Copies, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw one line for the current list, one per backup, and how to restore one."""
    if not result.copies:
        return cell("There are no backups yet: one is made before each change.", QUIET)
    table = grid("number", "made", "content", "differences")
    table.add_row(cell(""), cell("now", QUIET), cell(_content(result.now), QUIET), cell(""))
    for copy in result.copies:
        made = cell(f"{copy.made:%Y-%m-%d %H:%M:%S}")
        table.add_row(cell(str(copy.number)), made, cell(_content(copy.entries)), cell(_differs(copy), QUIET))
    return stack(table, "", cell("To restore one: watchlist restore NUMBER", QUIET))


def _content(entries: int | None) -> str:
    return "damaged" if entries is None else wording.count(entries, "film")


def _differs(copy: Copy) -> str:
    if copy.entries is None:
        return ""
    return list_words(copy.changes) or "no differences"
