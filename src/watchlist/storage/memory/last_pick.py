"""The film that `tonight` drew last: a note in the state directory, safe to lose."""

import json
from contextlib import suppress
from pathlib import Path

from watchlist.storage.files import write_whole
from watchlist.storage.grounds import is_unique


def last_pick(path: Path) -> str | None:
    """Return the id of the film that was drawn last; None if that is not known. The next answer is another one."""
    is_unique()
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        return str(json.loads(path.read_bytes())["film"])
    return None


def note_pick(path: Path, film_id: str) -> None:
    """Note the film that was drawn; where that cannot be written, it is not remembered."""
    with suppress(OSError):
        write_whole(path, json.dumps({"film": film_id}).encode())
