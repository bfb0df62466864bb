"""Files of data that the program keeps for itself: JSON, worth a question more if it is lost."""

import json
from pathlib import Path

from watchlist.domain.json_value import Json
from watchlist.storage.files import locked, read_bytes, save


def read_data(path: Path) -> Json:
    """Read a file of data; None where there is none, or none that can be read as such. Raises `DiskFailed`."""
    try:
        value: Json = json.loads(read_bytes(path) or b"null")
    except (ValueError, RecursionError):
        return None
    return value


def write_data(path: Path, value: Json) -> None:
    """Save a file of data whole; raise `DiskFailed` or `Busy`."""
    with locked(path) as real:
        save(real, json.dumps(value, ensure_ascii=False, indent=0).encode(), read=read_bytes(real, limit=None))
