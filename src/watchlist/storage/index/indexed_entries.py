"""The user's list as it is read: from an index made of its file, so that reading does not grow with it.

Changes are made in the file (`store`); the index is thrown away with it.
"""

import sqlite3
import zlib
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status, Want
from watchlist.domain.film import ExternalId
from watchlist.storage.index.sqlite_index import Index, Reopening, open_index, packed, prefix_end, unpacked
from watchlist.storage.paths import Paths

_TABLES = (
    "CREATE TABLE entry (num INTEGER PRIMARY KEY, id TEXT UNIQUE, status TEXT, fold TEXT, body TEXT, sum INTEGER)",
    "CREATE TABLE tag (tag TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE broken (line TEXT NOT NULL)",
    "CREATE TABLE count (status TEXT PRIMARY KEY, entries INTEGER NOT NULL) WITHOUT ROWID",
)
_INDEXES = (
    "CREATE INDEX entry_fold ON entry (fold)",
    "CREATE INDEX entry_status ON entry (status, num)",
    "INSERT INTO count SELECT status, count(*) FROM entry GROUP BY status",
)


class Entries:
    """The entries of the list, in its order, looked up as they are asked for."""

    __slots__ = ("_index",)

    def __init__(self, open_list: Callable[[bool], Index]) -> None:
        self._index = Reopening(open_list)

    @property
    def broken(self) -> tuple[str, ...]:
        """What is wrong with entries that could not be read, a line each."""
        return tuple(line for (line,) in self._ask("SELECT line FROM broken ORDER BY rowid"))

    def everything(self) -> tuple[Entry, ...]:
        """Give all entries."""
        return self._entries("ORDER BY num")

    def entry(self, film_id: str) -> Entry | None:
        """Find a film's entry."""
        return next(iter(self.of([film_id])), None)

    def of(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        """Give the entries of some films, as far as they are on the list."""
        return tuple(entry for one in ids for entry in self._entries("WHERE id = ?", one))

    def with_status(self, status: Status) -> tuple[Entry, ...]:
        """Give the entries that are wanted, watched or dropped."""
        return self._entries("WHERE status = ? ORDER BY num", str(status))

    def beginning(self, folded: str, most: int) -> list[tuple[str, str]]:
        """Give ids and titles of entries whose title begins so, in the order of the alphabet."""
        return self._index.ask(
            lambda index: index.query(
                "SELECT id, json_extract(body, '$.title') FROM entry"
                " WHERE fold >= ? AND fold < ? ORDER BY fold, num LIMIT ?",
                *(folded, prefix_end(folded), most),
            )
        )

    def counts(self) -> dict[Status, int]:
        """Count the entries by status; every status is there."""
        return dict.fromkeys(Status, 0) | {Status(one): n for one, n in self._ask("SELECT status, entries FROM count")}

    def tags(self) -> tuple[str, ...]:
        """Give every tag that is used, in the order of the alphabet."""
        return tuple(tag for (tag,) in self._ask("SELECT tag FROM tag ORDER BY tag"))

    def _entries(self, which: str, *values: Any) -> tuple[Entry, ...]:
        select = f"SELECT body, sum FROM entry {which}"
        return self._index.ask(lambda index: tuple(_read(*row) for row in index.query(select, *values)))

    def _ask(self, sql: str) -> list[Any]:
        return self._index.ask(lambda index: index.query(sql))


def open_entries(paths: Paths) -> Entries:
    """Give the user's list, compiled anew where it has changed.

    Raises `InvalidFile` where the file is damaged as a whole; a broken entry does not hide the others.
    """
    name, files = index_name(paths.list), [paths.list]
    return Entries(lambda trust: open_index(paths.cache, name, files, _fill(paths.list), trust=trust))


def index_name(path: Path) -> str:
    """Name the index of a list after its place: every list has its own."""
    return f"list-{zlib.crc32(str(path.absolute()).encode()):08x}"


def _fill(path: Path) -> Callable[[sqlite3.Connection], None]:
    def fill(connection: sqlite3.Connection) -> None:
        from watchlist.domain.names import fold
        from watchlist.storage.list_file import entry_table, list_document, read_list

        users = read_list(list_document(path))
        for statement in _TABLES:
            connection.execute(statement)
        for number, entry in enumerate(users.entries):
            row = (number, entry.id, str(entry.status), fold(entry.title), *packed(entry_table(entry)))
            connection.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", row)
            connection.executemany("INSERT OR IGNORE INTO tag VALUES (?)", [(tag,) for tag in entry.tags])
        connection.executemany("INSERT INTO broken VALUES (?)", [(line,) for line in users.broken])
        for statement in _INDEXES:
            connection.execute(statement)

    return fill


def _read(body: str, checksum: int) -> Entry:
    """Make the entry of a row; raises `ValueError` where it is damaged."""
    return Entry(**{name: _READERS.get(name, _same)(value) for name, value in unpacked(body, checksum).items()})


def _same(value: Any) -> Any:
    return value


def _want(table: dict[str, str]) -> Want:
    channel = table.get("channel")
    return Want(table.get("region"), Channel(channel) if channel else None, table.get("service"))


_READERS: dict[str, Callable[[Any], Any]] = {
    "added": date.fromisoformat,
    "status": Status,
    "want": _want,
    "viewings": lambda days: tuple(map(date.fromisoformat, days)),
    "tags": tuple,
    "ids": lambda table: tuple(ExternalId(*one) for one in table.items()),
}
