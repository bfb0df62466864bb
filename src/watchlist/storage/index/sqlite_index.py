"""An index: an SQLite file in the cache directory, made from other files and thrown away at will.

It is believed only if it was made by this version from the very files that are there;
it is written to the side and named in a note when it is whole. Where the cache cannot be
written the same index is made in memory, so that the answers are the same.
"""

import json
import os
import sqlite3
import stat
import weakref
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from watchlist.domain.errors import BadValue

FORMAT = 6
"""Counts up when what is compiled, or how, changes."""

_RACY = 2_000_000_000
"""Nanoseconds: a file that changed so shortly before it was compiled may change again unseen by its time."""

_LARGEST_SUMMED = 2 * 1024 * 1024
"""Bytes up to which a whole index is checked against damage; in a larger one each row that is read is."""

_PAGES = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;"


class Index:
    """An open index. It is closed when nobody holds it any more."""

    __slots__ = ("__weakref__", "_connection")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        weakref.finalize(self, connection.close)

    def query(self, sql: str, *values: Any) -> list[Any]:
        """Ask for rows; raises `sqlite3.Error` where the index is damaged."""
        return self._connection.execute(sql, values).fetchall()


Held = TypeVar("Held")
Answer = TypeVar("Answer")


class Reopening(Generic[Held]):
    """Something that is answered from indexes, and is opened anew where one of them turns out to be damaged."""

    __slots__ = ("_held", "_open")

    def __init__(self, opened: Callable[[bool], Held]) -> None:
        """Take how it is opened: believing what is there, or not."""
        self._open = opened
        self._held = opened(True)

    def ask(self, question: Callable[[Held], Answer]) -> Answer:
        """Ask it; where it is damaged, open it anew and ask again."""
        try:
            return question(self._held)
        except (sqlite3.Error, ValueError, KeyError, TypeError, BadValue):
            self._held = self._open(False)
            return question(self._held)


