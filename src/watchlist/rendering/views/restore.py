"""The view of the copies of earlier lists."""

from collections.abc import Iterator

from watchlist.rendering import wording
from watchlist.rendering.drawing import QUIET, Drawing, cell, grid, stack
from watchlist.rendering.view import line
from watchlist.services.upkeep.restore import Copies, Copy


def as_json(result: Copies) -> object:
    """Return an array of copies, the newest first; the size is in bytes."""
    return [
        {"number": copy.number, "made": copy.made.isoformat(), "size": copy.size, "entries": copy.entries}
        for copy in result.copies
    ]


def as_lines(result: Copies) -> Iterator[str]:
    """One line per copy: its number, when it was made, what is in it."""
    for copy in result.copies:
        yield line(str(copy.number), f"{copy.made:%Y-%m-%d %H:%M:%S}", _content(copy))


def as_drawing(result: Copies, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw one line per copy, and how to bring one back."""
    if not result.copies:
        return cell("There are no copies yet: one is made before each change.", QUIET)
    table = grid("number", "made", "content")
    for copy in result.copies:
        table.add_row(cell(str(copy.number)), cell(f"{copy.made:%Y-%m-%d %H:%M:%S}"), cell(_content(copy)))
    return stack(table, "", cell("To bring one back: watchlist restore NUMBER", QUIET))


def _content(copy: Copy) -> str:
    return "damaged" if copy.entries is None else wording.count(copy.entries, "film")
