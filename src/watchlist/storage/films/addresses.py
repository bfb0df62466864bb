"""The addresses of catalogues that were added from the web, with the headers that their servers sent."""

from collections.abc import Mapping

from watchlist.domain.json_value import Json
from watchlist.storage.memory.data_file import read_data, write_data
from watchlist.storage.paths import Paths


def read_addresses(paths: Paths) -> dict[str, Json]:
    """Return the record of each catalogue that was added by address, keyed by catalogue name."""
    known = read_data(paths.catalogues / _NOTE)
    return dict(known) if isinstance(known, dict) else {}


def note_address(paths: Paths, name: str, record: Mapping[str, Json]) -> None:
    """Save where a catalogue came from."""
    write_data(paths.catalogues / _NOTE, {**read_addresses(paths), name: dict(record)})


def forget_address(paths: Paths, name: str) -> None:
    """Delete the record of where a catalogue came from; nothing happens if it came from a file."""
    known = read_addresses(paths)
    if known.pop(name, None) is not None:
        write_data(paths.catalogues / _NOTE, known)


_NOTE = "addresses.json"
