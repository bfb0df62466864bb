"""The entries of the user's list, looked up in its index.

The time depends on the number of entries in the answer, not on the length of the list. Changes are
made in the file (`changes.store`); the index follows when it is next opened.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status, Viewing, Want
from watchlist.domain.film import OWN, ExternalId, Film
from watchlist.storage.index.key_table import keys_of, numbers_with
from watchlist.storage.index.sqlite_index import Index, Reopening, Row, intact, open_index, prefix_end
from watchlist.storage.paths import Paths


class Entries:
    """The entries of the list, in its order, looked up on demand."""

    __slots__ = ("_index",)

    def __init__(self, open_list: Callable[[bool], Index]) -> None:
        self._index = Reopening(open_list)

    @property
    def broken(self) -> tuple[str, ...]:
        """The faults of the entries that could not be read, one line each."""
        return tuple(line for (line,) in self._ask("SELECT line FROM broken ORDER BY rowid"))

    def everything(self) -> tuple[Entry, ...]:
        """Return all entries."""
        return self._entries("ORDER BY num")

    def entry(self, film_id: str) -> Entry | None:
        """Find a film's entry."""
        return next(iter(self.of([film_id])), None)

    def of(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        """Return the entries with these film ids, in the order of the ids; ids that are not listed are left out."""
        wanted = list(ids)
        found = self._entries("WHERE id IN (SELECT value FROM json_each(?))", json.dumps(wanted))
        known = {entry.id: entry for entry in found}
        return tuple(known[one] for one in wanted if one in known)

    def titled(self, folded: Iterable[str]) -> tuple[Entry, ...]:
        """Return the entries with any of these folded titles."""
        return tuple(entry for title in sorted(set(folded)) for entry in self._entries("WHERE fold = ?", title))

    def with_external_id(self, key: ExternalId) -> tuple[Entry, ...]:
        """Return the entries with an id on another site."""
        return self.about((), [key])

    def about(self, titles: Iterable[str], keys: Iterable[ExternalId]) -> tuple[Entry, ...]:
        """Return the entries with any of these folded titles or ids; a film's own id has the site `OWN`."""
        wanted = json.dumps(self.with_keys(keys))
        titled = json.dumps(list(titles))
        among = "(SELECT value FROM json_each(?))"
        return self._entries(f"WHERE num IN {among} OR fold IN {among} ORDER BY num", wanted, titled)

    def with_keys(self, keys: Iterable[ExternalId]) -> list[int]:
        """Return the numbers of the entries with any of these ids; a film's own id has the site `OWN`."""
        wanted = list(keys)
        return self._index.ask(lambda index: numbers_with(index.query, wanted))

    def keys_of(self, numbers: Iterable[int]) -> dict[int, list[ExternalId]]:
        """Return the ids of each of the entries with these numbers."""
        wanted = list(numbers)
        return self._index.ask(lambda index: keys_of(index.query, wanted))

    def films(self, numbers: Sequence[int]) -> list[Film]:
        """Return films made of the ids and the title that the entries with these numbers have."""
        select = (
            "SELECT num, id, json_extract(body, '$.title') FROM entry WHERE num IN (SELECT value FROM json_each(?))"
        )
        keys = self.keys_of(numbers)
        rows = self._ask(f"{select} ORDER BY num", json.dumps(list(numbers)))
        return [
            Film(film_id, title, ids=tuple(key for key in keys[number] if key.site != OWN))
            for number, film_id, title in rows
        ]

    def with_status(self, status: Status) -> tuple[Entry, ...]:
        """Return the entries with a status."""
        return self._entries("WHERE status = ? ORDER BY num", str(status))

    def standing_as(self, status: Status) -> tuple[Entry, ...]:
        """Return the entries with a status; among the watched are the films that are wanted again."""
        if status is not Status.WATCHED:
            return self.with_status(status)
        seen = "status = ? OR (status = ? AND instr(body, 'viewings'))"
        found = self._entries(f"WHERE {seen} ORDER BY num", str(status), str(Status.WANTED))
        return tuple(entry for entry in found if entry.status is status or entry.is_wanted_again)

    def with_word(self, folded: str, most: int) -> list[tuple[str, str]]:
        """Return ids and titles of entries by the start of a title, then by the start of a later word in one."""
        found = self._named("fold >= ? AND fold < ?", folded, prefix_end(folded), most)
        if len(found) < most:
            inside = folded if not folded.isascii() else f" {folded}"
            found += self._named("instr(fold, ?)", inside, most)
        return list(dict.fromkeys(found))[:most]

    def with_id_beginning(self, start: str, most: int) -> list[tuple[str, str]]:
        """Return id and title of each entry with an id that begins with this text."""
        return self._named("id >= ? AND id < ?", start, prefix_end(start), most)

    def _named(self, which: str, *values: str | int) -> list[tuple[str, str]]:
        """Return ids and titles, sorted by title; the subquery finds them in an SQL index before any row is read."""
        numbers = f"SELECT num FROM entry WHERE {which} ORDER BY fold, num LIMIT ?"
        select = f"SELECT id, json_extract(body, '$.title') FROM entry WHERE num IN ({numbers}) ORDER BY fold, num"
        return [(film_id, title) for film_id, title in self._ask(select, *values)]

    def counts(self) -> dict[Status, int]:
        """Return the number of entries with each status."""
        return dict.fromkeys(Status, 0) | {Status(one): n for one, n in self._ask("SELECT status, entries FROM count")}

    def tags(self) -> tuple[str, ...]:
        """Return every tag, in alphabetical order."""
        return tuple(tag for (tag,) in self._ask("SELECT tag FROM tag ORDER BY tag"))

    def _entries(self, which: str, *values: str | int) -> tuple[Entry, ...]:
        select = f"SELECT body, sum FROM entry {which}"
        return self._index.ask(lambda index: tuple(_read(*row) for row in index.query(select, *values)))

    def _ask(self, sql: str, *values: str | int) -> list[Row]:
        return self._index.ask(lambda index: index.query(sql, *values))


def open_entries(paths: Paths) -> Entries:
    """Open the index of the user's list, updated or rebuilt if the list has changed.

    Raises `InvalidFile` if the file cannot be read at all; a faulty entry does not hide the others.
    """
    name, files = index_name(paths.list), [paths.list]
    fill = lambda connection: _writer().fill_entries(connection, paths)  # noqa: E731
    update = lambda connection: _writer().update_entries(connection, paths)  # noqa: E731
    return Entries(lambda trust: open_index(paths.cache, name, files, fill, trust=trust, update=update))


def index_name(path: Path) -> str:
    """Return the name of the index of a list, derived from the list's path."""
    return f"list-{zlib.crc32(str(path.absolute()).encode()):08x}"


def _writer() -> ModuleType:
    from watchlist.storage.index import entries_writer

    return entries_writer


def _read(body: str, checksum: int) -> Entry:
    """Return the entry that a row stores; raises `ValueError` if the row is damaged."""
    table = json.loads(intact(body, checksum))
    make: Callable[..., Entry] = Entry
    return make(**{name: _READERS[name](value) if name in _READERS else value for name, value in table.items()})


def _want(table: dict[str, str]) -> Want:
    channel = table.get("channel")
    return Want(table.get("region"), Channel(channel) if channel else None, table.get("service"))


def _viewings(days: list[str]) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, days))


def _diary(tables: list[dict[str, Any]]) -> tuple[Viewing, ...]:
    days = ({**one, "day": date.fromisoformat(one["day"])} if "day" in one else one for one in tables)
    return tuple(Viewing(**one) for one in days)


def _ids(table: dict[str, str]) -> tuple[ExternalId, ...]:
    return tuple(ExternalId(site, value) for site, value in table.items())


_READERS: dict[str, Callable[..., object]] = {
    "added": date.fromisoformat,
    "status": Status,
    "want": _want,
    "viewings": _viewings,
    "tags": tuple,
    "ids": _ids,
    "diary": _diary,
}
"""How to read the keys whose values are not plain text or numbers."""
