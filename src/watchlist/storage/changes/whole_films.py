"""Adding complete films from an export to the user's own file; what the file already says is kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from watchlist.domain.change import Change
from watchlist.storage.films.film_tables import FILM_KEYS, person_table, source_table, sources_of, whole_film_table
from watchlist.storage.toml.edit import Append, AppendNested, Edit, SetKeys, pieces
from watchlist.storage.toml.read import Document

_KINDS = ("sources", "people", "films")


def edits_for_films(document: Document, change: Change) -> Iterator[list[Edit]]:
    """Yield the edits that add complete films, their sources and people, in rounds that touch each table once."""
    whole = change.whole_films
    tables = {name: document.tables.get(name, []) for name in _KINDS}
    known = {name: {one.get(key) for one in tables[name]} for name, key in (("sources", "id"), ("people", "name"))}
    named = [source for film in whole.films for source in sources_of(film)]
    sources = {source.id: source for source in (*(() if any(tables.values()) else whole.sources), *named)}
    numbers = {table.get("id"): number for number, table in enumerate(tables["films"])}
    new = {
        "sources": [source_table(one) for one in sources.values() if one.id not in known["sources"]],
        "people": [person_table(one) for one in whole.people if one.name not in known["people"]],
        "films": [whole_film_table(film) for film in whole.films if film.id not in numbers],
    }
    yield list(_laid_out(new, () if any(tables.values()) else whole.layout))
    there = [(numbers[film.id], whole_film_table(film)) for film in whole.films if film.id in numbers]
    yield [
        SetKeys("films", number, missing, FILM_KEYS)
        for number, table in there
        if (missing := _missing(table, tables["films"][number]))
    ]
    claims = [[(number, one) for one in _new_claims(table, tables["films"][number])] for number, table in there]
    for nth in zip_longest(*claims):
        yield [AppendNested("films", one[0], "claims", one[1]) for one in nth if one]


def _laid_out(new: Mapping[str, Sequence[Mapping[str, Any]]], layout: Iterable[tuple[str, int]]) -> Iterator[Append]:
    """Append new tables in the order of the file they come from, and the remaining ones kind by kind."""
    left = {kind: list(reversed(tables)) for kind, tables in new.items()}
    for kind, number in (*layout, *((kind, len(tables)) for kind, tables in new.items())):
        for _ in range(min(number, len(left[kind]))):
            yield Append(kind, left[kind].pop())


def whole_layout(text: str, tables: Mapping[str, Sequence[object]]) -> list[list[object]]:
    """Return the order of tables in the text of a file as runs of one kind, then those that are not in the text."""
    runs = [(piece.header, 1) for piece in pieces(text, _KINDS)]
    counts = Counter(kind for kind, _ in runs)
    joined: list[tuple[str, int]] = []
    for kind, number in (*runs, *((kind, len(tables[kind]) - counts[kind]) for kind in _KINDS)):
        if joined and joined[-1][0] == kind:
            joined[-1] = kind, joined[-1][1] + number
        elif number > 0:
            joined.append((kind, number))
    return [list(run) for run in joined]


def layout_of(runs: object) -> tuple[tuple[str, int], ...]:
    """Check the runs of `whole_layout` as read from JSON; anything else is skipped."""
    listed = [tuple(run) for run in (runs if isinstance(runs, list) else []) if isinstance(run, list)]
    return tuple(run for run in listed if len(run) == 2 and run[0] in _KINDS and isinstance(run[1], int))


def _missing(table: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys that a film lacks, and its lists and ids with new values appended."""
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
