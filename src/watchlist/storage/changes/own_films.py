"""Changing the user's own films in a text that is known to be valid: only the tables concerned are parsed."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from watchlist.domain.change import Change, UserFilm
from watchlist.domain.claim import UNSOURCED, Certainty, Claim, Source
from watchlist.storage.films.film_tables import FILM_KEYS, claim_table, film_keys, film_table, source_table
from watchlist.storage.toml import edit as splice
from watchlist.storage.toml.edit import Edited, Piece, Touched
from watchlist.storage.toml.find import is_plain
from watchlist.storage.toml.plain import parse

_MARKS = r"^\ufeff?\[\[(films|sources)\]\]|^[ \t]*id[ \t]*=[ \t]*(?:\"([^\"\\\n]*)\"|'([^'\n]*)')"
"""Matches the headers of films and sources, and the ids below them."""
_NOT_TABLES = r"^\ufeff?[ \t]*[\"']?(?:films|sources)\b"
"""Matches an array that is written as a value, which may be anywhere."""


def change_quickly(text: str, change: Change) -> Edited | None:
    """Apply a change to the text of the user's own films; None if parsing the whole file is safer."""
    for header in ("films", "sources"):
        if f"[[{header}" in text and not is_plain(text, header):
            return None
    if re.search(_NOT_TABLES, text, re.MULTILINE):
        return None
    try:
        return _changed(_Tables(text), change)
    except (ValueError, LookupError):
        return None


class _Found(NamedTuple):
    """A table, and its position in the text."""

    piece: Piece
    table: Mapping[str, Any]


class _Tables:
    """The films and sources of a plain text, found by their ids in one pass; only those requested are parsed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.counts = {"films": 0, "sources": 0}
        self._pieces: list[Piece] = []
        self._ids: dict[tuple[str, str], list[int]] = {}
        self._sources: dict[str, Mapping[str, Any] | None] = {}
        starts: list[tuple[str, int]] = []
        for mark in re.finditer(_MARKS, text, re.MULTILINE):
            if mark[1]:
                starts.append((mark[1], mark.start()))
            elif starts:
                key = starts[-1][0], mark[2] if mark[2] is not None else mark[3]
                self._ids.setdefault(key, []).append(len(starts) - 1)
        stops = [start for _, start in starts[1:]] + [len(text)]
        for (header, start), stop in zip(starts, stops, strict=False):
            self._pieces.append(Piece(header, self.counts[header], start, stop))
            self.counts[header] += 1

    def source(self, source_id: str) -> Mapping[str, Any] | None:
        """Return the table of a source."""
        if source_id not in self._sources:
            found = self.find("sources", source_id)
            self._sources[source_id] = found and found.table
        return self._sources[source_id]

    def find(self, header: str, wanted: str) -> _Found | None:
        """Return the first table with an id; None if there is none."""
        for at in self._ids.get((header, wanted), ()):
            piece = self._pieces[at]
            table = parse(self.text[piece.start : piece.stop].removeprefix("\ufeff"))[header][0]
            if table.get("id") == wanted:
                return _Found(piece, table)
        return None


def _changed(tables: _Tables, change: Change) -> Edited:
    own = sources_apart(change.user_films, tables.source)
    touched: list[Touched] = []
    appended: list[splice.Append] = []
    sources = {claim.source.id: claim.source for film in own for claim in film.claims if claim.source != UNSOURCED}
    appended += [
        splice.Append("sources", source_table(one)) for key, one in sources.items() if tables.source(key) is None
    ]
    for film in own:
        found = tables.find("films", film.film_id)
        if found is None:
            appended.append(splice.Append("films", film_table(film)))
        else:
            touched += _touch(tables.text, found, film_edits(found.piece.number, found.table, film))
    for film_id in change.removed_user_films:
        if found := tables.find("films", film_id):
            touched += _touch(tables.text, found, [splice.Remove("films", found.piece.number)])
    return splice.put_together(tables.text, touched, appended, tables.counts)


def _touch(text: str, found: _Found, edits: Sequence[splice.PieceEdit]) -> list[Touched]:
    before = after = text[found.piece.start : found.piece.stop]
    for edit in edits:
        after = splice.proved(edit, after, edit.on_piece(after))
    return [Touched(found.piece, before, after)] if edits else []


def sources_apart(own: Sequence[UserFilm], listed: Callable[[str], Mapping[str, Any] | None]) -> tuple[UserFilm, ...]:
    """Give a source a new id if the file has a different source with the same id: other text, or another address."""
    apart = source_apart(listed)

    def moved(claim: Claim) -> Claim:
        return claim._replace(source=apart(claim.source))

    return tuple(film._replace(claims=tuple(map(moved, film.claims))) for film in own)


def source_apart(listed: Callable[[str], Mapping[str, Any] | None]) -> Callable[[Source], Source]:
    """Return a function that gives a source an id which no different source of the file has."""

    def apart(source: Source) -> Source:
        named, number = source, 1
        while (there := listed(named.id)) is not None and there != source_table(named):
            number += 1
            named = source._replace(id=f"{source.id}-no{number}")
        return named

    return apart


def film_edits(number: int, table: Mapping[str, Any], film: UserFilm) -> list[splice.PieceEdit]:
    """Return the edits of a film's table: its keys, the claims to replace, and the new claims."""
    keys = film_keys(film)
    edits: list[splice.PieceEdit] = [splice.SetKeys("films", number, keys, FILM_KEYS)] if keys else []
    edits += [splice.RemoveNested("films", number, "claims", place) for place in _replaced(table, film)]
    return edits + [splice.AppendNested("films", number, "claims", claim_table(claim)) for claim in film.claims]


def _replaced(table: Mapping[str, Any], film: UserFilm) -> list[int]:
    """Return the positions of claims that new ones replace, last first: same release, same source."""
    new = [claim_table(claim) for claim in film.claims]
    claims = table.get("claims", [])
    places = reversed(range(len(claims)))
    return [place for place in places if any(_replaces(claim, claims[place]) for claim in new)]


def _replaces(new: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Return whether a claim replaces another; a cancellation does not, so that the previous date is kept."""
    is_state = new["certainty"] == Certainty.CANCELLED
    return _subject(new) == _subject(old) and (not is_state or old.get("certainty") == new["certainty"])


def _subject(claim: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(claim.get(key) for key in ("region", "channel", "service", "source"))
