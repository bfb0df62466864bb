"""The wanted entries that may still be to come, found in time that follows their number, not the list's."""

import sqlite3
from datetime import date

from watchlist.domain.entry import Entry, Status
from watchlist.storage.index.film_reader import NEVER
from watchlist.storage.index.indexed_entries import Entries, index_name
from watchlist.storage.index.indexed_films import Watch, films_of_several, layer_files, open_layers
from watchlist.storage.index.sqlite_index import Reopening, open_index
from watchlist.storage.paths import Paths

_FEW = 20
"""Wanted entries up to which each is looked at."""


def waiting(paths: Paths, entries: Entries, day: date, watch: Watch) -> tuple[Entry, ...]:
    """Give at least the wanted entries of which a release is not surely out on a day, in the order of the list."""
    if entries.counts()[Status.WANTED] <= _FEW:
        return entries.with_status(Status.WANTED)

    def fill(connection: sqlite3.Connection) -> None:
        layers = open_layers(paths, watch)
        merged = films_of_several(layers)
        connection.execute("CREATE TABLE waiting (last INTEGER NOT NULL, num INTEGER NOT NULL, id TEXT NOT NULL)")
        for number, entry in enumerate(entries.with_status(Status.WANTED)):
            known = [last for layer in layers for last in layer.last_days(entry.id)]
            is_plain = len(known) == 1 and entry.want is None and entry.id not in merged
            last = known[0] if is_plain else NEVER if known else 0
            connection.execute("INSERT INTO waiting VALUES (?, ?, ?)", (last, number, entry.id))
        connection.execute("CREATE INDEX waiting_last ON waiting (last)")

    files = [paths.list, *layer_files(paths)]
    name, select = f"waiting-{index_name(paths.list)}", "SELECT id FROM waiting WHERE last >= ? ORDER BY num"
    index = Reopening(lambda trust: open_index(paths.cache, name, files, fill, trust=trust))
    found = index.ask(lambda held: held.query(select, day.toordinal()))
    return entries.of(film_id for (film_id,) in found)
