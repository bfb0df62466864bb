"""Where catalogues came from: the addresses of those that others publish, and what their servers said of them."""

from collections.abc import Mapping

from watchlist.domain.json_value import Json
from watchlist.storage.memory.data_file import read_data, write_data
from watchlist.storage.paths import Paths


def read_addresses(paths: Paths) -> dict[str, Json]:
    """Return what is noted of each catalogue by address, by its name."""
    known = read_data(paths.catalogues / _NOTE)
    return dict(known) if isinstance(known, dict) else {}


def note_address(paths: Paths, name: str, record: Mapping[str, Json]) -> None:
    """Note where a catalogue came from."""
    write_data(paths.catalogues / _NOTE, {**read_addresses(paths), name: dict(record)})


def forget_address(paths: Paths, name: str) -> None:
    """Forget where a catalogue came from; nothing happens where that was a file."""
    known = read_addresses(paths)
    if known.pop(name, None) is not None:
        write_data(paths.catalogues / _NOTE, known)


_NOTE = "addresses.json"
