"""Building the index of one layer of the catalogue from its file.

The file is a film file, or the table of titles that IMDb publishes. A film file is read in pieces, to
limit memory: first its head (sources and people), then one piece per film. A digest of each
piece is stored, so that after a change only the changed films are read again (`update`).
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from watchlist.domain.claim import Source
from watchlist.domain.errors import InvalidFile
from watchlist.domain.film import Film
from watchlist.domain.people import Person
from watchlist.storage.files import LARGEST_FILE
from watchlist.storage.films.film_file import FILM, SOURCE, film_file, read_film_bytes, read_film_file
from watchlist.storage.films.imdb_file import IMDB_TITLES, Advance, read_titles
from watchlist.storage.index.film_reader import FilmIndex
from watchlist.storage.index.film_row import source_table
from watchlist.storage.index.film_writer import FilmWriter
from watchlist.storage.index.index_note import LARGEST_CATALOGUE
from watchlist.storage.toml.read import Document, read_document
from watchlist.storage.toml.schema import Report

_HEADER = b"[[films]]"
_FEW = 1000
"""Up to this many changed films an index is updated; beyond that it is rebuilt."""


class _NotInPieces(Exception):
    """The file cannot be cut into films; reading it whole either works, or finds what is wrong and where."""


def fill(connection: sqlite3.Connection, path: Path, below: Sequence[FilmIndex], advance: Advance) -> None:
    """Write the index of a layer; its films may refer to sources in the layers `below` it.

    Raises `InvalidFile` with file:line if the file is damaged, `DiskFailed` if it cannot be read.
    """
    writer = _writer(connection, below)
    writer.begin()
    number = -1
    for item in read_layer(path, sources_of(below), advance):
        match item:
            case Source():
                writer.put_source(item.id, source_table(item))
            case Person():
                writer.put_person(item)
            case Film():
                writer.put(item)
            case Cut():
                writer.put_piece(number, item.digest)
                number += 1
            case Restart():
                writer.restart()
    writer.finish()


def update(connection: sqlite3.Connection, path: Path, below: Sequence[FilmIndex], advance: Advance) -> bool:
    """Update the index of a layer if only a few films of its file changed, or were added at its end.

    Returns False if the index has to be rebuilt; it may be half updated then.
    """
    stored = [digest for (digest,) in connection.execute("SELECT digest FROM piece ORDER BY num")]
    ((films,),) = connection.execute("SELECT count(*) FROM film")
    if path.name.endswith(IMDB_TITLES) or len(stored) != films + 1:
        return False
    try:
        changed = _changed(path, stored, advance)
        if changed is None:
            return False
        writer = _writer(connection, below)
        report = Report(sources_of(below))
        head = next(_pieces(path))
        film_file(_document(path, head), report)
        for number, piece in changed:
            *sources, film = _piece(_document(path, piece), report)
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


def _changed(path: Path, stored: list[bytes], advance: Advance) -> list[tuple[int, bytes]] | None:
    """Return the changed pieces with their numbers; None if the head or too many changed, or pieces are missing."""
    changed: list[tuple[int, bytes]] = []
    number = -1
    for piece in _pieces(path):
        advance(len(piece))
        if number + 1 >= len(stored) or stored[number + 1] != _digest(piece):
            changed.append((number, piece))
        if changed and (changed[0][0] < 0 or len(changed) > _FEW):
            return None
        number += 1
    return changed if number + 1 >= len(stored) else None


def _digest(piece: bytes) -> bytes:
    return blake2b(piece, digest_size=16).digest()


class Cut(NamedTuple):
    """A piece of the file begins here: the head, or a film. `digest` is the digest of its bytes."""

    digest: bytes


class Restart(NamedTuple):
    """Discard what came before: the file is read again from its start."""


def read_layer(
    path: Path, known: Mapping[str, Source], advance: Advance
) -> Iterator[Source | Person | Film | Cut | Restart]:
    """Read the file of a layer piece by piece; its films may refer to the `known` sources of the layers below.

    Raises `InvalidFile` with file:line if the file is damaged, `DiskFailed` if it cannot be read.
    """
    if path.name.endswith(IMDB_TITLES):
        yield from read_titles(path, advance)
        return
    try:
        yield from _in_pieces(path, known, advance)
    except _NotInPieces:
        yield Restart()
        yield from _whole(path, known)


def sources_of(layers: Sequence[FilmIndex]) -> dict[str, Source]:
    """Return the sources in some layers, by id; the layers above may refer to them."""
    return {key: source for layer in layers for key, source in layer.sources().items()}


def _writer(connection: sqlite3.Connection, below: Sequence[FilmIndex]) -> FilmWriter:
    return FilmWriter(connection, lambda film: any(_has(index, film) for index in below))


def _has(index: FilmIndex, film: Film) -> bool:
    return bool(index.with_keys(film.keys))


def _whole(path: Path, known: Mapping[str, Source]) -> Iterator[Source | Person | Film]:
    data = read_film_bytes(path)
    if not data.strip():
        return
    file = read_film_file(read_document(path, data, limit=None), known=known)
    yield from (source for key, source in file.sources.items() if key not in known)
    yield from file.layer.people
    yield from file.layer.films


def _in_pieces(path: Path, known: Mapping[str, Source], advance: Advance) -> Iterator[Source | Person | Film | Cut]:
    pieces = _pieces(path)
    report = Report(known)
    head = next(pieces)
    advance(len(head))
    file = film_file(_document(path, head), report)
    if report.problems or file.layer.films:
        raise _NotInPieces
    yield Cut(_digest(head))
    yield from (source for key, source in file.sources.items() if key not in known)
    yield from file.layer.people
    for piece in pieces:
        yield Cut(_digest(piece))
        advance(len(piece))
        yield from _piece(_document(path, piece), report)


def _piece(document: Document, report: Report) -> Iterator[Source | Film]:
    """Yield the film of a piece, after any sources that follow it in the same piece."""
    if not {"films"} <= document.tables.keys() <= {"films", "sources"}:
        raise _NotInPieces
    for table in document.tables.get("sources", ()):
        source = SOURCE.read(table, ("sources", 0), report)
        if source is None:
            raise _NotInPieces
        report.sources[source.id] = source
        yield source
    (table,) = document.tables["films"]
    film = FILM.read(table, ("films", 0), report)
    if film is None:
        raise _NotInPieces
    yield film


def _pieces(path: Path) -> Iterator[bytes]:
    """Cut a file before each film's header: first the head, then one piece per film."""
    if not path.is_file() or path.stat().st_size > LARGEST_CATALOGUE:
        raise _NotInPieces
    try:
        with path.open("rb") as file:
            if len(file.readline(LARGEST_FILE)) == LARGEST_FILE:  # a sparse file is one endless line
                raise _NotInPieces
            file.seek(0)
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


def _document(path: Path, piece: bytes) -> Document:
    try:
        return read_document(path, piece)
    except InvalidFile:
        raise _NotInPieces from None
