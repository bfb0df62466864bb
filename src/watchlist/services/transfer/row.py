"""Rows: what a list to import says about each film, whatever its format."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from watchlist.domain.dates import Edtf
from watchlist.domain.entry import Viewing
from watchlist.domain.errors import NOTHING_CHANGED, BadValue, InvalidFile
from watchlist.domain.film import ExternalId

Source = TypeVar("Source")
Result = TypeVar("Result")


class ImportedRow(NamedTuple):
    """One film of a list. `rating` counts half stars; `line` counts from 1 in its file.

    `watched` stands for a viewing, with or without a day; `again` says that the film is on the watchlist all
    the same, and `kept` that it is only on another list. Without these the film is wanted. `rated` is the day
    of the rating; `diary` has the viewing of a line of a diary, which no other line of that file has; `lost` has the
    values that could not be read, in words. A row without a title has an id.
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
        """True if it stands on a watchlist."""
        return self.again or not (self.watched or self.dropped or self.kept)


class BadRow(NamedTuple):
    """A line that cannot be read, and why; line 0 is the file as a whole."""

    line: int
    words: str
    file: str = ""


class Collected(NamedTuple, Generic[Result]):
    """What was read from the lines of a file, which lines could not be read, and how many are not films."""

    rows: tuple[Result, ...]
    bad: tuple[BadRow, ...]
    no_films: int


def collect(lines: Iterable[tuple[int, Source]], read: Callable[[int, Source], Result | None]) -> Collected[Result]:
    """Read lines by their numbers with a function that gives None for what is not a film.

    A `ValueError` (`BadValue` is one) makes a line a bad row.
    """
    rows: list[Result] = []
    bad: list[BadRow] = []
    no_films = 0
    for number, line in lines:
        try:
            row = read(number, line)
        except ValueError as error:
            bad.append(BadRow(number, str(error)))
        else:
            if row is None:
                no_films += 1
            else:
                rows.append(row)
    return Collected(tuple(rows), tuple(bad), no_films)


class Cells:
    """Reads the values of a line that it can do without: one that cannot be read is noted in words, and is None."""

    def __init__(self) -> None:
        self.lost: list[str] = []

    def read(self, parse: Callable[[], Result]) -> Result | None:
        """Return what a function makes of a value; None where it raises `BadValue`."""
        try:
            return parse()
        except BadValue as error:
            self.lost.append(str(error))
            return None


def unreadable(name: str, words: str) -> InvalidFile:
    """Make the error for a file that cannot be imported."""
    return InvalidFile(f"{name}: {words}", kept=NOTHING_CHANGED)
