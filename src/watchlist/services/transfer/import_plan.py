"""What an import would do, or did: the changes, the rows that are not clear or not readable, and what is missing."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from watchlist.domain.change import Change
from watchlist.domain.entry import Entry
from watchlist.domain.errors import NOTHING_CHANGED, Refused
from watchlist.domain.last_export import LastExport
from watchlist.services.transfer.imported_list import ImportedList, LostCell
from watchlist.services.transfer.list_exports import OlderExport
from watchlist.services.transfer.row import BadRow, ImportedRow
from watchlist.services.transfer.skipped_rows import SkippedRows, skipped_rows

RowKey = tuple[str, int]
"""Identifies a row of an import: its file and its line."""


class Unclear(NamedTuple):
    """A row that may be any of several films; `candidates` are their ids."""

    row: ImportedRow
    candidates: tuple[str, ...]


class Missing(NamedTuple):
    """The films that an imported list no longer has, and that are still wanted here."""

    list: str
    entries: tuple[Entry, ...]


class ImportPlan(NamedTuple):
    """What an import would do, or did; `films` is how many films it is about."""

    change: Change
    unclear: tuple[Unclear, ...]
    bad: tuple[BadRow, ...]
    films: int
    other_items: int
    left_out: int
    formats: tuple[str, ...]
    changed: tuple[Entry, ...] = ()
    """The entries that change, or whose film changes in the user's own file."""
    missing: tuple[Missing, ...] = ()
    drops_missing: bool = False
    older: tuple[OlderExport, ...] = ()
    listed: Mapping[str, LastExport] = MappingProxyType({})
    """The films that each imported list has now, to find out next time which ones are missing."""
    same: tuple[str, ...] = ()
    """The ids of listed films that turn out to be the same as another: a row has ids of both."""
    lists: tuple[ImportedList, ...] = ()
    """The lists that were read, file by file."""

    @property
    def lost(self) -> tuple[LostCell, ...]:
        """The values that could not be read, in rows that were imported without them."""
        return tuple(cell for one in self.lists for cell in one.lost)

    @property
    def skipped(self) -> tuple[SkippedRows, ...]:
        """The rows that were not imported, as lines that can be corrected and imported."""
        unclear = ((one.row.file, one.row.line) for one in self.unclear)
        return skipped_rows(self.lists, (*unclear, *((bad.file, bad.line) for bad in self.bad if bad.line)))

    @property
    def added(self) -> tuple[Entry, ...]:
        """The entries that are new."""
        return tuple(one.entry for one in self.change.entries if one.before is None)

    @property
    def unchanged(self) -> int:
        """The number of films that stay as they are."""
        return self.films - len(self.added) - len(self.changed)

    @property
    def is_complete(self) -> bool:
        """True if every row can be imported."""
        return not self.bad and not self.unclear

    def refusal(self) -> Refused:
        """Return the error for an import in which not every row can be imported (`--strict`)."""
        rows = len(self.bad) + len(self.unclear)
        return Refused(
            f"{rows:,} row{'s' if rows != 1 else ''} cannot be imported",
            kept=NOTHING_CHANGED,
            hint="To import the other rows, leave out --strict",
        )
