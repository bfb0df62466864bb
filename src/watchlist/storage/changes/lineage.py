"""The history of a list that was moved, found by the content of the list instead of its path.

Journals and copies are stored under the path of their list. A list that was moved, or is reached
by another path, has none there. The journals of all lists are then searched for a step that
left, or found, the list as it is now; the history up to that step belongs to it. A list that
was also edited since the move is recognised by its entries: more than half of them must be
those of a list that is missing from its old path. The next change copies the journal and
the copies to the new path; those of the old path stay where they are.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from watchlist.storage.changes import backups
from watchlist.storage.changes.backups import Backup
from watchlist.storage.changes.journal import History, read_history
from watchlist.storage.changes.journal_file import journal_path
from watchlist.storage.checksum import checksum
from watchlist.storage.files import write_whole

_LONGEST_LOOK = 64 * 1024
"""Bytes at the end of a list's own journal that are searched first."""
_LARGEST_SEARCHED = 128 * 1024 * 1024
"""Bytes; a trimmed journal is never this large."""


class Lineage(NamedTuple):
    """The earlier history of a list: the journal of another path, and how many of its lines belong to this list.

    `copies` are those up to the current state of the list, newest first.
    """

    journal: Path
    lines: int
    copies: tuple[Backup, ...]


def find_lineage(state: Path, real: Path, data: bytes | None) -> Lineage | None:
    """Find the history of a list under another path, by the bytes of the list; None if there is none.

    Also None if the list has a history under its own path, unless another journal continues that one up to the
    list as it is now. Raises `OSError`.
    """
    own = journal_path(state, real)
    if not data or b"films" not in data or _mentions(own, data):
        return None
    journals = [path for path in own.parent.glob("*.jsonl") if path.stat().st_size < _LARGEST_SEARCHED]
    journals.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
    if own in journals:
        others = (path for path in journals if path.stat().st_size > own.stat().st_size)
        found = (one for path in others if (one := _by_digest(path, state, data)) and _continues(one, own))
    else:
        finds = (_by_digest, _by_entries)
        found = (one for find in finds for path in journals if (one := find(path, state, data)))
    return next(found, None)


def _mentions(journal: Path, data: bytes) -> bool:
    """Return whether the last steps of a journal contain the digest of the list as it is now."""
    try:
        with journal.open("rb") as file:
            file.seek(-min(_LONGEST_LOOK, file.seek(0, os.SEEK_END)), os.SEEK_END)
            return checksum(data).encode() in file.read()
    except FileNotFoundError:
        return False


def _continues(lineage: Lineage, own: Path) -> bool:
    """Return whether a journal begins with all of the list's own one, so that replacing that loses nothing."""
    mine = own.read_bytes()
    return lineage.journal.read_bytes().startswith(mine) and lineage.lines > mine.count(b"\n")


def adopt(lineage: Lineage, state: Path, real: Path) -> None:
    """Copy the journal and the copies of a list to its new path; raises `OSError`."""
    folder = backups.folder_for(state, real)
    for copy in lineage.copies:
        write_whole(folder / copy.path.name, copy.path.read_bytes())
    lines = lineage.journal.read_bytes().splitlines(keepends=True)
    write_whole(journal_path(state, real), b"".join(lines[: lineage.lines]))


def copies_of(state: Path, real: Path, data: bytes | None) -> tuple[Backup, ...]:
    """Return the copies of a list, newest first, wherever they were made."""
    lineage = find_lineage(state, real, data)
    return lineage.copies if lineage else backups.backups(backups.folder_for(state, real))


def read_lineage(lineage: Lineage) -> History:
    """Read the part of a journal that belongs to the list."""
    return read_history(lineage.journal, lineage.journal, "", lines=lineage.lines)


def _by_digest(journal: Path, state: Path, data: bytes) -> Lineage | None:
    """Find the last step in a journal that left the list with these bytes, else the first one that found it so.

    Later steps that only changed other files are included.
    """
    digest = checksum(data)
    text = journal.read_bytes()
    if digest.encode() not in text:
        return None
    left = found = 0
    place, is_now = "", False
    for number, line in enumerate(text.splitlines(), 1):
        with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
            record = json.loads(line)
            for file in record.get("files", ()):
                if file["path"] == "list":
                    is_now = digest == file["digest_after"]
                    place = record["list"] if digest in (file["digest_before"], file["digest_after"]) else place
                    found = found or (number - 1 if digest == file["digest_before"] else 0)
            left = number + 1 if is_now and "files" in record else left
    copies = backups.backups(backups.folder_for(state, Path(place)))
    newest = next((number for number, copy in enumerate(copies) if backups.holds(copy.path, data)), 0)
    return Lineage(journal, left or found, copies[newest:]) if left or found else None


def _by_entries(journal: Path, state: Path, data: bytes) -> Lineage | None:
    """Use the whole journal of a list that is missing from its path, if most entries of its newest copy are here."""
    history = read_history(journal, journal, "")
    steps = (*history.done, *history.undone)
    if not steps or os.path.lexists(steps[-1].list):
        return None
    copies = backups.backups(backups.folder_for(state, Path(steps[-1].list)))
    current, copied = _entries(data), _entries(copies[0].path.read_bytes() if copies else b"")
    if 2 * len(current & copied) <= max(len(current), len(copied)):
        return None
    return Lineage(journal, len(journal.read_bytes().splitlines()), copies)


def _entries(data: bytes) -> set[bytes]:
    return {b"\n".join(block.split()) for block in data.split(b"[[films]]")[1:]}
