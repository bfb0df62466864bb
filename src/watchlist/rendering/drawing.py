"""The building blocks of everything drawn: cells of safe text, styles by meaning, grids, sections.

Views import this module at their top. It imports Rich only when something is drawn, so that a command that writes to a
pipe never pays for Rich.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

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
STARS = "yellow"

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


def joined(separator: str, parts: "Iterable[Cell | None]") -> Cell:
    """Join pieces of text with a separator of our own; empty pieces are left out."""
    from rich.text import Text

    return Text(separator).join(part for part in parts if part is not None and part.plain)


def beside(*parts: Cell) -> Cell:
    """Put pieces of text beside each other, each in its own style."""
    return joined("", parts)


def flowing(separator: str, parts: Iterable[Cell], *, width: int) -> Cell:
    """Join pieces of text as `joined` does, in as many lines of `width` columns as they need; no piece is broken."""
    rows: list[list[Cell]] = [[]]
    for part in (one for one in parts if one.plain):
        if rows[-1] and sum(one.cell_len + len(separator) for one in rows[-1]) + part.cell_len > width:
            rows.append([])
        rows[-1].append(part)
    return lines(*(joined(separator, row) for row in rows))


def lines(*parts: "Cell | None") -> Cell:
    """Put pieces of text below each other; empty ones are left out."""
    return joined("\n", parts)


def indented_lines(text: Cell) -> Cell:
    """Move each line of a text two columns to the right."""
    return lines(*(beside(cell("  "), one) for one in text.split("\n")))


class Row(NamedTuple):
    """A line of a list, in columns: where room is short, `tail` goes, then `head` is abridged; all else stays whole."""

    mark: "Cell"
    """A sign of one letter, or nothing."""
    before: "tuple[Cell, ...]"
    head: "Cell"
    tail: "Cell"
    """What stands directly behind `head`, in the same column."""
    after: "tuple[Cell, ...]" = ()
    more: "tuple[Cell, ...]" = ()
    """The end of the line, as much of it as there is room for."""


_GAP, _LEAST_HEAD = 2, 8
"""Columns between two columns, and columns that are left of an abridged text at least."""


def aligned(rows: Sequence[Row], *, width: int) -> list[Cell]:
    """Line up the columns of rows on a terminal of `width` columns; a column with nothing in it takes no room."""
    if not rows:
        return []
    others = [[*row.before, *row.after] for row in rows]
    sizes = [max(one.cell_len for one in column) for column in zip(*others, strict=True)]
    marks = 2 if any(row.mark.plain for row in rows) else 0
    least = max(row.more[0].cell_len + _GAP if row.more else 0 for row in rows)
    room = max(_LEAST_HEAD, width - marks - least - sum(size + _GAP for size in sizes if size))
    room = min(room, max(row.head.cell_len + row.tail.cell_len for row in rows), width // 3 if least else room)
    return [_line(row, marks, sizes, room, width) for row in rows]


def _line(row: Row, marks: int, sizes: Sequence[int], room: int, width: int) -> Cell:
    before = _padded(row.before, sizes)
    after = _padded(row.after, sizes[len(row.before) :])
    columns = [*before, _filled(_head(row, room), room), *after]
    used = marks + sum(one.cell_len + _GAP for one in columns)
    line = beside(_filled(row.mark, marks), joined(" " * _GAP, [*columns, _fitting(row.more, width - used)]))
    line.rstrip()
    line.no_wrap = True
    return line


def _head(row: Row, room: int) -> Cell:
    """Give the head with its tail if both fit, else the head alone, abridged if it has to be."""
    whole = beside(row.head, row.tail)
    return whole if whole.cell_len <= room else abridged(row.head, room)


def abridged(text: Cell, width: int) -> Cell:
    """Shorten a title to `width` columns in its middle: its last words tell one part of a series from another."""
    start, words = text.copy(), text.plain.split()
    ends = (cell(f"… {' '.join(words[place:])}", str(text.style)) for place in range(1, len(words)))
    end = next((one for one in ends if one.cell_len <= width // 2), None)
    if text.cell_len <= width or end is None:
        start.truncate(width, overflow="ellipsis")
        return start
    start.truncate(width - end.cell_len)
    start.rstrip()
    return beside(start, end)


def _fitting(parts: "Sequence[Cell]", room: int) -> Cell:
    """Join the first parts that fit into some columns."""
    fit = parts[:1]
    for number in range(2, len(parts) + 1):
        longer = joined(", ", parts[:number])
        if longer.cell_len <= room:
            fit = parts[:number]
    return joined(", ", fit)


def _padded(cells: "Sequence[Cell]", sizes: Sequence[int]) -> "list[Cell]":
    return [_filled(one, size) for one, size in zip(cells, sizes, strict=False) if size]


def _filled(one: Cell, size: int) -> Cell:
    filled = one.copy()
    filled.pad_right(max(0, size - one.cell_len))
    return filled


def grid(*columns: str, ratios: tuple[int | None, ...] = ()) -> Grid:
    """Make a table without rules; columns are named by what they hold, for the reader of the code."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0), expand=any(ratios))
    for number, _ in enumerate(columns):
        ratio = ratios[number] if number < len(ratios) else None
        table.add_column(ratio=ratio, overflow="fold")
    return table


def ruled_grid(columns: dict[str, int]) -> Grid:
    """Make a table with a head and a rule below it; each column has its columns of the terminal, and folds text."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, header_style=QUIET)
    for name, width in columns.items():
        table.add_column(cell(name), width=width, overflow="fold")
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
