"""The day of the last look at the home page: a note in the state directory, safe to lose."""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

from watchlist.storage import grounds
from watchlist.storage.files import write_whole


def last_look(path: Path, today: date) -> date | None:
    """Return the day of the last look before today, None on the first day, and note today as the last.

    A note that cannot be read or written is ignored.
    """
    before, last = _read(path)
    if last == today:
        return before
    with suppress(OSError):
        note = {"before": last and last.isoformat(), "last": today.isoformat()}
        write_whole(path, json.dumps(note).encode(), surely=False)
    return last


def _read(path: Path) -> tuple[date | None, date | None]:
    grounds.note(path)
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        note = json.loads(path.read_bytes())
        return (date.fromisoformat(note["before"]) if note["before"] else None, date.fromisoformat(note["last"]))
    return None, None
