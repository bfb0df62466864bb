"""The rows of an imported list: what it says about each film, whatever its format."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from watchlist.domain.dates import Edtf
from watchlist.domain.entry import Viewing
from watchlist.domain.errors import NOTHING_CHANGED, BadValue, InvalidFile
from watchlist.domain.film import ExternalId

Item = TypeVar("Item")
Result = TypeVar("Result")


class ImportedRow(NamedTuple):
    """One film of a list. `rating` is in half stars; `line` counts from 1 in its file.

    `watched` means a viewing, with or without a day; `again`, that the film is on the watchlist nevertheless;
    `kept`, that it is only on another list. Without any of these the film is wanted. `rated` is the day of the
    rating; `diary` is the viewing in a diary's line, which is a viewing of its own; `lost` says which values could
    not be read. A row without a title has an id.
    """

    line: int
    title: str
    year: int | None = None
    original_title: str | None = None
    ids: tuple[ExternalId, ...] = ()
    watched: bool = False
    dropped: bool = False
    rating: int | None = None
    viewings: tuple[date, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    added: date | None = None
    release: Edtf | None = None
    file: str = ""
    kept: bool = False
    again: bool = False
    rated: date | None = None
    diary: tuple[Viewing, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def is_wanted(self) -> bool:
        """True if the film is on a watchlist."""
        return self.again or not (self.watched or self.dropped or self.kept)


class BadRow(NamedTuple):
    """A line that cannot be read, and why; line 0 is the whole file."""

    line: int
    words: str
    file: str = ""


class Collected(NamedTuple, Generic[Result]):
    """The rows of a file, the lines that could not be read, and how many lines are not films."""

    rows: tuple[Result, ...]
    bad: tuple[BadRow, ...]
    other_items: int


def collect(lines: Iterable[tuple[int, Item]], read: Callable[[int, Item], Result | None]) -> Collected[Result]:
    """Read numbered lines with a function that returns None for anything that is not a film.

    If it raises `ValueError` (such as `BadValue`), the line is a bad row.
    """
    rows: list[Result] = []
    bad: list[BadRow] = []
    other_items = 0
    for number, line in lines:
        try:
            row = read(number, line)
        except ValueError as error:
            bad.append(BadRow(number, str(error)))
        else:
            if row is None:
                other_items += 1
            else:
                rows.append(row)
    return Collected(tuple(rows), tuple(bad), other_items)


class Cells:
    """Reads the optional values of a line; if one cannot be read, it is None, and the reason is in `lost`."""

    def __init__(self) -> None:
        self.lost: list[str] = []

    def read(self, parse: Callable[[], Result]) -> Result | None:
        """Return the result of a function; None if it raises `BadValue`."""
        try:
            return parse()
        except BadValue as error:
            self.lost.append(str(error))
            return None


def unreadable(name: str, words: str) -> InvalidFile:
    """Return the error for a file that cannot be imported."""
    return InvalidFile(f"{name}: {words}", kept=NOTHING_CHANGED)
