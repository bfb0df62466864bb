"""The building blocks of everything drawn: cells of safe text, styles by meaning, grids, sections.

Views import this module at their top. It imports Rich only when something is drawn, so that a command that writes to a
pipe never loads it.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from watchlist.domain.countdown import State
from watchlist.rendering.safe_text import visible
from watchlist.rendering.styled_text import StyledText, columns, cut

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

Drawing: TypeAlias = "RenderableType"
Cell: TypeAlias = StyledText
Grid: TypeAlias = "Table"

TITLE = "bold"
QUIET = "dim"
WARNING = "yellow"
CONFLICT = "bold red"
HEADING = "bold cyan"
GOOD = "green"
STARS = "yellow"

EMPTY_LIST = 'Your list is empty. To start: watchlist add "Drawing Closer"'

STATE = {
    State.DATED: "bold",
    State.DUE: "bold green",
    State.OUT: "green",
    State.OVERDUE: "yellow",
    State.UNDATED: "dim",
    State.CANCELLED: "red",
}


def cell(text: str, style: str = "") -> Cell:
    """Return text that is shown as it is: no markup, no emoji codes, no control characters."""
    return Cell(((visible(text), style),)) if text else Cell()


def linked(text: str, style: str, address: str | None) -> Cell:
    """Return text that is a hyperlink (OSC 8) on terminals that support them; only https addresses become links."""
    is_safe = address and address.startswith("https://") and address.isascii() and address.isprintable()
    return cell(text, f"{style} link {address}".lstrip() if is_safe else style)


def joined(separator: str, parts: "Iterable[Cell | None]") -> Cell:
    """Join pieces of text with a separator; empty pieces are left out."""
    pieces: list[tuple[str, str]] = []
    for part in parts:
        if part is not None and part.pieces:
            pieces += ((separator, ""), *part.pieces) if pieces and separator else part.pieces
    return Cell(tuple(pieces))


def beside(*parts: Cell) -> Cell:
    """Put pieces of text beside each other, each in its own style."""
    return Cell(tuple([piece for part in parts for piece in part.pieces]))


def flowing(separator: str, parts: Iterable[Cell], *, width: int, indent: int = 0) -> Cell:
    """Join pieces of text like `joined`, in as many lines of `width` columns as needed; no piece is broken.

    Each line is indented by `indent` columns.
    """
    rows: list[list[Cell]] = [[]]
    for part in (one for one in parts if one.pieces):
        if rows[-1] and sum(one.width + len(separator) for one in rows[-1]) + part.width > width - indent:
            rows.append([])
        rows[-1].append(part)
    return lines(*(beside(cell(" " * indent), joined(separator, row)) for row in rows if row))


def hint(words: str, *, width: int, style: str = QUIET) -> Cell:
    """Draw words that may end in a command to type, which is never broken: lines end between parts of a sentence."""
    parts = re.split(r"(?<=[,.;]) | (?=watchlist )", words)
    return flowing(" ", (cell(part, style) for part in parts), width=width)


def lines(*parts: "Cell | None") -> Cell:
    """Put pieces of text below each other; empty ones are left out."""
    return joined("\n", parts)


class Row(NamedTuple):
    """A line of a list, in columns. If space is short, `tail` is left out, then `head` is shortened; the rest stays."""

    mark: Cell
    """One character, or nothing."""
    before: tuple[Cell, ...]
    head: Cell
    tail: Cell
    """Follows directly after `head`, in the same column."""
    after: tuple[Cell, ...] = ()
    more: tuple[Cell, ...] = ()
    """The end of the line, as much of it as fits."""


_GAP, _LEAST_HEAD = 2, 8
"""The space between two columns, and the least width of a shortened text."""


def aligned(rows: Sequence[Row], *, width: int) -> list[Cell]:
    """Align the columns of rows on a terminal of `width` columns; an empty column takes no space."""
    if not rows:
        return []
    widest = [max(one.width for one in column) for column in zip(*map(_fixed, rows), strict=True)]
    sizes = [most + _GAP if most else 0 for most in widest]
    marks = 2 if any(row.mark.pieces for row in rows) else 0
    least = max(row.more[0].width + _GAP if row.more else 0 for row in rows)
    used = marks + sum(sizes)
    room = max(_LEAST_HEAD, width - least - used)
    room = min(room, max(row.head.width + row.tail.width for row in rows), width // 3 if least else room)
    place = len(rows[0].before)
    sizes = [marks, *sizes[:place], room + _GAP, *sizes[place:], width - used - room - _GAP]
    return [_line(row, sizes) for row in rows]


def _fixed(row: Row) -> tuple[Cell, ...]:
    return (*row.before, *row.after)


def _line(row: Row, sizes: Sequence[int]) -> Cell:
    """Draw a row; `sizes` are the widths of its columns, each with the gap after it."""
    head, more = _head(row, sizes[1 + len(row.before)] - _GAP), _fitting(row.more, sizes[-1])
    pieces: list[tuple[str, str]] = []
    blanks = 0
    for one, size in zip((row.mark, *row.before, head, *row.after, more), sizes, strict=True):
        if one.pieces:
            pieces += ((" " * blanks, ""), *one.pieces) if blanks else one.pieces
            blanks = size - one.width
        else:
            blanks += size
    return Cell(tuple(pieces), breaks=False)


def _head(row: Row, room: int) -> Cell:
    """Return the head with its tail if both fit, otherwise the head alone, shortened if necessary."""
    whole = beside(row.head, row.tail)
    return whole if whole.width <= room else abridged(row.head, room)


def abridged(text: Cell, width: int) -> Cell:
    """Shorten a title to `width` columns in the middle: its last words often tell the films of a series apart."""
    if text.width <= width:
        return text
    plain, (_, style) = text.plain, text.pieces[0]
    end = ""
    for word in reversed(plain.split()[1:]):
        longer = f"{word} {end}" if end else word
        if columns(longer) + len("… ") > width // 2:
            break
        end = longer
    if not end:
        return cell(f"{cut(plain, width - 1)}…", style)
    start = cut(plain, width - columns(end) - len("… ")).rstrip()
    return beside(cell(start, style), cell(f"… {end}", style))


def _fitting(parts: Sequence[Cell], room: int) -> Cell:
    """Join as many of the first parts as fit into `room` columns, at least one."""
    fits = (joined(", ", parts[:number]) for number in range(len(parts), 1, -1))
    return next((one for one in fits if one.width <= room), joined(", ", parts[:1]))


def grid(*columns: str, ratios: tuple[int | None, ...] = ()) -> Grid:
    """Return a table without lines; the names of its columns are only for the reader of the code."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0), expand=any(ratios))
    for number, _ in enumerate(columns):
        ratio = ratios[number] if number < len(ratios) else None
        table.add_column(ratio=ratio, overflow="fold")
    return table


def ruled_grid(columns: dict[str, int]) -> Grid:
    """Return a table with a header and a line below it; `columns` gives the width of each, and longer text wraps."""
    from rich.box import SIMPLE_HEAD

    table = grid()
    table.box, table.show_header, table.header_style = SIMPLE_HEAD, True, QUIET
    table.padding, table.collapse_padding = (0, 1), False
    for name, width in columns.items():
        table.add_column(cell(name), width=width, overflow="fold")
    return table


def stack(*parts: Drawing) -> Drawing:
    """Put drawings below each other; an empty text is an empty line."""
    from rich.console import Group

    return Group(*parts)


def indented(drawing: Drawing) -> Drawing:
    """Indent a drawing by two columns."""
    from rich.padding import Padding

    return Padding(drawing, (0, 0, 0, 2))


def section(title: str, *body: Drawing) -> Drawing:
    """Put a heading above drawings, and indent the drawings."""
    return stack(cell(title, HEADING), *map(indented, body))
