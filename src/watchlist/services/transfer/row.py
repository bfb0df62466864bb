"""A row: what one line of somebody else's list says about a film, whatever the format."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from watchlist.domain.dates import Edtf
from watchlist.domain.errors import InvalidFile
from watchlist.domain.film import ExternalId


class ImportedRow(NamedTuple):
    """One film of a list that comes in. `rating` counts half stars; `line` counts from 1 in its file.

    `watched` tells a viewing, with or without a day; without it the film is wanted.
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


class Parsed(NamedTuple):
    """What a file holds: the rows, those that cannot be read, and how many are no films."""

    format: str
    rows: tuple[ImportedRow, ...] = ()
    bad: tuple[BadRow, ...] = ()
    no_films: int = 0
    """Series, seasons, episodes and people: counted and left out."""
    left_out: int = 0
    """Rows of files that say nothing about a list, such as deleted ones."""


@dataclass(slots=True)
class Collected:
    """Rows on their way into a `Parsed`."""

    rows: list[ImportedRow] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    no_films: int = 0

    def parsed(self, format_name: str) -> Parsed:
        """Close the collection."""
        return Parsed(format_name, tuple(self.rows), tuple(self.bad), self.no_films)


def unreadable(name: str, words: str) -> InvalidFile:
    """Make the error for a file that is no list of any kind we know."""
    return InvalidFile(
        f"{name}: {words}",
        kept="Nothing was changed.",
        hint="Known are exports of Letterboxd, IMDb, Trakt, TMDB and Simkl, and our own CSV and JSON.",
    )
