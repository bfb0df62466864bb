"""The copies of the list as it was before each change."""

from datetime import datetime
from typing import NamedTuple

from watchlist.storage.changes.store import Store


class Copy(NamedTuple):
    """A copy of the list: its number, 1 being the newest, when it was made, and its size in bytes."""

    number: int
    made: datetime
    size: int
    entries: int | None
    """How many entries it has; None if it is damaged."""


class Copies(NamedTuple):
    """The copies, the newest first."""

    copies: tuple[Copy, ...]


def copies(store: Store) -> Copies:
    """List the copies that can be restored."""
    return Copies(
        tuple(
            Copy(number, backup.made, backup.path.stat().st_size, store.count_entries(backup))
            for number, backup in enumerate(store.backups(), 1)
        )
    )