def packed(value: Any) -> tuple[str, int]:
    """Write a value as a row has it: JSON, and its checksum."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return body, zlib.crc32(body.encode())


def unpacked(body: str, checksum: int) -> Any:
    """Read the value of a row; raises `ValueError` where it is damaged."""
    if zlib.crc32(body.encode()) != checksum:
        raise ValueError("a row of the index is damaged")
    return json.loads(body)


def prefix_end(text: str, *, whole: bool = False) -> str:
    """Give the end of the range of what begins with a text, or of the text alone."""
    return f"{text}\x00" if whole else f"{text}\U0010ffff"


Fill = Callable[[sqlite3.Connection], None]
Patch = Callable[[sqlite3.Connection], bool]
"""Brings a copy of the old index up to date, where that is less than to fill a new one; False if it is not."""


def open_index(
    cache: Path, name: str, files: Sequence[Path], fill: Fill, *, trust: bool, patch: Patch | None = None
) -> Index:
    """Give the index `name` of some files, made anew by `fill` where it is missing, old or damaged.

    Where only the last of the files has changed, `patch` may bring the old index up to date
    instead. Without `trust` it is filled in any case. Raises what `fill` raises.
    """
    path = valid_index(cache, name, files) if trust else None
    if path is not None:
        with suppress(sqlite3.Error):
            return Index(_read_only(path))
    old = _old_index(cache, name, files) if trust else None
    update = partial(_patched, old, patch) if old and patch else None
    return Index(_made(cache, name, files, fill, update))


def valid_index(cache: Path, name: str, files: Sequence[Path]) -> Path | None:
    """Give the path of an index if it was made by this version from the files as they are, and is whole."""
    try:
        index, note = _whole_index(cache, name, files)
        racy = {path for path, identity in _noted(note, files) if identity["mtime"] >= note["made"] - _RACY}
        if not all(_is_same(path, identity, read=path in racy) for path, identity in _noted(note, files)):
            return None
    except _CACHE_ERRORS:
        return None
    if racy:
        with suppress(OSError):
            _write_note(cache / f"{name}.json", {**note, "made": _time_of(cache)})
    return index


def _old_index(cache: Path, name: str, files: Sequence[Path]) -> Path | None:
    """Give the path of an index that is whole, and of which all files but the last are as they were."""
    try:
        index, note = _whole_index(cache, name, files)
        is_same = all(_is_same(path, identity, read=True) for path, identity in _noted(note, files)[:-1])
    except _CACHE_ERRORS:
        return None
    return index if is_same else None


_CACHE_ERRORS = (OSError, ValueError, KeyError, TypeError)
"""What a missing or damaged index or note may raise."""


def _whole_index(cache: Path, name: str, files: Sequence[Path]) -> tuple[Path, dict[str, Any]]:
    """Give the index that the note names, and the note; raises `ValueError` if it is damaged, or not of these files."""
    note: dict[str, Any] = json.loads((cache / f"{name}.json").read_bytes())
    index = cache / str(note["index"])
    status = index.stat()
    if note["version"] != _version() or note["identity"] != [status.st_ino, status.st_size, status.st_mtime_ns]:
        raise ValueError("of another version, or written to")
    if status.st_size <= _LARGEST_SUMMED and _checksum(index) != note["checksum"]:
        raise ValueError("damaged")
    if list(note["files"]) != [str(path) for path in _present(files)]:
        raise ValueError("of other files")
    return index, note


def _noted(note: Mapping[str, Any], files: Sequence[Path]) -> list[tuple[Path, Mapping[str, Any]]]:
    """Put each file that is there beside what the note says of it."""
    return [(path, note["files"][str(path)]) for path in _present(files)]


_COMPILING = ("domain", "storage", "storage/films", "storage/index", "storage/toml")
"""Folders of the modules that decide what an index holds."""


def _version() -> str:
    """Name the program as it is installed, by the age of its code: what another version compiled is compiled anew."""
    package = Path(__file__).parents[2]
    modules = (entry for room in _COMPILING for entry in os.scandir(package / room))
    return f"{FORMAT}-{max(module.stat().st_mtime_ns for module in modules if module.name.endswith('.py'))}"


def _present(files: Sequence[Path]) -> list[Path]:
    return [path for path in files if path.exists()]


def _identity(path: Path) -> dict[str, Any]:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(f"{path} is not a regular file")
    return {
        "inode": status.st_ino,
        "size": status.st_size,
        "mtime": status.st_mtime_ns,
        "digest": _digest(path),
    }


def _is_same(path: Path, identity: Mapping[str, Any], *, read: bool) -> bool:
    """Compare a file with what it was; by its content where its time is too near to that of compiling."""
    status = path.stat()
    if (status.st_ino, status.st_size, status.st_mtime_ns) != (
        identity["inode"],
        identity["size"],
        identity["mtime"],
    ):
        return False
    return not read or _digest(path) == identity["digest"]


def _digest(path: Path) -> str:
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checksum(path: Path) -> int:
    """Sum a file up, quickly: it guards against damage, not against anybody."""
    return zlib.crc32(path.read_bytes())


def _time_of(folder: Path) -> int:
    """Give the time that the file system has now, by a file that is made and goes."""
    probe = folder / f"probe-{os.getpid()}"
    probe.write_bytes(b"")
    try:
        return probe.stat().st_mtime_ns
    finally:
        probe.unlink()


def _write_note(noted: Path, note: Mapping[str, Any]) -> None:
    written = noted.with_name(f"{noted.stem}-{os.getpid()}-{os.urandom(4).hex()}.note")
    written.write_text(json.dumps(note), encoding="utf-8")
    written.replace(noted)


def _made(
    cache: Path, name: str, files: Sequence[Path], fill: Fill, update: Callable[[Path], bool] | None
) -> sqlite3.Connection:
    """Make an index beside the old one and name it in the note; in memory where the cache cannot be written.

    The identities are those from before the files were read: a change meanwhile is noticed the next time.
    """
    from watchlist.storage.files import make_private

    index = cache / f"{name}-{os.getpid()}-{os.urandom(4).hex()}.sqlite"
    try:
        identities = {str(path): _identity(path) for path in _present(files)}
        make_private(cache)
        if update is None or not update(index):
            with _writing(index) as writing:
                fill(writing)
        status = index.stat()
        note = {
            "version": _version(),
            "index": index.name,
            "identity": [status.st_ino, status.st_size, status.st_mtime_ns],
            "checksum": _checksum(index) if status.st_size <= _LARGEST_SUMMED else None,
            "made": status.st_mtime_ns,
            "files": identities,
        }
        connection = _read_only(index)
        _write_note(cache / f"{name}.json", note)
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            index.unlink()
        return _in_memory(fill)
    except BaseException:
        with suppress(OSError):
            index.unlink()
        raise
    for old in cache.glob(f"{name}-*.sqlite"):
        if old.name != index.name:
            with suppress(OSError):
                old.unlink()
    return connection


def _patched(old: Path, patch: Patch, index: Path) -> bool:
    """Bring a copy of the old index up to date; take it away again where that cannot be done."""
    import shutil

    with suppress(sqlite3.Error, ValueError, KeyError):
        shutil.copyfile(old, index)
        with _writing(index) as writing:
            done = patch(writing)
        if done:
            return True
    index.unlink(missing_ok=True)
    return False


def _read_only(index: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{index.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _in_memory(fill: Fill) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        fill(connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _writing(index: Path) -> Iterator[sqlite3.Connection]:
    """Open a new file to be written fast: what a crash leaves of it is named nowhere."""
    connection = sqlite3.connect(index, isolation_level=None)
    try:
        connection.executescript(_PAGES)
        connection.execute("BEGIN")
        yield connection
        connection.execute("COMMIT")
    finally:
        connection.close()
