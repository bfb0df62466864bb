"""The compiled catalogue: an index in the cache directory, made from the film files and thrown away at will.

It answers in time that follows the answer, not the catalogue. It is believed only if it was
made by this version from the very files that are there; where it is missing, old, damaged
or cannot be written, the files themselves are read, and the answers are the same.
"""

import json
import os
import sqlite3
import weakref
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.claim import Certainty
from watchlist.domain.errors import WatchlistError
from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.domain.people import Person
from watchlist.domain.shelf import Shelf, WholeShelf
from watchlist.storage.files import make_private
from watchlist.storage.paths import Paths

_Answer = TypeVar("_Answer")


def load_catalogue(paths: Paths) -> Catalogue:
    """Read the film files; imported here, because where the index answers nothing of it is needed."""
    from watchlist.storage.catalogue import load_catalogue

    return load_catalogue(paths)


FORMAT = 1
"""Counts up when what is compiled, or how, changes."""

_RACY = 2_000_000_000
"""Nanoseconds: a file that changed so shortly before it was compiled may change again unseen by its time."""

_LARGEST_HASHED = 16 * 1024 * 1024

_TABLES = """
CREATE TABLE film (num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL, out_after INTEGER);
CREATE TABLE name (fold TEXT NOT NULL, num INTEGER NOT NULL, title TEXT NOT NULL, ascii INTEGER NOT NULL);
CREATE TABLE key (key TEXT NOT NULL, num INTEGER NOT NULL);
CREATE TABLE word (word TEXT NOT NULL, num INTEGER NOT NULL, PRIMARY KEY (word, num)) WITHOUT ROWID;
CREATE TABLE person (name TEXT PRIMARY KEY, family TEXT, written TEXT NOT NULL) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX name_fold ON name (fold);
CREATE INDEX name_other ON name (num) WHERE ascii = 0;
CREATE INDEX key_key ON key (key);
CREATE INDEX film_out ON film (out_after);
"""
_NEVER = 9_999_999
"""Day number beyond all days: for films that are not surely out on any day."""


def open_shelf(paths: Paths) -> Shelf:
    """Give the films from the compiled catalogue, compiled anew where that is needed and possible.

    Raises `InvalidFile` where a film file that has to be read is damaged.
    """
    index = valid_index(paths)
    if index is None:
        identities = _identities(paths)
        catalogue = load_catalogue(paths)
        index = _compile(paths, catalogue, identities)
        if index is None:
            return WholeShelf(catalogue)
    return CompiledShelf(paths, index)


