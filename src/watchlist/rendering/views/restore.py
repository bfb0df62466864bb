"""The view of the copies of earlier lists."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from watchlist.rendering import wording
from watchlist.rendering.view import line
from watchlist.services.upkeep.restore import Copies, Copy

if TYPE_CHECKING:
    from rich.console import RenderableType


def as_json(result: Copies) -> Any:
    """Give an array of copies, the newest first; the size in bytes."""
    return [
        {"number": copy.number, "made": copy.made.isoformat(), "size": copy.size, "entries": copy.entries}
        for copy in result.copies
    ]


def as_lines(result: Copies) -> Iterator[str]:
    """Give a line a copy."""
    for copy in result.copies:
        yield line(str(copy.number), f"{copy.made:%Y-%m-%d %H:%M:%S}", _content(copy))


def as_drawing(result: Copies, *, width: int) -> "RenderableType":  # noqa: ARG001
    """Draw a line a copy, and how to bring one back."""
    from rich.console import Group

    from watchlist.rendering.drawing import QUIET, cell, grid

    if not result.copies:
        return cell("There are no copies yet: one is made before each change.", QUIET)
    table = grid("number", "made", "content")
    for copy in result.copies:
        table.add_row(cell(str(copy.number)), cell(f"{copy.made:%Y-%m-%d %H:%M:%S}"), cell(_content(copy)))
    return Group(table, "", cell("To bring one back: watchlist restore NUMBER", QUIET))


def _content(copy: Copy) -> str:
    return "damaged" if copy.entries is None else wording.count(copy.entries, "film")
