"""Checking a film file: finding all faults, each with its place."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from watchlist.domain.claim import UNSOURCED, Source
from watchlist.domain.dates import Precision
from watchlist.domain.errors import InvalidFile
from watchlist.domain.names import fold
from watchlist.services.upkeep.check_claims import claim_faults
from watchlist.services.upkeep.check_facts import fact_faults
from watchlist.services.upkeep.check_people import people_faults
from watchlist.services.upkeep.check_sources import source_faults
from watchlist.storage.files import read_bytes
from watchlist.storage.films.film_file import CLAIM, FILM_FILE, FilmFile, film_file, load_bundled
from watchlist.storage.paths import Paths
from watchlist.storage.toml.read import At, Table, read_document
from watchlist.storage.toml.schema import Problem, Report


class Remark(NamedTuple):
    """A fault or a warning; line and column are counted from 1."""

    line: int
    column: int
    words: str


class Checked(NamedTuple):
    """The result of a check: the remarks, by line, and the number of films, claims and sources in the file."""

    path: str
    faults: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    films: int = 0
    claims: int = 0
    sources: int = 0


def check(paths: Paths, file: Path | None = None) -> Checked:
    """Check a film file; without one, the user's own films, or the bundled ones if the user has none.

    The file may refer to the sources of the bundled films. Raises what `check_film_file` raises.
    """
    chosen = file or (paths.films if paths.films.exists() else paths.bundled)
    known = load_bundled(paths.bundled).sources if chosen != paths.bundled else None
    return check_film_file(chosen, known=known)


def check_film_file(path: Path, *, known: Mapping[str, Source] | None = None) -> Checked:
    """Check a film file; `known` are the sources of the layers below it.

    Raises `InvalidFile` if there is no such file, `DiskFailed` if it cannot be read. A file
    that is not valid TOML has one fault.
    """
    data = read_bytes(path, limit=None)
    if data is None:
        raise InvalidFile(f"{path}: there is no such file")
    try:
        document = read_document(path, data, limit=None)
    except InvalidFile as error:
        words = error.fact.removeprefix(f"{path}:{error.line}:{error.column}: ")
        return Checked(str(path), (Remark(error.line, error.column, words),), ())
    report = Report(known)
    file = film_file(document, report)
    places = document.places()
    tables = document.tables
    faults = [*report.problems, *report.unknown, *_repeated(tables)]
    warnings = [*_unused(tables), *_alike(tables), *_older_than_source(tables, file.sources)]
    if not faults:
        warnings += _proofread(file, tables)
    return Checked(
        path=str(path),
        faults=_remarks(faults, places),
        warnings=_remarks(warnings, places),
        films=len(file.layer.films),
        claims=sum(len(film.claims) for film in file.layer.films),
        sources=len(_tables(tables, "sources")),
    )


def json_schema() -> str:
    """Return the JSON Schema of film files, for editors."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Films, and every claim on their releases",
        **FILM_FILE.json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _remarks(problems: list[Problem], places: Callable[[At], tuple[int, int]]) -> tuple[Remark, ...]:
    return tuple(sorted({Remark(*places(at), words) for at, words in problems}))


def _tables(tables: Table, name: str) -> list[Table]:
    value: object = tables.get(name)
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _repeated(tables: Table) -> Iterator[Problem]:
    """Find ids, and ids on other sites, that occur twice."""
    for name in ("sources", "films"):
        seen: set[str] = set()
        for number, table in enumerate(_tables(tables, name)):
            key = str(table.get("id"))
            if key in seen and "id" in table:
                yield Problem((name, number, "id"), f'the id "{key}" is used twice')
            seen.add(key)
    external: dict[tuple[str, str], object] = {}
    for number, film in enumerate(_tables(tables, "films")):
        ids = film.get("ids")
        for site, key in ids.items() if isinstance(ids, Mapping) else ():
            other = external.setdefault((site, str(key)), film.get("id"))
            if other != film.get("id"):
                yield Problem(("films", number, "ids"), f'{site} "{key}" is also the id of "{other}"')


def _proofread(file: FilmFile, tables: Table) -> Iterator[Problem]:
    """Yield faults of content. Only for files without other faults: otherwise the places would be wrong."""
    places = {table["id"]: number for number, table in enumerate(_tables(tables, "sources"))}
    yield from source_faults(file.sources, places)
    yield from people_faults(file.layer)
    yield from fact_faults(file.layer, date.fromisoformat(str(tables["seen"])))
    yield from claim_faults(file.layer.films)


def _unused(tables: Table) -> Iterator[Problem]:
    used = Counter(_sources_in(tables.get("films", [])))
    for number, source in enumerate(_tables(tables, "sources")):
        if source.get("id") not in used:
            yield Problem(("sources", number), f'the source "{source.get("id")}" is not used')


def _sources_in(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        if isinstance(value.get("source"), str):
            yield value["source"]
        for inner in value.values():
            yield from _sources_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _sources_in(inner)


def _alike(tables: Table) -> Iterator[Problem]:
    """Find films with the same title, unless both have a year and the years differ."""
    seen: dict[str, list[Table]] = {}
    for number, film in enumerate(_tables(tables, "films")):
        for other in seen.setdefault(fold(str(film.get("title", ""))), []):
            if film.get("title") and (
                film.get("year") == other.get("year") or None in (film.get("year"), other.get("year"))
            ):
                yield Problem(("films", number, "title"), f'looks the same as "{other.get("id")}"')
        seen[fold(str(film.get("title", "")))].append(film)


def _older_than_source(tables: Table, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Find claims that were reported before their source was published, without an explanation.

    If a source tells later what was said earlier, `reported` is an interval, or the claim has a note.
    """
    report = Report(sources)
    report.inherited["seen"] = None
    for number, film in enumerate(_tables(tables, "films")):
        for place, table in enumerate(_tables(film, "claims")):
            claim = CLAIM.read(table, (), report)
            if claim is None or claim.source == UNSOURCED or claim.note or claim.reported is None:
                continue
            published = claim.source.published
            if claim.reported.precision is Precision.INTERVAL or published is None:
                continue
            latest, earliest = claim.reported.span().latest, published.span().earliest
            if latest and earliest and latest < earliest:
                yield Problem(
                    ("films", number, "claims", place, "reported"),
                    f"reported before {claim.source.id} was published: write an interval, or a note that says why",
                )
