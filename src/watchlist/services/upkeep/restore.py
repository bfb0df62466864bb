"""The copies of earlier lists."""

from typing import NamedTuple
from datetime import datetime
from watchlist.storage.changes.store import Store


class Copy(NamedTuple):
    """A copy of the list as it was before a change: its number, 1 is the newest, and what is in it."""

    number: int
    made: datetime
    size: int
    entries: int | None
    """How many entries it has; None where it is damaged."""


class Copies(NamedTuple):
    """The copies, the newest first."""

    copies: tuple[Copy, ...]


def copies(store: Store) -> Copies:
    """Count the copies."""
    return Copies(
        tuple(
            Copy(place, backup.made, backup.path.stat().st_size, store.count_entries(backup))
            for place, backup in enumerate(store.backups(), 1)
        )
    )
