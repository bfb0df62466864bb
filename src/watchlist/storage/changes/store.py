"""The user's files as one thing to read and to change: every command's change is one step under one lock."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from watchlist.domain.change import Change, EntryChange, UserFilm
from watchlist.domain.claim import UNSOURCED, Certainty, Claim, Source
from watchlist.domain.errors import ChangedMeanwhile, Refused, WatchlistError
from watchlist.domain.film import Film
from watchlist.storage.changes import backups, journal
from watchlist.storage.changes.backups import Backup
from watchlist.storage.changes.journal import History, Step
from watchlist.storage.changes.transaction import Committed, Transaction, transaction
from watchlist.storage.files import Saved, read_bytes, real_path
from watchlist.storage.films.film_file import SCHEMA as FILM_SCHEMA
from watchlist.storage.films.film_file import load_bundled, read_film_file
from watchlist.storage.list_file import UserList, entry_table, parse_list, read_list, refuse_newer
from watchlist.storage.paths import Paths
from watchlist.storage.toml import edit as splice
from watchlist.storage.toml.read import Document, read_document

_ATTEMPTS = 3
"""How often a change is made anew, when another program changes the file at the same moment."""


class Done(NamedTuple):
    """A change as it was made, and what became of it."""

    change: Change
    committed: Committed


class Store(NamedTuple):
    """The user's list and own films at their paths."""

    paths: Paths

    def change(self, step: Callable[[UserList], Change], *, what: str, now: datetime) -> Done:
        """Change the list by a pure function of it, which is called again if the list changes meanwhile.

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
            files.put(self.paths.list, text)
            return files.commit(what)

    def own_tables(self) -> dict[str, Any]:
        """Give the user's own films, people and sources, as the tables of their file."""
        data = read_bytes(self.paths.films)
        tables = read_document(self.paths.films, data).tables if data else {}
        return {name: tables[name] for name in ("sources", "people", "films") if name in tables}

    def own_film_ids(self) -> frozenset[str]:
        """Give the ids of the films that the user made: those that no other file has."""
        bundled = {film.id for film in load_bundled(self.paths.bundled).layer.films}
        return frozenset(str(film.get("id")) for film in self.own_tables().get("films", [])) - bundled

    def films_of(self, tables: Mapping[str, Any], today: date) -> tuple[Film, ...]:
        """Read films from tables that came with a list; raises `InvalidFile` if they are not right."""
        whole = {"schema": FILM_SCHEMA, "seen": today, **tables}
        known = load_bundled(self.paths.bundled).sources
        return read_film_file(Document(Path("own_films"), "", whole), known=known).layer.films

    def take_back_claim(self, film_id: str, *, what: str, now: datetime) -> tuple[Claim | None, Committed]:
        """Take the newest claim of the user's own on a film back; give it, None if there is none."""
        with transaction(self.paths, now) as files:
            data = files.hold(self.paths.films).read
            if not data:
                return None, Committed(Saved.UNCHANGED)
            document = read_document(self.paths.films, data)
            films = read_film_file(document, known=load_bundled(self.paths.bundled).sources).layer.films
            number = next((number for number, film in enumerate(films) if film.id == film_id), -1)
            if number < 0 or not films[number].claims:
                return None, Committed(Saved.UNCHANGED)
            anew: list[Path] = []
            edited = _edited(document, [splice.RemoveNested("films", number, "claims", len(films[number].claims) - 1)], anew)
            files.put(self.paths.films, edited.text, edited.touched)
            committed = files.commit(what)
            warnings = (*committed.warnings, *map(_written_anew, anew))
            return films[number].claims[-1], Committed(committed.outcome, warnings)

    def backups(self) -> tuple[Backup, ...]:
        """List the copies of the list, the newest first."""
        return backups.backups(backups.folder_for(self.paths.state, real_path(self.paths.list)))

    def count_entries(self, backup: Backup) -> int | None:
        """Count the entries in a copy; None where it is damaged."""
        try:
            return len(read_list(read_document(backup.path, read_bytes(backup.path) or b"")).entries)
        except WatchlistError:
            return None

    def restore(self, backup: Backup, *, what: str, now: datetime) -> Committed:
        """Bring a copy of the list back, whatever the list holds now; the step can be undone."""
        data = read_bytes(backup.path)
        if data is None:
            raise Refused(f"{backup.path} is not there any more")
        with transaction(self.paths, now) as files:
            files.put(self.paths.list, data.decode(errors="surrogateescape"))
            return files.commit(what)

    def history(self) -> History:
        """Read what was done to this list, and what was undone."""
        return journal.read_history(self.paths.state / "journal.jsonl", self.paths.list)

    def undo(self, count: int, *, now: datetime) -> tuple[tuple[Step, ...], Committed]:
        """Take back the last steps, as one change; give them, the newest first."""
        return self._turn(count, now, back=True)

    def redo(self, count: int, *, now: datetime) -> tuple[tuple[Step, ...], Committed]:
        """Make the last steps that were taken back again, as one change."""
        return self._turn(count, now, back=False)

    def _turn(self, count: int, now: datetime, *, back: bool) -> tuple[tuple[Step, ...], Committed]:
        verb = "undo" if back else "redo"
        with transaction(self.paths, now) as files:
            history = self.history()
            stack = history.done if back else history.undone
            if len(stack) < count:
                raise Refused(f"there is nothing to {verb}" if not stack else f"there are only {len(stack)} to {verb}")
            steps = tuple(reversed(stack[len(stack) - count :]))
            texts: dict[Path, str] = {}
            for step in steps:
                for file in step.files:
                    path = Path(file.path)
                    text = texts.get(path, files.hold(path).text)
                    texts[path] = journal.turn(file, text, back=back)
            for path, text in texts.items():
                files.put(path, text)
            note = "undone" if back else "redone"
            return steps, files.commit(verb, *({note: step.at} for step in steps))

    def _change(self, files: Transaction, step: Callable[[UserList], Change], what: str) -> Done:
        document = parse_list(self.paths.list, files.hold(self.paths.list).read)
        refuse_newer(document)
        users = read_list(document)
        change = step(users)
        anew: list[Path] = []
        if change.own or change.own_removed:
            files.put(self.paths.films, _with_own_films(files, self.paths.films, change, anew))
        edits = [edit for one in change.entries if (edit := _edit(users, one))]
        if edits:
            edited = _edited(document, edits, anew)
            files.put(self.paths.list, edited.text, edited.touched)
        committed = files.commit(what)
        return Done(change, Committed(committed.outcome, (*committed.warnings, *map(_written_anew, anew))))


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
        return splice.Append("films", after)
    number = users.numbers[change.entry.id]
    if not after:
        return splice.Remove("films", number)
    changed = {key: after.get(key) for key in {**before, **after} if before.get(key) != after.get(key)}
    return splice.SetKeys("films", number, changed) if changed else None


