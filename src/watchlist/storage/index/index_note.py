"""The note beside an index: which index is current, and whether it still matches the files it was built from."""

import json
import os
import stat
import zlib
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TypedDict

from watchlist.storage.checksum import file_checksum
from watchlist.storage.grounds import exists, settled

FORMAT = 10
"""Raised by one whenever the content of an index, or the way it is built, changes."""

PRIVATE = 0o600
"""The mode of an index and of its note: they tell what is on the list."""

_LARGEST_SUMMED = 2 * 1024 * 1024
"""Bytes: up to this size the checksum of the whole index is checked; in larger ones only that of each row read."""

LARGEST_CATALOGUE = 1024 * 1024 * 1024
"""Bytes: film files larger than this are not read in pieces, as reading a sparse file would never end."""

_OTHERS_KEPT = 2
"""How many other installed versions keep their index."""

_CACHE_ERRORS = (OSError, ValueError, KeyError, TypeError, RecursionError)
"""What reading a missing or damaged index, or its note, may raise."""


class FileState(TypedDict):
    """The state of a file when the index was built; times in nanoseconds."""

    inode: int
    size: int
    mtime: int
    ctime: int
    """When the system last saw the file change; programs cannot set this time back."""
    digest: str


class Note(TypedDict):
    """The content of a note."""

    version: str
    index: str
    identity: list[int]
    checksum: int | None
    made: int
    """When the files were read, in nanoseconds; 0 if unknown."""
    files: dict[str, FileState]


def valid_index(cache: Path, name: str, files: Sequence[Path]) -> Path | None:
    """Return the path of an index if it is intact, and this version built it from the files as they are now."""
    try:
        index, note = _whole_index(cache, name, files)
        states = _noted(note, files)
        doubtful = {path for path, state in states if not _is_settled(path, state, note["made"])}
        made, changed = (time_of(cache), [path.stat().st_ctime_ns for path, _ in states]) if doubtful else (0, [])
        if not all(_is_same(path, state, read=path in doubtful) for path, state in states):
            return None
    except _CACHE_ERRORS:
        return None
    if made:
        # Their content was compared just now, so the next command need only compare their times.
        for (_, state), ctime in zip(states, changed, strict=True):
            state["ctime"] = ctime
        with suppress(OSError):
            write_note(cache, name, {**note, "made": made})
    return index


def outdated_index(cache: Path, name: str, files: Sequence[Path]) -> Path | None:
    """Return the path of an index if it is intact, and at most the last of its files has changed."""
    try:
        index, note = _whole_index(cache, name, files)
        is_same = all(_is_same(path, state, read=True) for path, state in _noted(note, files)[:-1])
    except _CACHE_ERRORS:
        return None
    return index if is_same else None


def _whole_index(cache: Path, name: str, files: Sequence[Path]) -> tuple[Path, Note]:
    """Return the path of the current index and its note.

    Raises `ValueError` if the index is damaged, or was built by another version or from other files.
    """
    note: Note = json.loads((cache / f"{named(name)}.json").read_bytes())
    index = cache / note["index"]
    status = index.stat()
    if note["version"] != _version() or note["identity"] != [status.st_ino, status.st_size, status.st_mtime_ns]:
        raise ValueError("of another version, or written to")
    if status.st_size <= _LARGEST_SUMMED and _checksum(index) != note["checksum"]:
        raise ValueError("damaged")
    if list(note["files"]) != [str(path) for path in _existing(files)]:
        raise ValueError("of other files")
    return index, note


def _noted(note: Note, files: Sequence[Path]) -> list[tuple[Path, FileState]]:
    """Return each file that exists with its state in the note."""
    return [(path, note["files"][str(path)]) for path in _existing(files)]


_PACKAGE = Path(__file__).parents[2]
_DECIDING = ("domain", "storage", "storage/films", "storage/index", "storage/toml")
"""The folders whose modules decide what an index holds."""


def _version() -> str:
    """Identify the installed program: the index format, when the newest module that matters changed, and its path."""
    return f"{FORMAT}-{newest_module(_PACKAGE)}-{_PACKAGE}"


@lru_cache
def newest_module(package: Path) -> int:
    """Return when the newest module that decides what an index holds changed, in nanoseconds since the epoch."""
    modules = (entry for folder in _DECIDING for entry in os.scandir(package / folder))
    return max(module.stat().st_mtime_ns for module in modules if module.name.endswith(".py"))


