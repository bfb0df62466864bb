"""The copies of the list before each change, and how each differs from the list now."""

from datetime import datetime
from typing import NamedTuple

from watchlist.domain.change import EntryChange, changes_between
from watchlist.domain.entry import Entry
from watchlist.storage.changes.backups import Backup
from watchlist.storage.changes.store import Store


class Copy(NamedTuple):
    """A copy of the list: its number (1 is the newest), when it was made, and its size in bytes.

    `changes` is what restoring it would change.
    """

    number: int
    made: datetime
    size: int
    entries: int | None
    """How many entries it has; None if it is damaged."""
    changes: tuple[EntryChange, ...] = ()


class Copies(NamedTuple):
    """The copies, the newest first, and how many entries the list has now: None if it is damaged or missing."""

    copies: tuple[Copy, ...]
    now: int | None


def copies(store: Store) -> Copies:
    """List the copies that can be restored."""
    now = store.entries_now()
    found = tuple(_copy(store, number, backup, now or ()) for number, backup in enumerate(store.backups(), 1))
    return Copies(found, None if now is None else len(now))


def restoring(store: Store, backup: Backup) -> tuple[EntryChange, ...]:
    """Return what restoring a copy changes; a damaged list or copy counts as empty."""
    return changes_between(store.entries_now() or (), store.entries_of(backup) or ())


def _copy(store: Store, number: int, backup: Backup, now: tuple[Entry, ...]) -> Copy:
    entries = store.entries_of(backup)
    changes = () if entries is None else changes_between(now, entries)
    return Copy(number, backup.made, backup.path.stat().st_size, None if entries is None else len(entries), changes)
