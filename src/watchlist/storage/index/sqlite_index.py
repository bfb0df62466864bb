"""One index: an SQLite file in the cache folder, opened, updated or rebuilt.

A new index is written to a new file, and is used once the note names it (`index_note`).
If the cache cannot be written, the index is built in memory; the answers are the same.
"""

import json
import shutil
import sqlite3
import weakref
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from watchlist.domain.errors import BadValue
from watchlist.storage.index.index_note import (
    PRIVATE,
    file_states,
    named,
    new_note,
    outdated_index,
    superfluous,
    time_of,
    unique_name,
    valid_index,
    write_note,
)

_FAST_WRITES = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;"

Row = tuple[Any, ...]
"""A row as SQLite returns it. `Any`: its columns depend on the query."""

Fill = Callable[[sqlite3.Connection], None]
"""Writes the tables of an index into an empty database."""

Update = Callable[[sqlite3.Connection], bool]
"""Brings a copy of the old index up to date; returns False if it has to be rebuilt instead."""


class Index:
    """An open index. It is closed when nothing refers to it any more."""

    __slots__ = ("__weakref__", "_connection")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        weakref.finalize(self, connection.close)

    def query(self, sql: str, *values: str | int) -> list[Row]:
        """Return the rows of a query; raises `sqlite3.Error` if the index is damaged."""
        return self._connection.execute(sql, values).fetchall()


Opened = TypeVar("Opened")
Answer = TypeVar("Answer")


class Reopening(Generic[Opened]):
    """One or more open indexes, which are rebuilt when one proves to be damaged."""

    __slots__ = ("_open", "_opened")

    def __init__(self, opener: Callable[[bool], Opened]) -> None:
        """Take the function that opens the indexes: its argument is True to trust the cache, False to rebuild."""
        self._open = opener
        self._opened = opener(True)

    def ask(self, question: Callable[[Opened], Answer]) -> Answer:
        """Return the answer to a question; if an index is damaged, rebuild all and ask again."""
        try:
            return question(self._opened)
        except (sqlite3.Error, ValueError, KeyError, TypeError, BadValue):
            self._opened = self._open(False)
            return question(self._opened)


def packed(value: object) -> tuple[str, int]:
    """Return the two columns that store a value: its JSON, and a checksum of the JSON."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return body, zlib.crc32(body.encode())


def intact(body: str, checksum: int) -> str:
    """Return the JSON of a stored value; raises `ValueError` if it is damaged."""
    if zlib.crc32(body.encode()) != checksum:
        raise ValueError("a row of the index is damaged")
    return body


def prefix_end(text: str, *, whole: bool = False) -> str:
    """Return the end of the range of texts that begin with this one; with `whole`, of this text alone."""
    return f"{text}\x00" if whole else f"{text}\U0010ffff"


def open_index(
    cache: Path, name: str, files: Sequence[Path], fill: Fill, *, trust: bool, update: Update | None = None
) -> Index:
    """Open the index `name` of some files; build it with `fill` if it is missing, outdated or damaged.

    If only the last of the files has changed, `update` is tried first. Without `trust` the index is
    built in any case. Raises what `fill` raises.
    """
    old = None
    if trust:
        path = valid_index(cache, name, files)
        if path is not None:
            with suppress(sqlite3.Error):
                return Index(_read_only(path))
        old = outdated_index(cache, name, files) if update else None

    def write(path: Path) -> None:
        if not (old and update and _updated_copy(old, path, update)):
            with _writing(path) as connection:
                fill(connection)

    return Index(_built(cache, name, files, write) or _in_memory(fill))


def _built(cache: Path, name: str, files: Sequence[Path], write: Callable[[Path], None]) -> sqlite3.Connection | None:
    """Write a new index, make it the current one and open it; None if the cache cannot be written."""
    from watchlist.storage.files import make_private

    index = cache / f"{named(name)}-{unique_name()}.sqlite"
    try:
        # Noted before the files are read, so that a change in between makes the next command rebuild.
        make_private(cache)
        now = time_of(cache)
        states = file_states(files)
        index.touch(PRIVATE)
        write(index)
        connection = _read_only(index)
        write_note(cache, name, new_note(index, states, now))
    except (OSError, sqlite3.Error):
        _delete(index)
        return None
    except BaseException:
        _delete(index)
        raise
    # Other processes may still read an older index. On POSIX they keep a deleted file until they close it; on
    # Windows an open file cannot be deleted, and is left for the next build.
    # A process that has read the old note but not yet opened the index finds it missing, and builds its own.
    with suppress(OSError):
        for old in superfluous(cache, name, index.name):
            _delete(old)
    return connection


def _delete(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _updated_copy(old: Path, new: Path, update: Update) -> bool:
    """Copy an index and update the copy; False, and an empty file, if that fails."""
    with suppress(sqlite3.Error, ValueError, KeyError):
        shutil.copyfile(old, new)
        with _writing(new) as connection:
            is_updated = update(connection)
        if is_updated:
            return True
    new.write_bytes(b"")
    return False


_SAME_THREAD_ONLY = False
"""The garbage collector closes unused indexes, and may do so in the thread of a web request."""


def _read_only(index: Path) -> sqlite3.Connection:
    address = f"{index.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=_SAME_THREAD_ONLY)


def _in_memory(fill: Fill) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=_SAME_THREAD_ONLY)
    try:
        fill(connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _writing(index: Path) -> Iterator[sqlite3.Connection]:
    """Open a new index for fast, unsafe writing: after a crash no note names it, so it is never read."""
    connection = sqlite3.connect(index, isolation_level=None)
    try:
        connection.executescript(_FAST_WRITES)
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")
    finally:
        connection.close()
