"""Films that come whole into the user's own file, from an export: what the file says already stays as it is."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from watchlist.domain.change import Change
from watchlist.storage.films.film_tables import person_table, source_table, sources_of, whole_film_table
from watchlist.storage.toml.edit import Append, AppendNested, Edit, SetKeys
from watchlist.storage.toml.read import Document


def edits_for_films(document: Document, change: Change) -> Iterator[list[Edit]]:
    """Say how whole films, their sources and people go into the file, in rounds: a round touches each table once."""
    tables = {name: document.tables.get(name, []) for name in ("sources", "people", "films")}
    known = {name: {one.get(key) for one in tables[name]} for name, key in (("sources", "id"), ("people", "name"))}
    sources = {source.id: source for film in change.films for source in sources_of(film)}
    yield [Append("sources", source_table(one)) for one in sources.values() if one.id not in known["sources"]]
    yield [Append("people", person_table(one)) for one in change.people if one.name not in known["people"]]
    numbers = {table.get("id"): number for number, table in enumerate(tables["films"])}
    yield [Append("films", whole_film_table(film)) for film in change.films if film.id not in numbers]
    there = [(numbers[film.id], whole_film_table(film)) for film in change.films if film.id in numbers]
    yield [
        SetKeys("films", number, missing)
        for number, table in there
        if (missing := _missing(table, tables["films"][number]))
    ]
    claims = [[(number, one) for one in _new_claims(table, tables["films"][number])] for number, table in there]
    for nth in zip_longest(*claims):
        yield [AppendNested("films", one[0], "claims", one[1]) for one in nth if one]


def _missing(table: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Give the keys that a film lacks, and lists and ids with what is new put behind."""
    missing = {}
    for key, value in table.items():
        whole = _together(known[key], value) if key in known else value
        if key != "claims" and whole != known.get(key):
            missing[key] = whole
    return missing


def _together(known: Any, value: Any) -> Any:
    if isinstance(known, Mapping) and isinstance(value, Mapping):
        return {**value, **known}
    if isinstance(known, list) and isinstance(value, list):
        return [*known, *(one for one in value if one not in known)]
    return known


def _new_claims(table: Mapping[str, Any], known: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    claims: Sequence[Mapping[str, Any]] = table.get("claims", [])
    return [claim for claim in claims if claim not in known.get("claims", [])]
