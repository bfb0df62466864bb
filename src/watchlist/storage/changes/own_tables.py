"""The user's own films as tables, to export them with a list and import them again."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from watchlist.domain.change import WholeFilms
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.domain.people import Person
from watchlist.storage.changes.whole_films import layout_of, whole_layout
from watchlist.storage.fetched_file import FetchedFile
from watchlist.storage.files import read_bytes
from watchlist.storage.films.film_file import SCHEMA, read_film_file
from watchlist.storage.films.film_tables import person_table, source_table, sources_of, whole_film_table
from watchlist.storage.films.portable import portable_films, portable_people
from watchlist.storage.index.bundled_films import BundledFilms
from watchlist.storage.paths import Paths
from watchlist.storage.toml.read import Document, read_document

_OWN = ("sources", "people", "films")


def own_tables(paths: Paths) -> dict[str, Any]:
    """Return the user's own films, people and sources as tables; if files share an id, that of the highest layer."""
    return _together(_documents(paths))


def films_of(paths: Paths, tables: Mapping[str, Any], today: date) -> WholeFilms:
    """Read films from tables that came with a list; raises `InvalidFile` if they are not valid."""
    whole = {"schema": SCHEMA, "seen": today, **tables}
    file = read_film_file(Document(Path("own_films"), "", whole), known=BundledFilms(paths).sources())
    sources = (file.sources[one["id"]] for one in tables.get("sources", ()))
    return WholeFilms(file.layer.films, file.layer.people, tuple(sources), layout_of(tables.get("layout")))


def portable(paths: Paths, listed: Sequence[tuple[Film, Entry]], people: Mapping[str, Person]) -> dict[str, Any]:
    """Return the tables of a film file with the user's own films, and the listed films that are not bundled."""
    bundled, documents = BundledFilms(paths), _documents(paths)
    sources = bundled.sources()
    own = [read_film_file(document, known=sources) for document in documents]
    own_films = [film for one in own for film in one.layer.films]
    tmdb = FetchedFile(paths.fetched_tmdb).films
    films = portable_films(
        [(film, entry.ids) for film, entry in listed],
        own_films,
        bundled.films(key for film in (*own_films, *(film for film, _ in listed)) for key in film.keys),
        frozenset(claim for film in tmdb for claim in film.claims),
    )
    here = {one["id"]: one for one in _together(documents).get("sources", ())}
    named = here | {one.id: source_table(one) for film in films for one in sources_of(film)}
    known = {person.name: person for one in own for person in one.layer.people}
    known |= {one.name: one for one in portable_people(films, people, bundled.person)}
    tables = {
        "sources": list(named.values()),
        "people": list(map(person_table, known.values())),
        "films": list(map(whole_film_table, films)),
    }
    text = next((document.text for document in documents if document.path == paths.films), "")
    return {**tables, "layout": whole_layout(text, tables)}


def _documents(paths: Paths) -> list[Document]:
    """Read the files of the user's own films that are not empty, the lowest layer first."""
    read = ((path, read_bytes(path)) for path in paths.own_films)
    return [read_document(path, data) for path, data in read if data and data.strip()]


def _together(documents: Sequence[Document]) -> dict[str, Any]:
    """Join the tables of some files; if files share an id, the table of the highest layer counts."""
    files = [document.tables for document in reversed(documents)]
    found = {name: _one_of_each([one for tables in files for one in tables.get(name, ())]) for name in _OWN}
    return {name: tables for name, tables in found.items() if tables}


def _one_of_each(tables: Sequence[Any]) -> list[Any]:
    """Keep only the first table with each id or name."""
    found: dict[Any, Any] = {}
    for table in tables:
        found.setdefault(table.get("id") or table.get("name"), table)
    return list(found.values())
