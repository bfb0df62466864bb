"""Reading and writing CSV as programs and spreadsheets do, with any delimiter and two ways to escape quotes."""

import csv
import io
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from watchlist.services.transfer.row import BadRow, Collected, collect, unreadable

Result = TypeVar("Result")

_LARGEST_FIELD = 1024 * 1024
_SAMPLE = 8192


class Line(NamedTuple):
    """A row of a table: its cells by column name, in lower case; `number` is its line in the file, from 1."""

    number: int
    cells: Mapping[str, str]

    def cell(self, *names: str) -> str:
        """Return the cell in the first of these columns that exists, stripped; "" if none exists."""
        return next((self.cells[name].strip() for name in names if name in self.cells), "")


class Table(NamedTuple):
    """A header in lower case, the lines below it, and the lines that do not fit it."""

    header: tuple[str, ...]
    lines: tuple[Line, ...]
    bad: tuple[BadRow, ...]

    def column(self, name: str) -> Iterator[str]:
        """Yield all values of a column."""
        return (line.cell(name) for line in self.lines)

    def collect(self, read: Callable[[Line], Result | None]) -> Collected[Result]:
        """Read each line, as `row.collect` does; lines that do not fit the header are bad too."""
        collected = collect(((line.number, line) for line in self.lines), lambda _, line: read(line))
        return collected._replace(bad=(*self.bad, *collected.bad))


NO_TABLE = Table((), (), ())


class TableRow(NamedTuple):
    """A row of a file: its cells, and its lines from `first` to `last`, counted from 1."""

    first: int
    last: int
    cells: tuple[str, ...]
    fault: str = ""
    """Why it cannot be read; then it has no cells."""

    @property
    def is_empty(self) -> bool:
        """True if all its cells are blank; spreadsheets write such rows."""
        return not self.fault and not any(cell.strip() for cell in self.cells)


def physical_lines(text: str) -> list[str]:
    """Split a text into lines, with their line ends."""
    return list(io.StringIO(text, newline=""))


def records(text: str) -> Iterator[TableRow]:
    r"""Read the rows of a CSV; if one cannot be read, only its first line is lost, and reading continues after it.

    A quote inside quotes is doubled, or escaped as `\"`.
    """
    csv.field_size_limit(_LARGEST_FIELD)
    lines, delimiter, start = physical_lines(text), _delimiter(text), 0
    first, second = (True, False) if _escapes(text) else (False, True)
    while start < len(lines):
        for record in _whole_records(lines, start, delimiter, escaped=first):
            yield record
            start = record.last
        if start < len(lines):
            again = next(_whole_records(lines, start, delimiter, escaped=second), None)
            yield again or TableRow(start + 1, start + 1, (), "has a quote that does not end at the end of its cell")
            start = again.last if again else start + 1


def _whole_records(lines: Sequence[str], start: int, delimiter: str, *, escaped: bool) -> Iterator[TableRow]:
    """Read rows from a line on, up to the first one that cannot be read."""
    rest = (lines[place] for place in range(start, len(lines)))
    reader = csv.reader(rest, delimiter=delimiter, escapechar="\\" if escaped else None, strict=True)
    first = start + 1
    try:
        for cells in reader:
            yield TableRow(first, start + reader.line_num, tuple(cells))
            first = start + reader.line_num + 1
    except csv.Error:
        return


def _escapes(text: str) -> bool:
    r"""Return whether a file is in Letterboxd's import format, which escapes quotes as `\"`, and has a backslash."""
    return "\\" in text and "letterboxduri" in text[:_SAMPLE].lstrip().partition("\n")[0].casefold()


def read_table(name: str, text: str) -> Table:
    """Read a CSV; rows that do not fit the header are in `bad`. Raises `InvalidFile` if it is empty."""
    return table_of(name, records(text))


def table_of(name: str, rows: Iterator[TableRow]) -> Table:
    """Make a table from rows; the first one that is not empty is the header."""
    header_row = next((row for row in rows if not row.is_empty), None)
    if header_row is None:
        raise unreadable(name, "is empty")
    header = tuple(cell.strip().casefold() for cell in header_row.cells)
    lines: list[Line] = []
    bad: list[BadRow] = []
    for row in rows:
        fault = row.fault or _fault(row.cells, len(header))
        if fault:
            bad.append(BadRow(row.first, fault))
        elif not row.is_empty:
            padded = (*row.cells, *[""] * (len(header) - len(row.cells)))
            lines.append(Line(row.first, dict(zip(header, padded, strict=False))))
    return Table(header, tuple(lines), tuple(bad))


def _fault(cells: Sequence[str], columns: int) -> str:
    """Return why a row does not fit the header; empty if it does."""
    if len(_without_empty_end(cells, columns)) > columns:
        return f"has {len(cells)} fields, the header has {columns}"
    return "contains a NUL character" if any("\x00" in cell for cell in cells) else ""


def raw_rows(text: str, numbers: Collection[int]) -> tuple[str, ...]:
    """Return rows exactly as they are in a file, by the numbers of their first lines."""
    lines = physical_lines(text)
    return tuple("".join(lines[row.first - 1 : row.last]) for row in records(text) if row.first in numbers)


def write_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a CSV that spreadsheets can open without running anything in it.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, which
    `unescape_formula` removes again (OWASP, CSV injection).
    """
    return "".join(_written_line(row) for row in (header, *([escape_formula(cell) for cell in row] for row in rows)))


def _written_line(cells: Sequence[str]) -> str:
    """Write a line. With Windows line ends, the `csv` writer quotes a cell with a carriage return too."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def write_escaped_line(cells: Sequence[str]) -> str:
    r"""Write a line in which a quote is escaped as `\"`, and a backslash as two; not meant for spreadsheets."""
    return ",".join(map(_escaped_cell, cells)) + "\n"


def _escaped_cell(cell: str) -> str:
    if not any(letter in cell for letter in '",\\\r\n') and cell == cell.strip():
        return cell
    escaped = cell.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def escape_formula(cell: str) -> str:
    """Put an apostrophe before a possible formula, also if it already has apostrophes in front."""
    return f"'{cell}" if cell.lstrip("'")[:1] in _FORMULA else cell


def unescape_formula(cell: str) -> str:
    """Remove the apostrophe that `escape_formula` has added."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'")[:1] in _FORMULA else cell


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\x00")


def _without_empty_end(cells: Sequence[str], wanted: int) -> Sequence[str]:
    """Remove empty cells beyond the header; spreadsheets add them."""
    while len(cells) > wanted and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _delimiter(text: str) -> str:
    """Return the delimiter: whichever of `,` `;` and tab is most frequent in the first line."""
    first = next((line for line in text[:_SAMPLE].splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)
