"""Rows: what a list to import says about each film, whatever its format."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from watchlist.domain.dates import Edtf
from watchlist.domain.entry import Entry
from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile
from watchlist.domain.film import ExternalId

Source = TypeVar("Source")
Result = TypeVar("Result")


class ImportedRow(NamedTuple):
    """One film of a list. `rating` counts half stars; `line` counts from 1 in its file.

    `watched` stands for a viewing, with or without a day; without it the film is wanted.
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


class BadRow(NamedTuple):
    """A line that cannot be read, and why."""

    line: int
    words: str
    file: str = ""


class ImportedList(NamedTuple):
    """What one file holds: rows of another program, or entries that this program exported."""

    format: str
    part: str = ""
    """Which file of an export it is, such as "diary"; empty if there is only one kind."""
    rows: tuple[ImportedRow, ...] = ()
    entries: tuple[Entry, ...] = ()
    user_films: Mapping[str, object] = MappingProxyType({})
    """The user's own films, as the tables of their file."""
    bad: tuple[BadRow, ...] = ()
    no_films: int = 0
    """Series, seasons, episodes and people: counted and left out."""
    exported: date | None = None
    """The day of the export, where its name tells."""
    left_out: int = 0
    """Rows of files that say nothing about a list, such as deleted ones."""

    @property
    def title(self) -> str:
        """The format and the part, for people."""
        return f"{self.format} {self.part}".rstrip()

    def of_file(self, name: str) -> "ImportedList":
        """Write the name of the file into the rows, for messages."""
        return self._replace(
            rows=tuple(row._replace(file=name) for row in self.rows),
            bad=tuple(row._replace(file=name) for row in self.bad),
        )


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


def unreadable(name: str, words: str) -> InvalidFile:
    """Make the error for a file that cannot be imported."""
    return InvalidFile(f"{name}: {words}", kept=NOTHING_CHANGED)
