"""The user's files as one thing to read and to change: every command's change is one step under one lock."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.change import Change, EntryChange, OwnClaim
from watchlist.domain.claim import UNSOURCED, Claim
from watchlist.storage import splice
from watchlist.storage.catalogue import load_catalogue
from watchlist.storage.files import Saved, locked, read_bytes, real_path, save
from watchlist.storage.film_file import SCHEMA as FILM_SCHEMA
from watchlist.storage.list_file import UserList, empty_list, entry_table, read_list, refuse_newer
from watchlist.storage.paths import Paths
from watchlist.storage.toml import Document, read_document


@dataclass(frozen=True, slots=True)
class Store:
    """The user's list and own films at their paths."""

    paths: Paths

    def catalogue(self) -> Catalogue:
        """Read every film that the program knows."""
        return load_catalogue(self.paths)

    def entries(self) -> UserList:
        """Read the list; no lock is taken and nothing is written."""
        return read_list(_document(self.paths.list, read_bytes(self.paths.list)))

    @contextmanager
    def editing(self) -> Iterator["Editing"]:
        """Hold the list's lock, and give the list as it is then."""
        with locked(self.paths.list) as real:
            read = read_bytes(real)
            document = _document(self.paths.list, read)
            refuse_newer(document)
            yield Editing(self.paths, real, read, document)


@dataclass(frozen=True, slots=True)
class Editing:
    """The list while its lock is held."""

    paths: Paths
    real: Path
    read: bytes | None
    document: Document

    @property
    def entries(self) -> UserList:
        """The entries as they were when the lock was taken."""
        return read_list(self.document)

    def save(self, change: Change, *, today: date) -> Saved:
        """Write what the change says; own films first, so that no entry names a film that is not there."""
        outcomes = [self._save_claims(change.claims, today)] if change.claims else []
        if change.entries:
            edits = [edit for one in change.entries if (edit := self._edit(one))]
            text = splice.apply(self.document, edits).text
            outcomes.append(save(self.real, text.encode(), read=self.read) if edits else Saved.UNCHANGED)
        return max(outcomes, key=list(Saved).index, default=Saved.UNCHANGED)

    def _edit(self, change: EntryChange) -> splice.Edit | None:
        before, after = entry_table(change.before), entry_table(change.after)
        if not before:
            return splice.Append("films", after)
        number = _number(self.document, change.entry.id)
        if not after:
            return splice.Remove("films", number)
        changed = {key: after.get(key) for key in {**before, **after} if before.get(key) != after.get(key)}
        return splice.SetKeys(("films", number), changed) if changed else None

    def _save_claims(self, claims: tuple[OwnClaim, ...], today: date) -> Saved:
        real = real_path(self.paths.films)
        real.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        read = read_bytes(real)
        head = {"schema": FILM_SCHEMA, "seen": today}
        document = read_document(real, read) if read else Document(real, _head_text(head), head)
        for own in claims:
            edited = splice.apply(document, list(_own_edits(document, own)))
            document = read_document(real, edited.text.encode())
        return save(real, document.text.encode(), read=read)


def _document(path: Path, data: bytes | None) -> Document:
    return empty_list(path) if data is None else read_document(path, data)


def _head_text(head: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {splice.write_value(value)}\n" for key, value in head.items())


def _number(document: Document, film_id: str) -> int:
    """Find the number of a film's table in a file; -1 if it has none."""
    tables = document.tables.get("films", [])
    return next((number for number, table in enumerate(tables) if table.get("id") == film_id), -1)


def _own_edits(document: Document, own: OwnClaim) -> Iterator[splice.Edit]:
    """Say how a claim of the user's goes into their file of films."""
    source = own.claim.source if own.claim else UNSOURCED
    listed = {one.get("id") for one in document.tables.get("sources", [])}
    if source != UNSOURCED and source.id not in listed:
        fields = {"id": source.id, "publisher": source.publisher, "url": source.url}
        yield splice.Append("sources", {key: value for key, value in fields.items() if value})
    number = _number(document, own.film_id)
    claims = [_claim_table(own.claim)] if own.claim else []
    if number < 0:
        film = {"id": own.film_id, "title": own.title, "claims": claims}
        yield splice.Append("films", {key: value for key, value in film.items() if value})
    for claim in claims if number >= 0 else ():
        yield splice.AppendNested(("films", number), "claims", claim)


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
