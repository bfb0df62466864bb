"""The building blocks of everything drawn: cells of safe text, styles by meaning, grids, sections.

Views import this module at their top. It imports Rich only when something is drawn, so that a command that writes to a
pipe never pays for Rich.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from watchlist.domain.claim import Certainty
from watchlist.domain.countdown import State
from watchlist.rendering.safe_text import visible

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

Drawing: TypeAlias = "RenderableType"
Cell: TypeAlias = "Text"
Grid: TypeAlias = "Table"

TITLE = "bold"
QUIET = "dim"
WARNING = "yellow"
CONFLICT = "bold red"
HEADING = "bold cyan"
GOOD = "green"

CERTAINTY = {
    Certainty.RUMOURED: "magenta",
    Certainty.SPECULATED: "magenta",
    Certainty.ANNOUNCED: "cyan",
    Certainty.CONFIRMED: "green",
    Certainty.RELEASED: "bold green",
    Certainty.CANCELLED: "red",
}

STATE = {
    State.DATED: "bold",
    State.DUE: "bold green",
    State.OUT: "green",
    State.OVERDUE: "yellow",
    State.UNDATED: "dim",
    State.CANCELLED: "red",
}


def cell(text: str, style: str = "") -> Cell:
    """Make a piece of text that shows as it is: no markup, no emoji codes, no control characters."""
    from rich.text import Text

    return Text(visible(text), style=style)


def linked(text: str, style: str, address: str | None) -> Cell:
    """Make a piece of text that is a hyperlink (OSC 8) on terminals that know them; only https addresses are."""
    shown = cell(text, style)
    if address and address.startswith("https://") and address.isascii() and address.isprintable():
        shown.stylize(f"link {address}")
    return shown


def shortened(text: str, style: str, width: int) -> Cell:
    """Make a piece of text of at most `width` columns; a longer one ends in an ellipsis."""
    shown = cell(text, style)
    shown.truncate(width, overflow="ellipsis")
    return shown


def joined(separator: str, parts: "Iterable[Cell | None]") -> Cell:
    """Join pieces of text with a separator of our own; empty pieces are left out."""
    from rich.text import Text

    return Text(separator).join(part for part in parts if part is not None and part.plain)


def lines(*parts: "Cell | None") -> Cell:
    """Put pieces of text below each other; empty ones are left out."""
    return joined("\n", parts)


def grid(*columns: str, ratios: tuple[int | None, ...] = ()) -> Grid:
    """Make a table without rules; columns are named by what they hold, for the reader of the code."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0), expand=any(ratios))
    for number, _ in enumerate(columns):
        ratio = ratios[number] if number < len(ratios) else None
        table.add_column(ratio=ratio, overflow="fold")
    return table


def ruled_grid(columns: Iterable[str], *, width: int) -> Grid:
    """Make a table with a head and a rule below it; each column has `width` columns of the terminal."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, header_style=QUIET)
    for name in columns:
        table.add_column(cell(name), width=width, no_wrap=True, overflow="ellipsis")
    return table


def stack(*parts: Drawing) -> Drawing:
    """Put drawings below each other; an empty text is an empty line."""
    from rich.console import Group

    return Group(*parts)


def indented(drawing: Drawing) -> Drawing:
    """Move a drawing two columns to the right."""
    from rich.padding import Padding

    return Padding(drawing, (0, 0, 0, 2))


def section(title: str, *body: Drawing) -> Drawing:
    """Put a heading over drawings, and indent those."""
    return stack(cell(title, HEADING), *map(indented, body))
