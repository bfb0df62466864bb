"""The user's files as one thing to read and to change: every command's change is one step under one lock."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from watchlist.domain.change import Change, EntryChange, WholeFilms
from watchlist.domain.claim import UNSOURCED, Claim
from watchlist.domain.entry import Entry
from watchlist.domain.errors import ChangedMeanwhile, Refused, WatchlistError
from watchlist.domain.film import Film
from watchlist.domain.people import Person
from watchlist.storage.changes import backups
from watchlist.storage.changes.backups import Backup
from watchlist.storage.changes.difference import undo_or_redo
from watchlist.storage.changes.journal import History, Step
from watchlist.storage.changes.lineage import copies_of
from watchlist.storage.changes.missing_list import refuse_gone
from watchlist.storage.changes.own_films import change_quickly, film_edits, source_apart, sources_apart
from watchlist.storage.changes.readable import refuse_unreadable, refuse_unreadable_text
from watchlist.storage.changes.recovery import file_path, read_settled, text_of
from watchlist.storage.changes.transaction import Committed, Transaction, transaction
from watchlist.storage.changes.whole_films import edits_for_films, layout_of, whole_layout
from watchlist.storage.fetched_file import FetchedFile
from watchlist.storage.files import Saved, read_bytes, real_path
from watchlist.storage.films.film_file import SCHEMA as FILM_SCHEMA
from watchlist.storage.films.film_file import load_own, read_film_file
from watchlist.storage.films.film_tables import (
    film_table,
    person_table,
    source_table,
    sources_of,
    whole_film_table,
)
from watchlist.storage.films.portable import portable_films, portable_people, with_sources
from watchlist.storage.index.bundled_films import BundledFilms
from watchlist.storage.index.index_note import valid_index
from watchlist.storage.index.indexed_entries import index_name
from watchlist.storage.index.indexed_films import is_layer_indexed
from watchlist.storage.list_file import (
    KEYS,
    QuickList,
    UserList,
    entry_table,
    parse_list,
    read_list,
    refuse_newer,
)
from watchlist.storage.paths import Paths
from watchlist.storage.toml import edit as splice
from watchlist.storage.toml.find import is_plain
from watchlist.storage.toml.plain import parse
from watchlist.storage.toml.read import Document, read_document

_ATTEMPTS = 3
"""How often a change is made anew, when another program changes the file at the same moment."""


What = str | Callable[[Change], str]
"""The words for a step: as they are, or made from what it changes."""


class Done(NamedTuple):
    """A change as it was made, and what became of it."""

    change: Change
    committed: Committed


class Store(NamedTuple):
    """The user's list and own films at their paths."""

    paths: Paths
    may_begin: bool = False
    """The user wants a new list where theirs is gone."""

    def change(self, step: Callable[[UserList], Change], *, what: What, now: datetime) -> Done:
        """Change the list by a pure function of it, which is called again if the list changes meanwhile.

        `what` names the step in the journal.

        Raises `InvalidFile` if the list is damaged or of a newer version, `DiskFailed`, `Busy`,
        and whatever `step` raises; then nothing was changed.
        """
        for attempt in range(_ATTEMPTS):
            try:
                with transaction(self.paths, now) as files:
                    return self._change(files, step, what)
            except ChangedMeanwhile:
                if attempt == _ATTEMPTS - 1:
                    raise
        raise AssertionError("unreachable")

    def replace_list(self, text: str, *, read: bytes | None, what: str, now: datetime) -> Committed:
        """Put a text in the place of the list, if it still holds the bytes that were `read`."""
        with transaction(self.paths, now) as files:
            if files.hold(self.paths.list).read != read:
                raise ChangedMeanwhile(
                    f"{self.paths.list} was changed by another command meanwhile", kept="It was left as it is."
                )
            files.put(self.paths.list, text, whole=True)
            return files.commit(what)

    def own_tables(self) -> dict[str, Any]:
        """Return the user's own films, people and sources, as the tables of their files; one of an id, the highest."""
        files = [_tables(path, read_bytes(path)) for path in reversed(self.paths.own_films)]
        found = {name: _one_of_each([one for tables in files for one in tables.get(name, ())]) for name in _OWN}
        return {name: tables for name, tables in found.items() if tables}

    def films_of(self, tables: Mapping[str, Any], today: date) -> WholeFilms:
        """Read films from tables that came with a list; raises `InvalidFile` if they are not right."""
        whole = {"schema": FILM_SCHEMA, "seen": today, **tables}
        file = read_film_file(Document(Path("own_films"), "", whole), known=BundledFilms(self.paths).sources())
        sources = (file.sources[one["id"]] for one in tables.get("sources", ()))
        return WholeFilms(file.layer.films, file.layer.people, tuple(sources), layout_of(tables.get("layout")))

    def portable(self, listed: Sequence[tuple[Film, Entry]], people: Mapping[str, Person]) -> dict[str, Any]:
        """Return the tables of a film file with the user's own films, and those of a list that are not bundled."""
        bundled = BundledFilms(self.paths)
        sources = bundled.sources()
        own = [one for path in self.paths.own_films if (one := load_own(path, sources))]
        own_films = [film for one in own for film in one.layer.films]
        tmdb = FetchedFile(self.paths.fetched_tmdb).films
        films = portable_films(
            [(film, entry.ids) for film, entry in listed],
            own_films,
            bundled.films(key for film in (*own_films, *(film for film, _ in listed)) for key in film.keys),
            frozenset(claim for film in tmdb for claim in film.claims),
        )
        mine = self.own_tables()
        here = {one["id"]: one for one in mine.get("sources", ())}
        named = here | {one.id: source_table(one) for film in films for one in sources_of(film)}
        known = {person.name: person for one in own for person in one.layer.people}
        known |= {one.name: one for one in portable_people(films, people, bundled.person)}
        tables = {
            "sources": list(named.values()),
            "people": list(map(person_table, known.values())),
            "films": list(map(whole_film_table, films)),
        }
        return {**tables, "layout": whole_layout(text_of(read_bytes(self.paths.films) or b""), tables)}

    def take_back_claim(
        self, film_id: str, *, what: Callable[[Claim], str], now: datetime
    ) -> tuple[Claim | None, Committed]:
        """Take the newest claim of the user's own on a film back; return it, None if there is none.

        `what` words the step.
        """
        with transaction(self.paths, now) as files:
            known = BundledFilms(self.paths).sources()
            for path in self.paths.own_films:
                files.hold(path)
            for path in reversed(self.paths.own_films):
                document = read_document(path, files.hold(path).read or b"")
                films = read_film_file(document, known=known).layer.films if document.tables else ()
                number = next((number for number, film in enumerate(films) if film.id == film_id and film.claims), -1)
                if number >= 0:
                    claim = films[number].claims[-1]
                    return claim, _without_claim(files, document, number, what(claim))
        return None, Committed(Saved.UNCHANGED)

    def backups(self) -> tuple[Backup, ...]:
        """List the copies that the list does not hold just now, the newest first."""
        real = real_path(self.paths.list)
        data = read_bytes(real, limit=None)
        copies = copies_of(self.paths.state, real, data)
        is_now = bool(copies) and backups.holds(copies[0].path, data or b"")
        return copies[1:] if is_now else copies

    def entries_of(self, backup: Backup) -> tuple[Entry, ...] | None:
        """Read the entries in a copy; None where it is damaged."""
        return _entries_in(backup.path)

    def entries_now(self) -> tuple[Entry, ...] | None:
        """Read the entries of the list as it is; None where it is damaged or gone."""
        return _entries_in(self.paths.list)

    def restore(self, backup: Backup, *, what: str, now: datetime) -> Committed:
        """Bring a copy of the list back, whatever the list holds now; the step can be undone."""
        data = read_bytes(backup.path)
        if data is None:
            raise Refused(f"{backup.path} is not there any more")
        with transaction(self.paths, now) as files:
            files.put(self.paths.list, text_of(data), whole=True)
            return files.commit(what)

    def history(self) -> History:
        """Read what was done to this list, and what was undone."""
        return read_settled(self.paths)

    def undo(self, count: int, *, now: datetime, dry_run: bool = False) -> tuple[tuple[Step, ...], Committed]:
        """Take back the last steps, as one change; return them, the newest first.

        A dry run finds out whether it can be done, and does nothing.
        """
        return self._turn(count, now, back=True, dry_run=dry_run)

    def redo(self, count: int, *, now: datetime, dry_run: bool = False) -> tuple[tuple[Step, ...], Committed]:
        """Make the last steps that were taken back again, as one change."""
        return self._turn(count, now, back=False, dry_run=dry_run)

    def _turn(self, count: int, now: datetime, *, back: bool, dry_run: bool) -> tuple[tuple[Step, ...], Committed]:
        verb = "undo" if back else "redo"
        with transaction(self.paths, now) as files:
            history = self.history()
            if files.hold(self.paths.list).read is None and not self.may_begin:
                refuse_gone(self.paths)
            stack = history.done if back else history.undone
            if len(stack) < count:
                raise Refused(f"there is nothing to {verb}" if not stack else f"there are only {len(stack)} to {verb}")
            steps = tuple(reversed(stack[len(stack) - count :]))
            texts: dict[Path, str] = {}
            for step in steps:
                for file in step.files:
                    path = file_path(self.paths, step, file)
                    text = texts.get(path, files.hold(path).text)
                    texts[path] = undo_or_redo(file, text, back=back, name=str(path))
            if dry_run:
                return steps, Committed(Saved.UNCHANGED)
            for path, text in texts.items():
                files.put(path, text, whole=True)
            return steps, files.commit(verb, turned=-count if back else count)

    def _change(self, files: Transaction, step: Callable[[UserList], Change], what: What) -> Done:
        users = self._users(files)
        change = step(users)
        refuse_unreadable(change)
        anew: list[Path] = []
        for path, part in self._own_parts(files, change):
            rewritten: list[Path] = []
            own = self._own_films(files, path, part, rewritten)
            files.put(path, own.text, own.touched, whole=bool(rewritten))
            anew += rewritten[:1]
        edits = [edit for one in change.entries if (edit := _edit(users, one))]
        if edits:
            edited = self._edited_list(files, users, edits, anew)
            refuse_unreadable_text(self.paths.list, edited)
            files.put(self.paths.list, edited.text, edited.touched, whole=edited.touched is None)
        committed = files.commit(what if isinstance(what, str) else what(change))
        return Done(change, Committed(committed.outcome, (*committed.warnings, *map(_written_anew, anew))))

    def _own_parts(self, files: Transaction, change: Change) -> Iterator[tuple[Path, Change]]:
        """Part what a change says about own films by their files: what one of them has is changed there."""
        if not (change.own or change.own_removed or change.whole.films or change.whole.people):
            return
        if not any(files.hold(path).read for path in self.paths.own_films if path != self.paths.films):
            yield self.paths.films, change._replace(entries=())
            return
        films = {path: _ids(path, files.hold(path).read) for path in self.paths.own_films}

        def place(film_id: str) -> Path:
            return next((path for path in reversed(films) if film_id in films[path]), self.paths.films)

        for path, there in films.items():
            part = Change(
                own=tuple(film for film in change.own if place(film.film_id) == path),
                own_removed=tuple(film_id for film_id in change.own_removed if film_id in there),
                whole=change.whole._replace(
                    films=tuple(film for film in change.whole.films if place(film.id) == path),
                    people=change.whole.people if path == self.paths.films else (),
                ),
            )
            if part:
                yield path, part

    def _own_films(self, files: Transaction, path: Path, change: Change, anew: list[Path]) -> splice.Edited:
        """Return the text of the user's films with what a change says about them in it."""
        held = files.hold(path)
        is_valid = not held.read or files.is_proved(held) or is_layer_indexed(self.paths, path)
        text = held.text if held.read else _head_text(_head(files))
        is_small = not (change.whole.films or change.whole.people)
        quick = change_quickly(text, change) if is_valid and is_small else None
        if quick:
            return quick
        return splice.Edited(_with_own_films(files, path, change, anew), None)

    def _users(self, files: Transaction) -> UserList:
        """Return the list: one that is as the last step left it is valid, and needs no parsing."""
        held = files.hold(self.paths.list)
        if held.read is None and not self.may_begin:
            refuse_gone(self.paths)
        if held.read and (files.is_proved(held) or self._is_indexed()) and is_plain(held.text, "films"):
            head = parse(held.text.removeprefix("\ufeff").partition("[[films]]")[0])
            refuse_newer(Document(self.paths.list, held.text, head))
            return QuickList(held.text, lambda: parse_list(self.paths.list, held.read))
        document = parse_list(self.paths.list, held.read)
        refuse_newer(document)
        return read_list(document)

    def _is_indexed(self) -> bool:
        """Return whether the list, as it is, has been parsed for its index."""
        name = index_name(self.paths.list)
        return valid_index(self.paths.cache, name, [self.paths.list]) is not None

    def _edited_list(
        self, files: Transaction, users: UserList, edits: list[splice.Edit], anew: list[Path]
    ) -> splice.Edited:
        held = files.hold(self.paths.list)
        places = users.places(edits) if isinstance(users, QuickList) else None
        edited = splice.apply_quickly(held.text, places, edits) if places is not None else None
        return edited or _edited(parse_list(self.paths.list, held.read), edits, anew)


