"""One layer of the catalogue, written from its file into an index: piece by piece, in bounded memory.

A layer is a film file of our own, or the table of titles that IMDb publishes.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from watchlist.domain.claim import Source
from watchlist.domain.errors import InvalidFile
from watchlist.domain.film import Film
from watchlist.domain.people import Person
from watchlist.storage.files import LARGEST_FILE, read_bytes
from watchlist.storage.films.film_file import FILM, SOURCE, film_file, read_film_file
from watchlist.storage.films.imdb_file import read_titles
from watchlist.storage.index.film_reader import FilmIndex
from watchlist.storage.index.film_row import source_table
from watchlist.storage.index.film_writer import FilmWriter
from watchlist.storage.toml.read import Document, read_document
from watchlist.storage.toml.schema import Report

Done = Callable[[int], None]
"""Told how many bytes of a file were read."""

IMDB_TITLES = ".tsv.gz"
"""The end of the name of a layer in IMDb's form."""

_HEADER = b"[[films]]"
_FEW = 1000
"""Films up to which an index is brought up to date instead of being filled anew."""


class _NotInPieces(Exception):
    """The file cannot be cut at its films: it is read whole, which says what is wrong if anything is."""


def fill(connection: sqlite3.Connection, path: Path, below: Sequence[FilmIndex], done: Done) -> None:
    """Write a layer; `below` are the layers that it lies on, whose sources it may name.

    Raises `InvalidFile` with file:line where the file is damaged, `DiskFailed` where it cannot be read.
    """
    writer = _writer(connection, below)
    writer.begin()
    number = -1
    for one in read_layer(path, sources_of(below), done):
        match one:
            case Source():
                writer.put_source(one.id, source_table(one))
            case Person():
                writer.put_person(one)
            case Film():
                writer.put(one)
            case Cut():
                writer.put_piece(number, one.digest)
                number += 1
            case Restart():
                writer.anew()
    writer.finish()


def patch(connection: sqlite3.Connection, path: Path, below: Sequence[FilmIndex], done: Done) -> bool:
    """Bring the index of a layer up to date, where a few films of its file changed or came at its end.

    False where it is better filled anew: then nothing of what it holds counts.
    """
    stored = [digest for (digest,) in connection.execute("SELECT digest FROM piece ORDER BY num")]
    ((films,),) = connection.execute("SELECT count(*) FROM film")
    if path.name.endswith(IMDB_TITLES) or len(stored) != films + 1:
        return False
    try:
        changed = _changed(path, stored, done)
        if changed is None:
            return False
        writer = _writer(connection, below)
        report = Report(sources_of(below))
        head = next(_pieces(path))
        film_file(_document(path, head, lambda _: None), report)
        for number, piece in changed:
            *sources, film = _piece(_document(path, piece, lambda _: None), report)
            for source in sources:
                if isinstance(source, Source):
                    writer.put_source(source.id, source_table(source))
            if not isinstance(film, Film):
                return False
            writer.replace(number, film)
            writer.put_piece(number, _digest(piece))
    except (_NotInPieces, ValueError):
        return False
    return True


def _changed(path: Path, stored: list[bytes], done: Done) -> list[tuple[int, bytes]] | None:
    """Give the pieces of a file that are not as they were, by number; None where they are many, or some are gone."""
    changed: list[tuple[int, bytes]] = []
    number = -1
    for piece in _pieces(path):
        done(len(piece))
        if number + 1 >= len(stored) or stored[number + 1] != _digest(piece):
            changed.append((number, piece))
        if changed and (changed[0][0] < 0 or len(changed) > _FEW):
            return None
        number += 1
    return changed if number + 1 >= len(stored) else None


def _digest(piece: bytes) -> bytes:
    from hashlib import blake2b

    return blake2b(piece, digest_size=16).digest()


class Cut(NamedTuple):
    """Says that a piece of the file begins here, the head or a film, and what its digest is."""

    digest: bytes


class Restart(NamedTuple):
    """Says that what came before does not count: the file is read once more from its start."""


def read_layer(path: Path, known: Mapping[str, Source], done: Done) -> Iterator[Source | Person | Film | Cut | Restart]:
    """Read a layer's file, piece by piece; `known` are the sources of the layers below, which it may name.

    Raises `InvalidFile` with file:line where the file is damaged, `DiskFailed` where it cannot be read.
    """
    if path.name.endswith(IMDB_TITLES):
        yield from read_titles(path, done)
        return
    try:
        yield from _in_pieces(path, known, done)
    except _NotInPieces:
        yield Restart()
        yield from _whole(path, known)


def sources_of(layers: Sequence[FilmIndex]) -> dict[str, Source]:
    """Give the sources of some layers, which one above them may name."""
    return {key: source for layer in layers for key, source in layer.sources().items()}


def _writer(connection: sqlite3.Connection, below: Sequence[FilmIndex]) -> FilmWriter:
    return FilmWriter(connection, lambda film: any(_has(index, film) for index in below))


def _has(index: FilmIndex, film: Film) -> bool:
    return bool(index.with_id(film.id)) or any(index.with_external_id(key) for key in film.ids)


def _whole(path: Path, known: Mapping[str, Source]) -> Iterator[Source | Person | Film]:
    data = read_bytes(path, limit=None)
    if data is None:
        raise InvalidFile(f"{path} is missing: the program's own films are not there", hint="Install watchlist again.")
    if not data.strip():
        return
    file = read_film_file(read_document(path, data, limit=None), known=known)
    yield from (source for key, source in file.sources.items() if key not in known)
    yield from file.layer.people
    yield from file.layer.films


def _in_pieces(path: Path, known: Mapping[str, Source], done: Done) -> Iterator[Source | Person | Film | Cut]:
    pieces = _pieces(path)
    report = Report(known)
    head = next(pieces)
    file = film_file(_document(path, head, done), report)
    if report.problems or file.layer.films:
        raise _NotInPieces
    yield Cut(_digest(head))
    yield from (source for key, source in file.sources.items() if key not in known)
    yield from file.layer.people
    for piece in pieces:
        yield Cut(_digest(piece))
        yield from _piece(_document(path, piece, done), report)


def _piece(document: Document, report: Report) -> Iterator[Source | Film]:
    """Read the one film of a piece, and before it the sources that stand behind it in its own piece."""
    if not {"films"} <= document.tables.keys() <= {"films", "sources"}:
        raise _NotInPieces
    for table in document.tables.get("sources", ()):
        source = SOURCE.read(table, ("sources", 0), report)
        if source is not None:
            report.sources[source.id] = source
            yield source
    (table,) = document.tables["films"]
    film = FILM.read(table, ("films", 0), report)
    if report.problems:
        raise _NotInPieces
    yield film


def _pieces(path: Path) -> Iterator[bytes]:
    """Cut a file before each header of a film: the head first, then a piece a film."""
    if not path.is_file():
        raise _NotInPieces
    try:
        with path.open("rb") as file:
            lines: list[bytes] = []
            size = 0
            for line in file:
                if line.startswith(_HEADER):
                    yield b"".join(lines)
                    lines.clear()
                    size = 0
                lines.append(line)
                size += len(line)
                if size > LARGEST_FILE:
                    raise _NotInPieces
            yield b"".join(lines)
    except OSError:
        raise _NotInPieces from None


def _document(path: Path, piece: bytes, done: Done) -> Document:
    done(len(piece))
    try:
        return read_document(path, piece)
    except InvalidFile:
        raise _NotInPieces from None