def named(name: str) -> str:
    """Add a hash of this version to the name of an index: other installed versions keep theirs beside it."""
    return f"{name}.{zlib.crc32(_version().encode()):08x}"


def superfluous(cache: Path, name: str, current: str) -> list[Path]:
    """Return the files of an index that no version needs: older indexes of this version, and all of old versions.

    Other versions may still be installed: the two with the newest notes keep their index.
    """
    here = [path for path in cache.iterdir() if path.name.startswith(f"{name}.")]
    own = [one for one in here if one.suffix == ".sqlite" and one.name.startswith(f"{named(name)}-")]
    notes = [one for one in here if one.suffix == ".json" and len(one.stem) == len(named(name))]
    others = [one for one in notes if one.stem != named(name)]
    others.sort(key=lambda note: note.stat().st_mtime_ns, reverse=True)
    stems = tuple(note.stem for note in others[_OTHERS_KEPT:])
    gone = [one for one in here if stems and one.name.startswith(stems)]
    return [one for one in own if one.name != current] + gone


def _existing(files: Sequence[Path]) -> list[Path]:
    return [path for path in files if exists(path)]


def file_states(files: Sequence[Path]) -> dict[str, FileState]:
    """Return the state of each file that exists, by path; raises `OSError` if one cannot be read or is too large."""
    return {str(path): _state(path) for path in _existing(files)}


def _state(path: Path) -> FileState:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(f"{path} is not a regular file")
    if status.st_size > LARGEST_CATALOGUE:
        raise OSError(f"{path} is too large")
    return {
        "inode": status.st_ino,
        "size": status.st_size,
        "mtime": status.st_mtime_ns,
        "ctime": status.st_ctime_ns,
        "digest": file_checksum(path),
    }


def _is_settled(path: Path, state: FileState, made: int) -> bool:
    """Return whether a file's times prove that it is unchanged: they are as noted, and were old enough then.

    A change just after the files were read may leave a file's times as they are.
    """
    return path.stat().st_ctime_ns == state["ctime"] and settled(max(state["mtime"], state["ctime"])) < made


def _is_same(path: Path, state: FileState, *, read: bool) -> bool:
    """Return whether a file has its noted inode, size and time; with `read`, its noted content too."""
    status = path.stat()
    if (status.st_ino, status.st_size, status.st_mtime_ns) != (state["inode"], state["size"], state["mtime"]):
        return False
    return not read or file_checksum(path) == state["digest"]


def _checksum(path: Path) -> int:
    """Return a checksum that detects damage, not forgery; it is quick to compute."""
    checksum, buffer = 0, bytearray(_AT_ONCE)
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(buffer):
            checksum = zlib.crc32(memoryview(buffer)[:count], checksum)
    return checksum


_AT_ONCE = 64 * 1024
"""Bytes: reading a file in pieces of this size takes half the time of reading it whole."""


def time_of(folder: Path) -> int:
    """Return the time by the clock of a folder's file system, in nanoseconds; 0 if the folder cannot be written."""
    probe = folder / f"probe-{os.getpid()}"
    try:
        probe.write_bytes(b"")
        made = probe.stat().st_mtime_ns
        probe.unlink()
    except OSError:
        return 0
    return made


def write_note(cache: Path, name: str, note: Note) -> None:
    """Write the note, which makes its index the current one of this name; raises `OSError`."""
    written = cache / f"{named(name)}-{unique_name()}.note"
    written.touch(PRIVATE)
    written.write_text(json.dumps(note), encoding="utf-8")
    written.replace(cache / f"{named(name)}.json")


def new_note(index: Path, states: dict[str, FileState], made: int) -> Note:
    """Return the note of an index built from files in these states; `made` is when they were read."""
    status = index.stat()
    return {
        "version": _version(),
        "index": index.name,
        "identity": [status.st_ino, status.st_size, status.st_mtime_ns],
        "checksum": _checksum(index) if status.st_size <= _LARGEST_SUMMED else None,
        "made": made,
        "files": states,
    }


def unique_name() -> str:
    """Return a name that no other process uses in the cache."""
    return f"{os.getpid()}-{os.urandom(4).hex()}"
