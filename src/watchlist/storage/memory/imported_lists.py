"""The memory of imports: which films an imported list had the last time, to tell which it no longer has."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from watchlist.domain.json_value import Json
from watchlist.storage.memory.data_file import read_data, write_data


def read_listed(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the film ids of each list, by the list's name; empty if the file cannot be read."""
    known = read_data(path)
    if not isinstance(known, dict):
        return {}
    return {name: tuple(str(one) for one in ids) for name, ids in known.items() if isinstance(ids, list)}


def write_listed(path: Path, listed: Mapping[str, Sequence[str]]) -> None:
    """Store the film ids of some lists; those of other lists stay."""
    before = read_listed(path)
    after = {**before, **{name: tuple(ids) for name, ids in listed.items()}}
    if after != before:
        content: Json = {name: list(ids) for name, ids in after.items()}
        write_data(path, content)
