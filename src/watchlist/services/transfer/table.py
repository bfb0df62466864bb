"""Tables in text: CSV as programs and spreadsheets write it, with any delimiter and two encodings."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from watchlist.services.transfer.row import BadRow, Collected, collect, unreadable

Result = TypeVar("Result")

_LARGEST_FIELD = 1024 * 1024
_SAMPLE = 8192


class Line(NamedTuple):
    """A row of a table by its column names, in lower case; `number` counts lines of the file from 1."""

    number: int
    cells: Mapping[str, str]

    def cell(self, *names: str) -> str:
        """Give the first of these columns that is there, without spaces around it; "" if none is."""
        return next((self.cells[name].strip() for name in names if name in self.cells), "")


class Table(NamedTuple):
    """A header in lower case, the lines below it, and those that do not fit it."""

    header: tuple[str, ...]
    lines: tuple[Line, ...]
    bad: tuple[BadRow, ...]

    def column(self, name: str) -> Iterator[str]:
        """Give all values of a column."""
        return (line.cell(name) for line in self.lines)

    def collect(self, read: Callable[[Line], Result | None]) -> Collected[Result]:
        """Read each line, as `row.collect` does; lines that do not fit the header are bad too."""
        collected = collect(((line.number, line) for line in self.lines), lambda _, line: read(line))
        return collected._replace(bad=(*self.bad, *collected.bad))


NO_TABLE = Table((), (), ())


def read_table(name: str, text: str) -> Table:
    """Read a CSV; rows that do not fit the header are given apart. Raises `InvalidFile` for an empty one."""
    csv.field_size_limit(_LARGEST_FIELD)
    lines: list[Line] = []
    bad: list[BadRow] = []
    header: tuple[str, ...] = ()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    number = 1
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                pass
            elif not header:
                header = tuple(cell.strip().casefold() for cell in cells)
            elif len(_without_empty_end(cells, len(header))) > len(header):
                bad.append(BadRow(number, f"has {len(cells)} fields, the header has {len(header)}"))
            elif "\x00" in "".join(cells):
                bad.append(BadRow(number, "contains a NUL character"))
            else:
                padded = [*cells, *[""] * (len(header) - len(cells))]
                lines.append(Line(number, dict(zip(header, padded, strict=False))))
            number = reader.line_num + 1
    except csv.Error as error:
        bad.append(BadRow(number, f"cannot be read, nor what follows it: {error}"))
    if not header:
        raise unreadable(name, "is empty")
    return Table(header, tuple(lines), tuple(bad))


def write_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a CSV that spreadsheets can open without running anything in it.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, which
    `unescape_formula` takes away again (OWASP, CSV injection).
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([escape_formula(cell) for cell in row] for row in rows)
    return out.getvalue()


def escape_formula(cell: str) -> str:
    """Put an apostrophe before a possible formula, and before apostrophes in front of one."""
    return f"'{cell}" if cell.lstrip("'")[:1] in _FORMULA else cell


def unescape_formula(cell: str) -> str:
    """Take away the apostrophe that `escape_formula` put there."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'")[:1] in _FORMULA else cell


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\x00")


def _without_empty_end(cells: list[str], wanted: int) -> list[str]:
    """Leave out empty cells beyond the header: spreadsheets add them."""
    while len(cells) > wanted and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _delimiter(text: str) -> str:
    """Find the delimiter: whichever of `,` `;` and tab the first line has most of."""
    first = next((line for line in text[:_SAMPLE].splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)
