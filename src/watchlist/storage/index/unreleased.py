"""The wanted entries that may still be to come: the list and the films joined in an index of their own."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from watchlist.domain.entry import Entry, Status
from watchlist.storage.index.film_reader import FilmIndex
from watchlist.storage.index.film_tables import NEVER
from watchlist.storage.index.indexed_entries import Entries, index_name
from watchlist.storage.index.indexed_films import Progress, films_of_several, layer_files, open_layers
from watchlist.storage.index.sqlite_index import Reopening, open_index
from watchlist.storage.paths import Paths

_FEW = 20
"""With at most this many wanted entries, all are returned: that is quicker than another index."""

_TABLE = "CREATE TABLE unreleased (last INTEGER NOT NULL, num INTEGER NOT NULL, id TEXT NOT NULL)"
_INDEX = "CREATE INDEX unreleased_last ON unreleased (last)"
_SELECT = "SELECT id FROM unreleased WHERE last >= ? ORDER BY num"


def unreleased(paths: Paths, entries: Entries, day: date, progress: Progress) -> tuple[Entry, ...]:
    """Return the wanted entries with a release that may be to come on a day, in the order of the list.

    It may return more than those, never fewer.
    """
    if entries.counts()[Status.WANTED] <= _FEW:
        return entries.with_status(Status.WANTED)

    def fill(connection: sqlite3.Connection) -> None:
        _fill(connection, entries.with_status(Status.WANTED), open_layers(paths, progress))

    files = [paths.list, *layer_files(paths)]
    name = f"unreleased-{index_name(paths.list)}"
    index = Reopening(lambda trust: open_index(paths.cache, name, files, fill, trust=trust))
    found = index.ask(lambda opened: opened.query(_SELECT, day.toordinal()))
    return entries.of(film_id for (film_id,) in found)


def _fill(connection: sqlite3.Connection, wanted: Iterable[Entry], layers: list[FilmIndex]) -> None:
    merged = films_of_several(layers)
    connection.execute(_TABLE)
    for number, entry in enumerate(wanted):
        known = [last for layer in layers for last in layer.last_days(entry.id)]
        # The last day of a film holds for all of its claims. It says nothing where another layer adds some, or
        # where the entry waits for one release: that may be to come when all the others are out.
        is_plain = len(known) == 1 and entry.want is None and entry.id not in merged
        last = known[0] if is_plain else NEVER if known else 0
        connection.execute("INSERT INTO unreleased VALUES (?, ?, ?)", (last, number, entry.id))
    connection.execute(_INDEX)
