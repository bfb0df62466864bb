"""The memory of imports: which films an imported list had in its latest export, to tell which it no longer has."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from watchlist.domain.json_value import Json
from watchlist.domain.last_export import LastExport
from watchlist.storage.memory.data_file import read_data, write_data


def read_listed(path: Path) -> dict[str, LastExport]:
    """Return the latest export of each list, by the list's name; empty if the file cannot be read."""
    known = read_data(path)
    if not isinstance(known, dict):
        return {}
    return {name: export for name, one in known.items() if (export := _read(one))}


def write_listed(path: Path, listed: Mapping[str, LastExport]) -> None:
    """Store the latest exports of some lists; those of other lists stay."""
    before = read_listed(path)
    after = {**before, **listed}
    if after != before:
        content: Json = {
            name: {"day": one.day.isoformat() if one.day else None, "films": list(one.films)}
            for name, one in after.items()
        }
        write_data(path, content)


def _read(one: Json) -> LastExport | None:
    """Read an export; the first versions stored the films alone."""
    films, day = (one.get("films"), one.get("day")) if isinstance(one, dict) else (one, None)
    return LastExport(tuple(map(str, films)), _day(day)) if isinstance(films, list) else None


def _day(text: Json) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
