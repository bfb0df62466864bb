"""The wanted entries that may still be to come: the list and the films joined in an index of their own."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import OWN, ExternalId, Film
from watchlist.domain.identity import Record, groups, same_films
from watchlist.storage.index.film_reader import FilmIndex
from watchlist.storage.index.film_tables import NEVER
from watchlist.storage.index.film_writer import last_day
from watchlist.storage.index.indexed_entries import Entries, index_name
from watchlist.storage.index.indexed_films import Place, Progress, connected, layer_files, merged_films, open_layers
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
        _fill(connection, entries, open_layers(paths, progress))

    files = [paths.list, *layer_files(paths)]
    name = f"unreleased-{index_name(paths.list)}"
    index = Reopening(lambda trust: open_index(paths.cache, name, files, fill, trust=trust))
    found = index.ask(lambda opened: opened.query(_SELECT, day.toordinal()))
    return entries.of(film_id for (film_id,) in found)


def _fill(connection: sqlite3.Connection, entries: Entries, layers: list[FilmIndex]) -> None:
    wanted = entries.with_status(Status.WANTED)
    last_days = _last_days(layers, entries, [entry.id for entry in wanted])
    connection.execute(_TABLE)
    for number, entry in enumerate(wanted):
        last = last_days.get(entry.id, 0)
        # An entry may wait for one release that is to come when all the others are out.
        row = (NEVER if last and entry.want else last, number, entry.id)
        connection.execute("INSERT INTO unreleased VALUES (?, ?, ?)", row)
    connection.execute(_INDEX)


def _last_days(layers: list[FilmIndex], entries: Entries, wanted: Sequence[str]) -> dict[str, int]:
    """Give the number of the last day on which the film of each entry may be to come, where there is a film.

    That of the only record of a film is in its index. Where several say something about it, they are put together.
    """
    found = connected([*layers, entries], (), [ExternalId(OWN, one) for one in wanted])
    places = list(found)
    records = [
        Record(tuple(keys), at, may_repeat=at == len(layers) or layers[at].may_repeat)
        for (at, _), keys in found.items()
    ]
    single: dict[Place, list[str]] = {}
    several: list[str] = []
    for group in groups(same_films(records)):
        stated = [places[one] for one in group if places[one][0] < len(layers)]
        ids = [records[one].keys[0].id for one in group if places[one][0] == len(layers)]
        if len(stated) == 1:
            single[stated[0]] = ids
        elif stated:
            several += ids
    last_days = {film_id: last_day(film) for film_id, film in _films_of(layers, entries, several)}
    for at, layer in enumerate(layers):
        numbers = [number for where, number in single if where == at]
        known = layer.last_days(numbers)
        last_days |= {film_id: known[number] for number in numbers for film_id in single[at, number]}
    return last_days


def _films_of(layers: list[FilmIndex], entries: Entries, ids: Sequence[str]) -> Iterator[tuple[str, Film]]:
    films = merged_films(layers, entries, ids)
    return ((film_id, films[film_id]) for film_id in ids)
