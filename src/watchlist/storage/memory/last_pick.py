"""The film that `tonight` picked last: a note in the state directory, safe to lose."""

import json
from contextlib import suppress
from pathlib import Path

from watchlist.storage.files import write_whole
from watchlist.storage.grounds import is_unique


def last_pick(path: Path) -> str | None:
    """Return the id of the film that was picked last; None if that is not known.

    The answer is different each time, so the cache of answers must not repeat it (`is_unique`).
    """
    is_unique()
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        return str(json.loads(path.read_bytes())["film"])
    return None


def note_pick(path: Path, film_id: str) -> None:
    """Note the film that was picked; if the note cannot be written, that is ignored."""
    with suppress(OSError):
        write_whole(path, json.dumps({"film": film_id}).encode(), surely=False)