_OWN = ("sources", "people", "films")


def _tables(path: Path, data: bytes | None) -> Mapping[str, Any]:
    return read_document(path, data).tables if data else {}


def _one_of_each(tables: Sequence[Any]) -> list[Any]:
    """Leave one table of each id or name, the first."""
    found: dict[Any, Any] = {}
    for table in tables:
        found.setdefault(table.get("id") or table.get("name"), table)
    return list(found.values())


def _ids(path: Path, data: bytes | None) -> frozenset[str]:
    return frozenset(str(table.get("id")) for table in _tables(path, data).get("films", ()))


def _without_claim(files: Transaction, document: Document, number: int, what: str) -> Committed:
    """Take the last claim of a film out of its file."""
    anew: list[Path] = []
    last = len(document.tables["films"][number]["claims"]) - 1
    edited = _edited(document, [splice.RemoveNested("films", number, "claims", last)], anew)
    files.put(document.path, edited.text, edited.touched, whole=bool(anew))
    committed = files.commit(what)
    return Committed(committed.outcome, (*committed.warnings, *map(_written_anew, anew)))


def _entries_in(path: Path) -> tuple[Entry, ...] | None:
    try:
        data = read_bytes(path)
        return None if data is None else read_list(read_document(path, data)).entries
    except WatchlistError:
        return None


