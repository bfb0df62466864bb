"""The wanted entries whose films may still be unreleased: the list and the films, joined in their own index."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

from watchlist.domain.entry import Entry, Status
from watchlist.storage.index.film_tables import NEVER
from watchlist.storage.index.indexed_entries import Entries, index_name
from watchlist.storage.index.indexed_films import Progress, layer_files, open_layers
from watchlist.storage.index.sqlite_index import Reopening, open_index
from watchlist.storage.paths import Paths

_FEW = 20
"""Up to this many wanted entries are all returned: that is quicker than another index."""

_TABLE = "CREATE TABLE unreleased (last INTEGER NOT NULL, num INTEGER NOT NULL, id TEXT NOT NULL)"
_INDEX = "CREATE INDEX unreleased_last ON unreleased (last)"
_SELECT = "SELECT id FROM unreleased WHERE last >= ? ORDER BY num"


def unreleased(paths: Paths, entries: Entries, day: date, progress: Progress) -> tuple[Entry, ...]:
    """Return the wanted entries that may have an upcoming release on a day, in the order of the list.

    It may return others too, but never leaves one out.
    """
    if entries.counts()[Status.WANTED] <= _FEW:
        return entries.with_status(Status.WANTED)

    def fill(connection: sqlite3.Connection) -> None:
        from watchlist.storage.index.last_days import last_days

        wanted = entries.with_status(Status.WANTED)
        _fill(connection, wanted, last_days(open_layers(paths, progress), entries, [entry.id for entry in wanted]))

    files = [paths.list, *layer_files(paths)]
    name = f"unreleased-{index_name(paths.list)}"
    index = Reopening(lambda trust: open_index(paths.cache, name, files, fill, trust=trust))
    found = index.ask(lambda opened: opened.query(_SELECT, day.toordinal()))
    return entries.of(film_id for (film_id,) in found)


def _fill(connection: sqlite3.Connection, wanted: Iterable[Entry], last_days: Mapping[str, int]) -> None:
    connection.execute(_TABLE)
    for number, entry in enumerate(wanted):
        last = last_days.get(entry.id, 0)
        # An entry may wait for one release that is still to come when all the others are out.
        row = (NEVER if last and entry.want else last, number, entry.id)
        connection.execute("INSERT INTO unreleased VALUES (?, ?, ?)", row)
    connection.execute(_INDEX)
