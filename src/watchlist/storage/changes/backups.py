"""Copies of a file as it was before each change: the last ten, and one a day for thirty days."""

import hashlib
import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from watchlist.storage.files import make_private

NEWEST_KEPT = 10
DAYS_KEPT = 30
_STAMP = "%Y-%m-%dT%H-%M-%S-%f"


class Backup(NamedTuple):
    """A copy of a file, and when it was made, in the user's local time."""

    path: Path
    made: datetime


def keep(folder: Path, data: bytes, now: datetime) -> None:
    """Put the bytes of a file aside, and let go of copies that are too many.

    A disk that cannot hold the copy is no reason to refuse the change: `OSError` stays here.
    """
    with suppress(OSError):
        make_private(folder)
        target = folder / f"{now.strftime(_STAMP)}.toml"
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as copy:
            copy.write(data)
        for old in superfluous(backups(folder), now):
            old.path.unlink()


def backups(folder: Path) -> tuple[Backup, ...]:
    """List the copies in a folder, the newest first; what is not one is passed over."""
    found = []
    for path in folder.glob("*.toml"):
        with suppress(ValueError):
            found.append(Backup(path, _time(path.stem)))
    return tuple(sorted(found, key=lambda backup: backup.made, reverse=True))


def _time(stamp: str) -> datetime:
    """Read the time in a copy's name; raise `ValueError` for another name. `strptime` would take 3 ms to import."""
    day, clock = stamp[:10], stamp[11:]
    hours, minutes, seconds, fraction = clock.split("-")
    return datetime.fromisoformat(f"{day}T{hours}:{minutes}:{seconds}.{fraction}")


def superfluous(newest_first: tuple[Backup, ...], now: datetime) -> tuple[Backup, ...]:
    """Choose the copies to let go: beyond the newest ten, all but the last of each of thirty days."""
    local = now.replace(tzinfo=None)
    days = set()
    going = []
    for number, backup in enumerate(newest_first):
        day = backup.made.date()
        is_last_of_its_day = day not in days and local - backup.made < timedelta(days=DAYS_KEPT)
        days.add(day)
        if number >= NEWEST_KEPT and not is_last_of_its_day:
            going.append(backup)
    return tuple(going)


def folder_for(state: Path, file: Path) -> Path:
    """Give the folder for the copies of one file; lists at other paths have folders of their own."""
    return state / "backups" / f"{file.stem}-{hashlib.sha256(os.fsencode(file)).hexdigest()[:8]}"