def _edited(document: Document, edits: list[splice.Edit], anew: list[Path]) -> splice.Edited:
    """Make edits in a document, and note it where the file has to be written anew."""
    edited = splice.apply(document, edits)
    if edited.touched is None:
        anew.append(document.path)
    return edited


def _written_anew(path: Path) -> str:
    return (
        f"{path} is laid out in a way that could not be changed in place: it was written anew, "
        "without its comments. The file as it was: watchlist restore"
    )


def _edit(users: UserList, change: EntryChange) -> splice.Edit | None:
    before, after = entry_table(change.before), entry_table(change.after)
    if not before:
        return splice.Append("films", after, in_lines=True)
    number = users.number(change.entry.id)
    if not after:
        return splice.Remove("films", number)
    changed = _changed_keys(before, after)
    return splice.SetKeys("films", number, changed, KEYS) if changed else None


def _changed_keys(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys whose values differ, None for one that goes; of a table, only its own keys that differ."""
    changed = {}
    for key in {**before, **after}:
        was, now = before.get(key), after.get(key)
        if was != now:
            is_table = isinstance(was, Mapping) or isinstance(now, Mapping)
            changed[key] = _changed_keys(was or {}, now or {}) if is_table else now
    return changed


def _with_own_films(files: Transaction, path: Path, change: Change, anew: list[Path]) -> str:
    """Return the text of the user's films with what a change says about them in it."""
    read = files.hold(path).read
    head = _head(files)
    document = read_document(path, read) if read else Document(path, _head_text(head), head)
    listed = {table.get("id"): table for table in document.tables.get("sources", [])}
    apart = change._replace(
        own=sources_apart(change.own, listed.get),
        whole=change.whole._replace(
            films=tuple(with_sources(film, source_apart(listed.get)) for film in change.whole.films)
        ),
    )
    for edits in (*_own_edits(document, apart), *edits_for_films(document, apart)):
        if edits:
            document = read_document(path, _edited(document, edits, anew).text.encode())
    return document.text


def _head(files: Transaction) -> dict[str, Any]:
    """Return the head of a new file."""
    return {"schema": FILM_SCHEMA, "seen": files.now.date()}


def _head_text(head: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {splice.write_value(value)}\n" for key, value in head.items())


def _own_edits(document: Document, change: Change) -> Iterator[list[splice.Edit]]:
    """Say how films and claims go into the user's file, in rounds: a round touches each table once."""
    own = change.own
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
    gone = sorted((numbers[film_id] for film_id in change.own_removed if film_id in numbers), reverse=True)
    for number in gone:
        yield [splice.Remove("films", number)]
