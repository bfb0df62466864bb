"""Copies of a file: as it was before each change, and after the last one.

They are numbered, so that their order is known even if the clock is set back.
"""

import os
import zlib
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from watchlist.storage import grounds
from watchlist.storage.files import sweep, write_whole

NEWEST_KEPT = 10
DAYS_KEPT = 30
_STAMP = "%Y-%m-%dT%H-%M-%S-%f"


class Backup(NamedTuple):
    """A copy of a file: its number, and when it was made, in the user's local time."""

    path: Path
    made: datetime
    number: int = 0
    """0 for a copy made by an earlier version of the program, which had only times."""


def keep(folder: Path, data: bytes, now: datetime, *, surely: bool) -> None:
    """Save a copy of a file's bytes, unless the newest copy already has them, and delete superfluous copies.

    A copy that is made `surely` is on disk when this returns. If it raises `OSError`, no copy was made.
    """
    there = backups(folder)
    if not data or (there and holds(there[0].path, data)):
        return
    number = there[0].number + 1 if there else 1
    new = Backup(folder / f"{number:06}_{now.strftime(_STAMP)}.toml", now, number)
    write_whole(new.path, data, surely=surely)
    with suppress(OSError):
        for old in superfluous((new, *there)):
            old.path.unlink()
    sweep(folder, ".")


def backups(folder: Path) -> tuple[Backup, ...]:
    """Return the copies in a folder, newest first; empty files and files with other names are skipped."""
    found = []
    grounds.note(folder)
    with suppress(OSError):
        for path in folder.iterdir():
            if path.suffix == ".toml":
                found += _backup(path)
    return tuple(sorted(found, key=lambda backup: (backup.number, backup.made), reverse=True))


def _backup(path: Path) -> list[Backup]:
    grounds.note(path)
    number, _, stamp = path.stem.rpartition("_")
    with suppress(ValueError, OSError):
        if path.stat().st_size:
            return [Backup(path, _time(stamp), int(number or 0))]
    return []


def superfluous(newest_first: tuple[Backup, ...]) -> tuple[Backup, ...]:
    """Return the copies to delete: all but the newest ten, and the last of each of the newest thirty days."""
    days = list(dict.fromkeys(backup.made.date() for backup in newest_first))[:DAYS_KEPT]
    last_of_days = {next(backup for backup in newest_first if backup.made.date() == day) for day in days}
    return tuple(backup for backup in newest_first[NEWEST_KEPT:] if backup not in last_of_days)


def folder_for(state: Path, file: Path) -> Path:
    """Return the folder for the copies of one file; each path has its own."""
    return state / "backups" / f"{file.stem}-{zlib.crc32(os.fsencode(file)):08x}"


def holds(path: Path, data: bytes) -> bool:
    """Return whether a copy holds exactly these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _time(stamp: str) -> datetime:
    """Parse the time in a copy's name; raise `ValueError` for other names. `strptime` would take 3 ms to import."""
    day, clock = stamp[:10], stamp[11:]
    hours, minutes, seconds, fraction = clock.split("-")
    return datetime.fromisoformat(f"{day}T{hours}:{minutes}:{seconds}.{fraction}")
