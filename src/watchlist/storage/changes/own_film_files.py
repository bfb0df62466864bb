"""Writing a change of the user's own films into the files that hold them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from watchlist.domain.change import Change
from watchlist.domain.claim import UNSOURCED, Claim
from watchlist.storage.changes.own_films import change_quickly, film_edits, source_apart, sources_apart
from watchlist.storage.changes.readable import refuse
from watchlist.storage.changes.transaction import Committed, Transaction, transaction
from watchlist.storage.changes.whole_films import edits_for_films
from watchlist.storage.files import Saved
from watchlist.storage.films.film_file import FILM, SCHEMA, SOURCE, read_film_file
from watchlist.storage.films.film_tables import film_table, source_table, sources_of, whole_film_table
from watchlist.storage.films.portable import with_sources
from watchlist.storage.index.bundled_films import BundledFilms
from watchlist.storage.index.indexed_films import is_layer_indexed
from watchlist.storage.paths import Paths
from watchlist.storage.toml import edit as splice
from watchlist.storage.toml.read import Document, read_document


def put_own_films(files: Transaction, change: Change) -> None:
    """Put the new texts of the files into a step.

    Raises `BadValue` for a value that could not be read back, `InvalidFile` if one of the files is damaged.
    """
    refuse_unreadable_films(change)
    for path, part in _parts(files, change):
        rewritten: list[Path] = []
        own = _edited_film_file(files, path, part, rewritten)
        files.put(path, own.text, own.touched, is_rewritten=bool(rewritten))


def refuse_unreadable_films(change: Change) -> None:
    """Raise `BadValue` for the first value of a change to the user's own films that could not be read back."""
    for film in change.user_films:
        sources = {claim.source.id: claim.source for claim in film.claims}
        for source in sources.values():
            refuse(SOURCE, source_table(source), source.publisher)
        refuse(FILM, film_table(film), film.title or film.film_id, sources)
    for whole in change.whole_films.films:
        refuse(FILM, whole_film_table(whole), whole.title or whole.id, {one.id: one for one in sources_of(whole)})


def take_back_claim(
    paths: Paths, film_id: str, *, what: Callable[[Claim], str], now: datetime
) -> tuple[Claim | None, Committed]:
    """Delete the user's newest own claim on a film, and return it; None if there is none.

    `what` describes the step.
    """
    with transaction(paths, now) as files:
        known = BundledFilms(paths).sources()
        for path in paths.own_films:
            files.hold(path)
        for path in reversed(paths.own_films):
            document = read_document(path, files.hold(path).read or b"")
            films = read_film_file(document, known=known).layer.films if document.tables else ()
            number = next((number for number, film in enumerate(films) if film.id == film_id and film.claims), -1)
            if number >= 0:
                claim = films[number].claims[-1]
                return claim, _without_claim(files, document, number, what(claim))
    return None, Committed(Saved.UNCHANGED)


def _without_claim(files: Transaction, document: Document, number: int, what: str) -> Committed:
    """Remove the last claim of a film from its file."""
    rewritten: list[Path] = []
    last = len(document.tables["films"][number]["claims"]) - 1
    edited = _edited(document, [splice.RemoveNested("films", number, "claims", last)], rewritten)
    files.put(document.path, edited.text, edited.touched, is_rewritten=bool(rewritten))
    return files.commit(what)


def _parts(files: Transaction, change: Change) -> Iterator[tuple[Path, Change]]:
    """Split a change to the user's own films by file: each film is changed in the file that has it."""
    if not any(files.hold(path).read for path in files.paths.own_films if path != files.paths.films):
        yield files.paths.films, change._replace(entries=())
        return
    films = {path: _ids(path, files.hold(path).read) for path in files.paths.own_films}

    def place(film_id: str) -> Path:
        return next((path for path in reversed(films) if film_id in films[path]), files.paths.films)

    for path, there in films.items():
        part = Change(
            user_films=tuple(film for film in change.user_films if place(film.film_id) == path),
            removed_user_films=tuple(film_id for film_id in change.removed_user_films if film_id in there),
            whole_films=change.whole_films._replace(
                films=tuple(film for film in change.whole_films.films if place(film.id) == path),
                people=change.whole_films.people if path == files.paths.films else (),
            ),
        )
        if part:
            yield path, part


def _ids(path: Path, data: bytes | None) -> frozenset[str]:
    tables = read_document(path, data).tables if data else {}
    return frozenset(str(table.get("id")) for table in tables.get("films", ()))


def _edited_film_file(files: Transaction, path: Path, change: Change, rewritten: list[Path]) -> splice.Edited:
    """Return the text of the user's films with a change applied."""
    held = files.hold(path)
    is_valid = not held.read or files.is_proved(held) or is_layer_indexed(files.paths, path)
    text = held.text if held.read else _head_text(_head(files))
    is_small = not (change.whole_films.films or change.whole_films.people)
    quick = change_quickly(text, change) if is_valid and is_small else None
    if quick:
        return quick
    return splice.Edited(_with_own_films(files, path, change, rewritten), None)


def _with_own_films(files: Transaction, path: Path, change: Change, rewritten: list[Path]) -> str:
    """Return the text of the user's films with a change applied."""
    read = files.hold(path).read
    head = _head(files)
    document = read_document(path, read) if read else Document(path, _head_text(head), head)
    listed = {table.get("id"): table for table in document.tables.get("sources", [])}
    apart = change._replace(
        user_films=sources_apart(change.user_films, listed.get),
        whole_films=change.whole_films._replace(
            films=tuple(with_sources(film, source_apart(listed.get)) for film in change.whole_films.films)
        ),
    )
    for edits in (*_own_edits(document, apart), *edits_for_films(document, apart)):
        if edits:
            document = read_document(path, _edited(document, edits, rewritten).text.encode())
    return document.text


def _edited(document: Document, edits: list[splice.Edit], rewritten: list[Path]) -> splice.Edited:
    """Make edits in a document; if the file has to be rewritten, add its path to `rewritten`."""
    edited = splice.apply(document, edits)
    if edited.touched is None:
        rewritten.append(document.path)
    return edited


def _head(files: Transaction) -> dict[str, Any]:
    """Return the keys at the top of a new film file."""
    return {"schema": SCHEMA, "seen": files.now.date()}


def _head_text(head: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {splice.write_value(value)}\n" for key, value in head.items())


def _own_edits(document: Document, change: Change) -> Iterator[list[splice.Edit]]:
    """Yield the edits that put films and claims into the user's file, in rounds that touch each table once."""
    own = change.user_films
    listed = {one.get("id") for one in document.tables.get("sources", [])}
    sources = {claim.source.id: claim.source for film in own for claim in film.claims if claim.source != UNSOURCED}
    new_sources = [source for key, source in sources.items() if key not in listed]
    yield [splice.Append("sources", source_table(source)) for source in new_sources]
    numbers = {table.get("id"): number for number, table in enumerate(document.tables.get("films", []))}
    yield [splice.Append("films", film_table(film)) for film in own if film.film_id not in numbers]
    films = document.tables.get("films", [])
    there = [
        (number := numbers[film.film_id], film_edits(number, films[number], film))
        for film in own
        if film.film_id in numbers
    ]
    for nth in range(max((len(edits) for _, edits in there), default=0)):
        yield [edits[nth] for _, edits in there if nth < len(edits)]
    gone = sorted((numbers[film_id] for film_id in change.removed_user_films if film_id in numbers), reverse=True)
    for number in gone:
        yield [splice.Remove("films", number)]