@dataclass(slots=True, weakref_slot=True)
class CompiledShelf:
    """A shelf that looks films up in the index; if that fails, it reads the files and goes on with them.

    The index is closed when the shelf is no longer held.
    """

    paths: Paths
    index: Path
    _connection: sqlite3.Connection | None = None
    _whole: WholeShelf | None = None
    _read: dict[int, Film] = field(default_factory=dict)

    def everything(self) -> Catalogue:
        """Give all films."""
        return self._ask(lambda ask: self._catalogue(num for (num,) in ask("SELECT num FROM film")), "everything")

    def films(self, ids: Iterable[str]) -> Catalogue:
        """Give the films with these ids."""
        wanted = list(dict.fromkeys(ids))
        return self._ask(
            lambda ask: self._catalogue(
                num for one in wanted for (num,) in ask("SELECT num FROM film WHERE id = ?", one)
            ),
            "films",
            wanted,
        )

    def fitting(self, query: str) -> Catalogue:
        """Give the films that have all the words, or whose titles begin with them or hold them."""
        return self._ask(lambda ask: self._catalogue(_fitting(ask, query)), "fitting", query)

    def titles(self) -> Iterable[tuple[str, str]]:
        """Give every title of every film, with the film's id."""
        return self._ask(
            lambda ask: list(
                ask("SELECT id, title FROM name JOIN film USING (num) WHERE title != '' ORDER BY name.rowid")
            ),
            "titles",
        )

    def to_come(self, day: date) -> Catalogue:
        """Give the films that are not surely out on a day."""
        return self._ask(
            lambda ask: self._catalogue(
                num for (num,) in ask("SELECT num FROM film WHERE out_after >= ? ORDER BY num", day.toordinal())
            ),
            "to_come",
            day,
        )

    def _ask(self, question: Callable[[Callable[..., Iterator[Any]]], _Answer], name: str, *arguments: Any) -> _Answer:
        """Ask the index; where it cannot answer, ask a shelf with all films in memory the same."""
        if self._whole is None:
            try:
                return question(self._query)
            except (sqlite3.Error, ValueError, KeyError, TypeError, WatchlistError):
                self._whole = WholeShelf(load_catalogue(self.paths))
        answer: _Answer = getattr(self._whole, name)(*arguments)
        return answer

    def _query(self, sql: str, *values: Any) -> Iterator[Any]:
        if self._connection is None:
            self._connection = sqlite3.connect(f"{self.index.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            weakref.finalize(self, self._connection.close)
        return iter(self._connection.execute(sql, values).fetchall())

    def _catalogue(self, numbers: Iterable[int]) -> Catalogue:
        wanted = list(dict.fromkeys(numbers))
        for number in wanted:
            if number not in self._read:
                ((body,),) = self._query("SELECT body FROM film WHERE num = ?", number)
                self._read[number] = _decode(body)
        films = [self._read[number] for number in sorted(wanted)]
        return Catalogue(MappingProxyType({film.id: film for film in films}), _People(self._query))


class _People(Mapping[str, Person]):
    """The written forms of people, looked up one by one."""

    def __init__(self, query: Callable[..., Iterator[Any]]) -> None:
        self._query = query

    def __getitem__(self, name: str) -> Person:
        for family, written in self._query("SELECT family, written FROM person WHERE name = ?", name):
            return Person(name, family, tuple(json.loads(written)))
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._query("SELECT name FROM person"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _fitting(ask: Callable[..., Iterator[Any]], query: str) -> Iterator[int]:
    """Find the numbers of films for a query, by every way in which `search` lets a film fit."""
    folded = fold(query)
    yield from (num for (num,) in ask("SELECT num FROM key WHERE key = ?", query.strip()))
    if not folded:
        yield from (num for (num,) in ask("SELECT num FROM name WHERE fold = ''"))
        return
    upper = f"{folded}\U0010ffff"
    yield from (num for (num,) in ask("SELECT num FROM name WHERE fold >= ? AND fold < ?", folded, upper))
    if not folded.isascii() and len(folded) > 1:
        yield from (num for (num,) in ask("SELECT num FROM name WHERE ascii = 0 AND instr(fold, ?)", folded))
    common: set[int] | None = None
    for word in sorted(set(folded.split()), key=len, reverse=True):
        upper = f"{word}\U0010ffff" if len(word) > 2 else f"{word}\x00"
        having = {num for (num,) in ask("SELECT num FROM word WHERE word >= ? AND word < ?", word, upper)}
        common = having if common is None else common & having
        if not common:
            return
    yield from common or ()


def _decode(body: str) -> Film:
    from watchlist.storage.film_file import FILM, SOURCE
    from watchlist.storage.schema import Report

    table, sources = json.loads(body)
    report = Report()
    report.sources |= {key: SOURCE.read(one, (), report) for key, one in sources.items()}
    report.inherited["seen"] = None
    film: Film = FILM.read(table, (), report)
    if report.problems:
        raise ValueError(report.problems[0].message)
    return film


def valid_index(paths: Paths) -> Path | None:
    """Give the index if it was made by this version from the files as they are, and is whole."""
    try:
        note = json.loads((paths.cache / "catalogue.json").read_bytes())
        index = paths.cache / str(note["index"])
        status = index.stat()
        if note["format"] != FORMAT or note["version"] != _version() or note["size"] != status.st_size:
            return None
        if status.st_size <= _LARGEST_HASHED and _checksum(index) != note["checksum"]:
            return None
        files = note["files"]
        if list(files) != [str(path) for path in _files(paths)]:
            return None
        if not all(_is_same(Path(path), identity, note["made"]) for path, identity in files.items()):
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return index


def _version() -> str:
    """Name the program as it is installed, by the age of its code: what another version compiled is compiled anew."""
    package = Path(__file__).parents[1]
    ages = (entry.stat().st_mtime_ns for layer in ("domain", "storage") for entry in os.scandir(package / layer))
    return str(max(ages))


def _files(paths: Paths) -> list[Path]:
    return [path for path in (paths.bundled, paths.films) if path.exists()]


def _identities(paths: Paths) -> dict[str, Any] | None:
    try:
        return {str(path): _identity(path) for path in _files(paths)}
    except OSError:
        return None


def _identity(path: Path) -> dict[str, Any]:
    status = path.stat()
    return {
        "inode": status.st_ino,
        "size": status.st_size,
        "mtime": status.st_mtime_ns,
        "digest": _digest(path),
    }


def _is_same(path: Path, identity: Mapping[str, Any], made: int) -> bool:
    """Compare a file with what it was; where its time is too near to that of compiling, by its content."""
    status = path.stat()
    if (status.st_ino, status.st_size, status.st_mtime_ns) != (
        identity["inode"],
        identity["size"],
        identity["mtime"],
    ):
        return False
    return bool(identity["mtime"] < made - _RACY or _digest(path) == identity["digest"])


def _digest(path: Path) -> str:
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checksum(path: Path) -> int:
    """Sum a file up, quickly: it guards against damage, not against anybody."""
    return zlib.crc32(path.read_bytes())


def _compile(paths: Paths, catalogue: Catalogue, identities: Mapping[str, Any] | None) -> Path | None:
    """Write the index beside the old one and name it in a note; None where the cache cannot be written.

    The identities are those from before the files were read: a change meanwhile is noticed the next time.
    """
    if identities is None:
        return None
    name = f"catalogue-{os.getpid()}-{os.urandom(4).hex()}.sqlite"
    index = paths.cache / name
    try:
        make_private(paths.cache)
        _fill(index, catalogue)
        note = {
            "format": FORMAT,
            "version": _version(),
            "index": name,
            "size": index.stat().st_size,
            "checksum": _checksum(index),
            "made": index.stat().st_mtime_ns,
            "files": identities,
        }
        written = index.with_suffix(".json")
        written.write_text(json.dumps(note), encoding="utf-8")
        written.replace(paths.cache / "catalogue.json")
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            index.unlink()
        return None
    for old in paths.cache.glob("catalogue-*.sqlite"):
        if old.name != name:
            with suppress(OSError):
                old.unlink()
    return index


def _fill(index: Path, catalogue: Catalogue) -> None:
    connection = sqlite3.connect(index, isolation_level=None)
    try:
        connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
        connection.execute("BEGIN")
        for number, film in enumerate(catalogue.films.values()):
            _put(connection, number, film, catalogue)
        people = ((one.name, one.family, json.dumps(one.written)) for one in catalogue.people.values())
        connection.executemany("INSERT INTO person VALUES (?, ?, ?)", people)
        connection.execute("COMMIT")
        connection.executescript(_INDEXES)
    finally:
        connection.close()


def _put(connection: sqlite3.Connection, number: int, film: Film, catalogue: Catalogue) -> None:
    from watchlist.storage.film_table import film_table

    body = json.dumps(film_table(film), ensure_ascii=False)
    connection.execute("INSERT INTO film VALUES (?, ?, ?, ?)", (number, film.id, body, _out_after(film)))
    connection.executemany(
        "INSERT INTO name VALUES (?, ?, ?, ?)",
        [
            *((folded := fold(title), number, title, folded.isascii()) for title in film.titles),
            *((fold(f"{film.title} {film.year}"), number, "", True) for _ in range(1 if film.year else 0)),
        ],
    )
    connection.executemany(
        "INSERT INTO key VALUES (?, ?)", [(key, number) for key in (film.id, *(one.id for one in film.ids))]
    )
    words = {word for name in _names(film, catalogue) for word in fold(name).split()}
    connection.executemany("INSERT INTO word VALUES (?, ?)", [(word, number) for word in words])


def _names(film: Film, catalogue: Catalogue) -> Iterator[str]:
    """Give every name in a film that a search can fit."""
    yield from film.titles
    if film.year:
        yield str(film.year)
    for name in film.people:
        yield from catalogue.written_forms(name)
    for role in film.cast:
        yield from (played for played in (role.role, *role.role_variants) if played)
    if film.based_on:
        yield from (work for work in (film.based_on.title, *film.based_on.also_known_as) if work)


def _out_after(film: Film) -> int:
    """Give the last day, as a number, on which a film may be to come: the last of its days if it is only ever out."""
    if not film.claims:
        return 0
    days = []
    for claim in film.claims:
        latest = claim.span.latest if claim.span else None
        if claim.certainty is not Certainty.RELEASED or latest is None:
            return _NEVER
        days.append(latest.toordinal())
    return max(days)
