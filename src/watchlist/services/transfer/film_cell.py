"""A film in a cell of a CSV: its tables of a film file, as JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from watchlist.domain.errors import BadValue
from watchlist.services.transfer.jsontext import read_json

Tables = Mapping[str, object]
_KEYS = {"sources": "id", "people": "name", "films": "id"}
"""The arrays of a film file, and the key that identifies a table in each."""


def film_cells(tables: Tables) -> dict[str, str]:
    """Return the cell of each film in a film file, by id, including the sources and people that the film names."""
    by_name = {name: {str(one[_KEYS[name]]): one for one in _tables(tables, name)} for name in _KEYS}
    cells = {}
    for film_id, film in by_name["films"].items():
        named = dict.fromkeys(_texts(film))
        part = {name: [by_name[name][one] for one in named if one in by_name[name]] for name in ("sources", "people")}
        tables_of_film = {**{name: found for name, found in part.items() if found}, "films": [film]}
        cells[film_id] = json.dumps(tables_of_film, ensure_ascii=False, default=day_text)
    return cells


def joined_cells(cells: Iterable[str]) -> dict[str, list[Mapping[str, object]]]:
    """Join the tables in some cells, without repeats; raise `BadValue` for a cell that has no tables."""
    joined: dict[str, dict[str, Mapping[str, object]]] = {name: {} for name in _KEYS}
    for cell in cells:
        tables = read_json("film", cell)
        if not isinstance(tables, Mapping):
            raise BadValue("film does not contain tables")
        for name, key in _KEYS.items():
            joined[name] |= {str(one.get(key)): one for one in _tables(tables, name)}
    return {name: list(found.values()) for name, found in joined.items() if found}


def _tables(tables: Tables, name: str) -> Iterator[Mapping[str, object]]:
    listed = tables.get(name)
    return (one for one in (listed if isinstance(listed, list) else ()) if isinstance(one, Mapping))


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a table, at any depth: among them are the ids of sources and the names of people."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def day_text(value: object) -> str:
    """Write a day as text, as JSON has no dates; for `json.dumps`."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
