"""The note beside an index: which index is current, and whether it still fits the files it was built from."""

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
"""Goes up by one when the content of an index, or the way it is built, changes."""

_LARGEST_SUMMED = 2 * 1024 * 1024
"""Bytes: the checksum of a whole index is checked up to this size; in larger ones each row has its own."""

LARGEST_CATALOGUE = 1024 * 1024 * 1024
"""Bytes of a film file that is read piece by piece: a sparse file would never end."""

_OTHERS_KEPT = 2
"""Other installed versions that keep their index."""

_CACHE_ERRORS = (OSError, ValueError, KeyError, TypeError, RecursionError)
"""What reading a missing or damaged index or note may raise."""


class FileState(TypedDict):
    """A file as it was when the index was built; times in nanoseconds."""

    inode: int
    size: int
    mtime: int
    ctime: int
    """When the system last saw the file change; nobody can set that back."""
    digest: str


class Note(TypedDict):
    """What the note of an index says."""

    version: str
    index: str
    identity: list[int]
    checksum: int | None
    made: int
    """When the files were read."""
    files: dict[str, FileState]


def valid_index(cache: Path, name: str, files: Sequence[Path]) -> Path | None:
    """Return the path of an index if it is whole, and this version built it from the files as they are now."""
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
        # Their content was compared just now: from the next command on, their times are enough.
        for (_, state), ctime in zip(states, changed, strict=True):
            state["ctime"] = ctime
        with suppress(OSError):
            write_note(cache, name, {**note, "made": made})
    return index


def outdated_index(cache: Path, name: str, files: Sequence[Path]) -> Path | None:
    """Return the path of an index if it is whole, and all files but the last are the same."""
    try:
        index, note = _whole_index(cache, name, files)
        is_same = all(_is_same(path, state, read=True) for path, state in _noted(note, files)[:-1])
    except _CACHE_ERRORS:
        return None
    return index if is_same else None


def _whole_index(cache: Path, name: str, files: Sequence[Path]) -> tuple[Path, Note]:
    """Return the index that the note names, and the note; raises `ValueError` if it is damaged or of other files."""
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
    """Pair each file that exists with what the note says about it."""
    return [(path, note["files"][str(path)]) for path in _existing(files)]


_PACKAGE = Path(__file__).parents[2]
_DECIDING = ("domain", "storage", "storage/films", "storage/index", "storage/toml")
"""Folders of the modules that decide what an index holds."""


def _version() -> str:
    """Return a name for the program as installed: the format, its place, and the time of its newest deciding module."""
    return f"{FORMAT}-{_newest_module()}-{_PACKAGE}"


@lru_cache
def _newest_module() -> int:
    modules = (entry for folder in _DECIDING for entry in os.scandir(_PACKAGE / folder))
    return max(module.stat().st_mtime_ns for module in modules if module.name.endswith(".py"))


def named(name: str) -> str:
    """Return the name of this version's index of a name: those of other installed versions lie beside it."""
    return f"{name}.{zlib.crc32(_version().encode()):08x}"


def superfluous(cache: Path, name: str, current: str) -> list[Path]:
    """Return the files of a name that no version needs: older indexes of this one, and all of versions long gone.

    Of other versions, which may still be installed, the last two that built one keep theirs.
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
    """Return the state of each file that exists, by its path; raises `OSError` if one cannot be read."""
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
    """Return whether a file has its noted times, which were old enough for a change since then to give it others."""
    return path.stat().st_ctime_ns == state["ctime"] and settled(max(state["mtime"], state["ctime"])) < made


def _is_same(path: Path, state: FileState, *, read: bool) -> bool:
    """Compare a file with its noted state; with `read` its content too, where the time alone proves nothing."""
    status = path.stat()
    if (status.st_ino, status.st_size, status.st_mtime_ns) != (state["inode"], state["size"], state["mtime"]):
        return False
    return not read or file_checksum(path) == state["digest"]


def _checksum(path: Path) -> int:
    """Return a checksum of a file that is quick to compute: against damage, not against forgery."""
    checksum, buffer = 0, bytearray(_AT_ONCE)
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(buffer):
            checksum = zlib.crc32(memoryview(buffer)[:count], checksum)
    return checksum


_AT_ONCE = 64 * 1024
"""Bytes: to read a file in such pieces takes half the time of reading it whole."""


def time_of(folder: Path) -> int:
    """Return the time as the file system of a folder has it, in nanoseconds; 0 where the folder cannot be written."""
    probe = folder / f"probe-{os.getpid()}"
    try:
        probe.write_bytes(b"")
        made = probe.stat().st_mtime_ns
        probe.unlink()
    except OSError:
        return 0
    return made


def write_note(cache: Path, name: str, note: Note) -> None:
    """Make the index of a note the current one of its name; raises `OSError`."""
    written = cache / f"{named(name)}-{unique_name()}.note"
    written.write_text(json.dumps(note), encoding="utf-8")
    written.replace(cache / f"{named(name)}.json")


def new_note(index: Path, states: dict[str, FileState], made: int) -> Note:
    """Return the note of an index that was built from files in these states, which were `made` up at a time."""
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
    """Return a word that no other process uses in the cache."""
    return f"{os.getpid()}-{os.urandom(4).hex()}"
