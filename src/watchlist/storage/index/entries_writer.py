"""Writing the index of a list: from its entries, or, after a few changes, from the steps of its journal.

The index stores a digest of the list that it was made from; the journal says which entries each step since
then changed, and how. Where the journal is not enough (the list was edited by hand, a step replaced all
of it, an entry is broken), the index is rebuilt.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from watchlist.domain.entry import Entry
from watchlist.domain.names import fold
from watchlist.storage.changes.difference import TableChange
from watchlist.storage.changes.journal import blocks_between
from watchlist.storage.changes.journal_file import journal_path
from watchlist.storage.checksum import checksum
from watchlist.storage.files import read_bytes, real_path
from watchlist.storage.index.key_table import KEY_INDEXES, KEY_TABLE
from watchlist.storage.index.sqlite_index import packed
from watchlist.storage.list_file import ENTRY, entry_table, list_document, read_list
from watchlist.storage.paths import Paths
from watchlist.storage.toml.plain import parse
from watchlist.storage.toml.schema import Report

_TABLES = (
    "CREATE TABLE entry (num INTEGER PRIMARY KEY, id TEXT UNIQUE, status TEXT, fold TEXT, body TEXT, sum INTEGER)",
    KEY_TABLE,
    "CREATE TABLE tag (tag TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE broken (line TEXT NOT NULL)",
    "CREATE TABLE list (digest TEXT NOT NULL)",
    "CREATE TABLE count (status TEXT PRIMARY KEY, entries INTEGER NOT NULL) WITHOUT ROWID",
)
_INDEXES = (
    "CREATE INDEX entry_fold ON entry (fold)",
    "CREATE INDEX entry_status ON entry (status, num)",
    *KEY_INDEXES,
    "INSERT INTO count SELECT status, count(*) FROM entry GROUP BY status",
)


def fill_entries(connection: sqlite3.Connection, paths: Paths) -> None:
    """Write the index of a list; raises `InvalidFile` if the file cannot be read at all.

    A faulty entry is left out, and noted in the table `broken`.
    """
    digest = _digest_of(paths.list)
    users = read_list(list_document(paths.list))
    for statement in _TABLES:
        connection.execute(statement)
    for number, entry in enumerate(users.entries):
        _put(connection, number, entry)
    connection.execute("INSERT INTO list VALUES (?)", (digest,))
    connection.executemany("INSERT INTO broken VALUES (?)", [(line,) for line in users.broken])
    for statement in _INDEXES:
        connection.execute(statement)


def update_entries(connection: sqlite3.Connection, paths: Paths) -> bool:
    """Update the index of a list that has changed; False if it has to be rebuilt."""
    digest = _digest_of(paths.list)
    journal = journal_path(paths.state, real_path(paths.list))
    ((noted,),) = connection.execute("SELECT digest FROM list")
    blocks = blocks_between(journal, noted, digest)
    if blocks is None or connection.execute("SELECT 1 FROM broken LIMIT 1").fetchone():
        return False
    if not all(_is_put(connection, block) for block in blocks):
        return False
    connection.execute("DELETE FROM count")
    connection.execute("INSERT INTO count SELECT status, count(*) FROM entry GROUP BY status")
    connection.execute("UPDATE list SET digest = ?", (digest,))
    return True


def _digest_of(path: Path) -> str:
    """Return the digest of a list as the journal notes it; a missing list counts as an empty one."""
    return checksum(read_bytes(path) or b"")


def _is_put(connection: sqlite3.Connection, block: TableChange) -> bool:
    """Replace one entry by what a step made of it; False if the step and the index do not fit together."""
    before, after = _entry(block.before), _entry(block.after)
    is_read = (before is None) == (block.before is None) and (after is None) == (block.after is None)
    entry = before or after
    if block.header != "films" or not is_read or entry is None:
        return False
    film_id = entry.id
    row = connection.execute("SELECT num FROM entry WHERE id = ?", (film_id,)).fetchone()
    if (row is None) != (before is None) or (before and after and before.id != after.id):
        return False
    connection.execute("DELETE FROM entry WHERE id = ?", (film_id,))
    if row:
        connection.execute("DELETE FROM key WHERE num = ?", row)
    if after:
        ((last,),) = connection.execute("SELECT max(num) FROM entry")
        _put(connection, row[0] if row else (last or 0) + 1, after)
    _forget_tags(connection, {*(before.tags if before else ())} - {*(after.tags if after else ())})
    return True


def _put(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    """Write the row of an entry, its keys and its tags."""
    row = (number, entry.id, str(entry.status), fold(entry.title), *packed(entry_table(entry)))
    connection.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", row)
    keys = [("", entry.id, number), *((key.site, key.id, number) for key in entry.ids)]
    connection.executemany("INSERT INTO key VALUES (?, ?, ?)", keys)
    connection.executemany("INSERT OR IGNORE INTO tag VALUES (?)", [(tag,) for tag in entry.tags])


def _forget_tags(connection: sqlite3.Connection, tags: Iterable[str]) -> None:
    """Delete the given tags, except those that an entry still has."""
    for tag in tags:
        (has,) = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM entry, json_each(entry.body, '$.tags') WHERE value = ?)", (tag,)
        )
        if not has[0]:
            connection.execute("DELETE FROM tag WHERE tag = ?", (tag,))


def _entry(block: str | None) -> Entry | None:
    if block is None:
        return None
    (table,) = parse(block)["films"]
    entry: Entry | None = ENTRY.read(table, ("films", 0), Report())
    return entry
