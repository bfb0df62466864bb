"""The building blocks of everything drawn: cells of safe text, styles by meaning, grids."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from watchlist.domain.claim import Certainty
from watchlist.domain.countdown import State
from watchlist.rendering.safe_text import visible

TITLE = "bold"
QUIET = "dim"
WARNING = "yellow"
CONFLICT = "bold red"
HEADING = "bold cyan"

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


def cell(text: str, style: str = "") -> Text:
    """Make a piece of text that shows as what it is: no markup, no emoji codes, no controls."""
    return Text(visible(text), style=style)


def linked(text: str, style: str, address: str | None) -> Text:
    """Make a piece of text that terminals with hyperlinks (OSC 8) open; only https addresses are linked."""
    shown = cell(text, style)
    if address and address.startswith("https://") and address.isascii() and address.isprintable():
        shown.stylize(f"link {address}")
    return shown


def lines(*parts: Text | None) -> Text:
    """Put pieces under each other; empty ones are left out."""
    return Text("\n").join(part for part in parts if part is not None and part.plain)


def grid(*columns: str, ratios: tuple[int | None, ...] = ()) -> Table:
    """Make a table without lines; columns are named by what they hold, for the reader of the code."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=any(ratios))
    for number, _ in enumerate(columns):
        ratio = ratios[number] if number < len(ratios) else None
        table.add_column(ratio=ratio, overflow="fold")
    return table


def section(title: str, *body: RenderableType) -> RenderableType:
    """Put a heading over something, and indent that."""
    return Group(cell(title, HEADING), *(Padding(one, (0, 0, 0, 2)) for one in body))
