"""JSON files that the program keeps for itself; if one is lost, the program asks the user or the sites again."""

import json
from pathlib import Path

from watchlist.domain.json_value import Json
from watchlist.storage.files import locked, read_bytes, save


def read_data(path: Path) -> Json:
    """Return the value in a file; None if the file is missing or is not JSON. Raises `DiskFailed`."""
    try:
        value: Json = json.loads(read_bytes(path) or b"null")
    except (ValueError, RecursionError):
        return None
    return value


def write_data(path: Path, value: Json) -> None:
    """Save a value, replacing the whole file; raise `DiskFailed` or `Busy`."""
    with locked(path) as real:
        save(real, json.dumps(value, ensure_ascii=False, indent=0).encode(), read=read_bytes(real, limit=None))