def _with_own_films(files: Transaction, path: Path, change: Change, anew: list[Path]) -> str:
    """Give the text of the user's films with what a change says about them in it."""
    read = files.hold(path).read
    head = {"schema": FILM_SCHEMA, "seen": files.now.date()}
    document = read_document(path, read) if read else Document(path, _head_text(head), head)
    for edits in _own_edits(document, change):
        if edits:
            document = read_document(path, _edited(document, edits, anew).text.encode())
    return document.text


def _head_text(head: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {splice.write_value(value)}\n" for key, value in head.items())


def _own_edits(document: Document, change: Change) -> Iterator[list[splice.Edit]]:
    """Say how films and claims go into the user's file, in rounds: a round touches each table once."""
    own = change.own
    listed = {one.get("id") for one in document.tables.get("sources", [])}
    sources = {claim.source.id: claim.source for film in own for claim in film.claims if claim.source != UNSOURCED}
    new_sources = [source for key, source in sources.items() if key not in listed]
    yield [splice.Append("sources", _source_table(source)) for source in new_sources]
    numbers = {table.get("id"): number for number, table in enumerate(document.tables.get("films", []))}
    yield [splice.Append("films", _film_table(film)) for film in own if film.film_id not in numbers]
    there = [(numbers[film.film_id], film) for film in own if film.film_id in numbers]
    yield [splice.SetKeys("films", number, changed) for number, film in there if (changed := _film_keys(film))]
    replaced = [(number, places) for number, film in there if (places := _replaced(document, number, film))]
    for turn in range(max((len(places) for _, places in replaced), default=0)):
        yield [
            splice.RemoveNested("films", number, "claims", places[turn])
            for number, places in replaced
            if turn < len(places)
        ]
    for place in range(max((len(film.claims) for _, film in there), default=0)):
        yield [
            splice.AppendNested("films", number, "claims", _claim_table(film.claims[place]))
            for number, film in there
            if place < len(film.claims)
        ]
    gone = sorted((numbers[film_id] for film_id in change.own_removed if film_id in numbers), reverse=True)
    for number in gone:
        yield [splice.Remove("films", number)]


def _replaced(document: Document, number: int, film: UserFilm) -> list[int]:
    """Give the places of a film's claims that new ones replace, the last first: of one release, from one source."""
    new = [_claim_table(claim) for claim in film.claims]
    claims = document.tables["films"][number].get("claims", [])
    places = reversed(range(len(claims)))
    return [place for place in places if any(_takes_the_place(claim, claims[place]) for claim in new)]


def _takes_the_place(new: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Say whether a claim replaces one; what is cancelled keeps the date that it had."""
    is_state = new["certainty"] == Certainty.CANCELLED
    return _subject(new) == _subject(old) and (not is_state or old.get("certainty") == new["certainty"])


def _subject(claim: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(claim.get(key) for key in ("region", "channel", "service", "source"))


def _source_table(source: Source) -> dict[str, Any]:
    fields = {
        "id": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "author": source.author,
        "published": source.published and source.published.text,
        "url": source.url,
        "note": source.note,
    }
    return {key: value for key, value in fields.items() if value}


def _film_table(film: UserFilm) -> dict[str, Any]:
    return {"id": film.film_id, **_film_keys(film), **_claims_of(film)}


def _film_keys(film: UserFilm) -> dict[str, Any]:
    keys = {
        "title": film.title,
        "original_title": film.original_title,
        "year": film.year,
        "directors": list(film.directors),
        "ids": dict(film.ids),
    }
    return {key: value for key, value in keys.items() if value}


def _claims_of(film: UserFilm) -> dict[str, Any]:
    return {"claims": [_claim_table(claim) for claim in film.claims]} if film.claims else {}


def _claim_table(claim: Claim) -> dict[str, Any]:
    table = {
        "region": claim.region,
        "channel": str(claim.channel),
        "service": claim.service,
        "date": claim.date and claim.date.text,
        "said": claim.said,
        "certainty": str(claim.certainty),
        "source": claim.source.id,
        "reported": claim.reported and claim.reported.text,
        "seen": claim.seen,
    }
    return {key: value for key, value in table.items() if value is not None}
