"""The memory of imports: which films a list elsewhere had the last time, to tell which it has no more."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from watchlist.domain.json_value import Json
from watchlist.storage.memory.data_file import read_data, write_data


def read_listed(path: Path) -> dict[str, tuple[str, ...]]:
    """Read the ids of the films of each list, by its name; none where the file cannot be read."""
    known = read_data(path)
    if not isinstance(known, dict):
        return {}
    return {name: tuple(str(one) for one in ids) for name, ids in known.items() if isinstance(ids, list)}


def write_listed(path: Path, listed: Mapping[str, Sequence[str]]) -> None:
    """Remember the films of some lists, beside those of the others."""
    before = read_listed(path)
    after = {**before, **{name: tuple(ids) for name, ids in listed.items()}}
    if after != before:
        content: Json = {name: list(ids) for name, ids in after.items()}
        write_data(path, content)
