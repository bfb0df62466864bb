"""The plan of an import: which films are meant, what is new, what changes, what is not clear. Nothing is lost.

Films are the same by an id on another site, then by title and year; else a row makes a film
of the user's own. What the user has rated, noted or dated here stays.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.change import Change, EntryChange, UserFilm
from watchlist.domain.claim import Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.names import fold, slug
from watchlist.domain.region import WORLDWIDE
from watchlist.services.film_lookup import FilmLookup
from watchlist.services.transfer.detect import Arrived
from watchlist.services.transfer.row import BadRow, ImportedRow
from watchlist.services.transfer.watchlist_format import FORMAT

RowKey = tuple[str, int]
"""A row of an import: its file and its line."""


class Unclear(NamedTuple):
    """A row that could be several films, by their ids."""

    row: ImportedRow
    candidates: tuple[str, ...]


class ImportPlan(NamedTuple):
    """What an import would do."""

    change: Change
    unclear: tuple[Unclear, ...]
    bad: tuple[BadRow, ...]
    unchanged: int
    no_films: int
    left_out: int
    formats: tuple[str, ...]

    @property
    def added(self) -> tuple[Entry, ...]:
        """The entries that are new."""
        return tuple(one.entry for one in self.change.entries if one.before is None)

    @property
    def changed(self) -> tuple[EntryChange, ...]:
        """The entries that change."""
        return tuple(one for one in self.change.entries if one.before is not None)

    @property
    def is_whole(self) -> bool:
        """True if every row could be read and is clear."""
        return not self.bad and not self.unclear


def plan(
    catalogue: Catalogue,
    own_ids: frozenset[str],
    entries: Iterable[Entry],
    arrived: Arrived,
    *,
    today: date,
    decisions: Mapping[RowKey, str | None] | None = None,
    films: Iterable[Film] = (),
    done: Callable[[int], None] = lambda _: None,
) -> ImportPlan:
    """Plan an import.

    `decisions` say which film an unclear row is, None for one of its own; `films` are the
    user's own films that came along; `done` is called for each row.
    """
    planning = _Planning(catalogue, own_ids, {entry.id: entry for entry in entries}, today, decisions or {})
    planning.own |= {one.film_id: one for one in user_films(films, catalogue.films)}
    for own in arrived.own:
        for entry in own.entries:
            planning.take_entry(entry)
    for parsed in arrived.parsed:
        for row in parsed.rows:
            planning.take_row(row, parsed.format)
            done(1)
    changes = planning.changes()
    return ImportPlan(
        change=Change(changes, tuple(planning.own.values())),
        unclear=tuple(planning.unclear),
        bad=(
            *(bad for parsed in arrived.parsed for bad in parsed.bad),
            *(bad for own in arrived.own for bad in own.bad),
        ),
        unchanged=len(planning.touched) - len(changes),
        no_films=sum(parsed.no_films for parsed in arrived.parsed),
        left_out=sum(parsed.left_out for parsed in arrived.parsed),
        formats=tuple(
            dict.fromkeys(
                [parsed.format for parsed in arrived.parsed if not parsed.left_out] + [FORMAT] * bool(arrived.own)
            )
        ),
    )


def films_in_question(shelf: FilmLookup, arrived: Arrived, ids: Iterable[str]) -> Catalogue:
    """Give the films that the rows of an import can be, and those with some ids: an import asks for no others."""
    rows = [row for parsed in arrived.parsed for row in parsed.rows]
    titles = {fold(title) for row in rows for title in (row.title, row.original_title) if title}
    named = shelf.named(titles, {key for row in rows for key in row.ids})
    entries = (entry.id for own in arrived.own for entry in own.entries)
    slugs = (slug(row.title, row.year) for row in rows)
    known = shelf.films({*ids, *entries, *slugs})
    return Catalogue(MappingProxyType({**known.films, **named.films}), known.people)


@dataclass(slots=True)
class _Planning:
    catalogue: Catalogue
    own_ids: frozenset[str]
    before: dict[str, Entry]
    today: date
    decisions: Mapping[RowKey, str | None]
    after: dict[str, Entry] = field(default_factory=dict)
    own: dict[str, UserFilm] = field(default_factory=dict)
    unclear: list[Unclear] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    by_id: dict[ExternalId, str] = field(default_factory=dict)
    by_title: dict[str, list[str]] = field(default_factory=dict)
    years: dict[str, int | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for film in self.catalogue.films.values():
            self._index(film.id, film.titles, film.year, film.ids)
        for entry in self.before.values():
            self._index(entry.id, (entry.title,), self.years.get(entry.id), entry.ids)

    def changes(self) -> tuple[EntryChange, ...]:
        pairs = ((self.before.get(key), entry) for key, entry in self.after.items())
        return tuple(EntryChange(before, after) for before, after in pairs if before != after)

    def take_entry(self, entry: Entry) -> None:
        """Take an entry of our own format: whole if it is new, else what is missing here."""
        known = self._entry(entry.id)
        self.touched.add(entry.id)
        self.after[entry.id] = entry if known is None else _completed(known, entry)

    def take_row(self, row: ImportedRow, format_name: str) -> None:
        found = self._find(row)
        if len(found) > 1 or (found and self._is_doubtful(row, found[0])):
            key = (row.file, row.line)
            if key not in self.decisions:
                self.unclear.append(Unclear(row, tuple(found)))
                return
            chosen = self.decisions[key]
            found = [chosen] if chosen else []
        film_id = found[0] if found else self._new_film(row, format_name)
        self._follow(row, film_id)
        known = self._entry(film_id)
        film = self.catalogue.films.get(film_id)
        title = film.title if film and film_id not in self.own_ids else row.title
        before = known or Entry(film_id, title, added=row.added or self.today, ids=film.ids if film else ())
        self.after[film_id] = _merged(before, row, title, is_new=known is None)
        self.touched.add(film_id)
        self._index(film_id, (row.title,), row.year, row.ids)

    def _entry(self, film_id: str) -> Entry | None:
        return self.after.get(film_id) or self.before.get(film_id)

    def _find(self, row: ImportedRow) -> list[str]:
        """Find the films that a row can be: one by an id, or all that fit by title and year."""
        for key in row.ids:
            if key in self.by_id:
                return [self.by_id[key]]
        titles = (row.title, row.original_title or row.title)
        named = list(dict.fromkeys(film_id for title in titles for film_id in self.by_title.get(fold(title), ())))
        named = [film_id for film_id in named if not self._has_other_id(film_id, row)]
        if row.year is None:
            return named
        for near in (0, 1):
            fit = [one for one in named if (year := self.years.get(one)) is not None and abs(year - row.year) == near]
            if fit:
                return fit
        return [film_id for film_id in named if self.years.get(film_id) is None]

    def _has_other_id(self, film_id: str, row: ImportedRow) -> bool:
        """Say whether a film has another id on a site of which the row gives one."""
        film, entry = self.catalogue.films.get(film_id), self._entry(film_id)
        ids = dict((*(film.ids if film else ()), *(entry.ids if entry else ())))
        own = dict(self.own[film_id].ids) if film_id in self.own else {}
        return any({**ids, **own}.get(key.site, key.id) != key.id for key in row.ids if key.site != "letterboxd")

    def _is_doubtful(self, row: ImportedRow, film_id: str) -> bool:
        """Say whether a row without a year, a film to come, has the title of an old film by chance, perhaps."""
        year = self.years.get(film_id)
        by_id = any(self.by_id.get(key) == film_id for key in row.ids)
        return row.year is None and not by_id and year is not None and year < self.today.year - 1

    def _new_film(self, row: ImportedRow, format_name: str) -> str:
        base, number = slug(row.title, row.year), 1
        film_id = base
        while film_id in self.years or film_id in self.before:
            number += 1
            film_id = f"{base}-no{number}"
        claims = _claims(row, format_name, self.today)
        self.own[film_id] = UserFilm(film_id, row.title, row.year, row.ids, claims)
        return film_id

    def _follow(self, row: ImportedRow, film_id: str) -> None:
        """Follow a new title, a year that was filled in, and new ids of a film of the user's own."""
        film = self.catalogue.films.get(film_id)
        if film is None or film_id not in self.own_ids:
            return
        ids = tuple(key for key in row.ids if key.site not in dict(film.ids))
        title = row.title if fold(row.title) not in map(fold, film.titles) else ""
        year = row.year if row.year != film.year else None
        if title or year or ids:
            self.own[film_id] = UserFilm(film_id, title, year, ids)

    def _index(self, film_id: str, titles: Iterable[str], year: int | None, ids: Iterable[ExternalId]) -> None:
        for title in titles:
            named = self.by_title.setdefault(fold(title), [])
            if film_id not in named:
                named.append(film_id)
        for key in ids:
            self.by_id.setdefault(key, film_id)
        if self.years.get(film_id) is None:
            self.years[film_id] = year


def _merged(before: Entry, row: ImportedRow, title: str, *, is_new: bool) -> Entry:
    """Lay a row under an entry: what the user has stays, what is missing is filled in."""
    status = before.status
    if row.watched and status is Status.WANTED:
        status = Status.WATCHED
    elif row.dropped and is_new:
        status = Status.DROPPED
    sites = dict(before.ids)
    return before._replace(
        title=title,
        status=status,
        rating=before.rating if before.rating is not None else row.rating,
        viewings=tuple(sorted({*before.viewings, *row.viewings})),
        tags=tuple(dict.fromkeys((*before.tags, *row.tags))),
        note=before.note if before.note is not None else row.note,
        ids=(*before.ids, *(key for key in row.ids if key.site not in sites)),
    )


def _completed(known: Entry, other: Entry) -> Entry:
    """Fill in from an entry of our own format what this one lacks."""
    return known._replace(
        status=other.status if known.status is Status.WANTED else known.status,
        want=known.want or other.want,
        rating=known.rating if known.rating is not None else other.rating,
        viewings=tuple(sorted({*known.viewings, *other.viewings})),
        tags=tuple(dict.fromkeys((*known.tags, *other.tags))),
        note=known.note if known.note is not None else other.note,
        ids=(*known.ids, *(key for key in other.ids if key.site not in dict(known.ids))),
    )


def _claims(row: ImportedRow, format_name: str, today: date) -> tuple[Claim, ...]:
    """Make the claim that a list makes by giving a date for a film."""
    shown = row.release or (Edtf.parse(f"{row.year:04}") if row.year and not row.watched else None)
    if shown is None:
        return ()
    latest = shown.span().latest
    name = format_name.split(maxsplit=1)[0]
    return (
        Claim(
            region=WORLDWIDE,
            channel=Channel.THEATRICAL,
            service=None,
            date=shown,
            certainty=Certainty.RELEASED if latest and latest < today else Certainty.ANNOUNCED,
            source=Source(f"{slug(name)}-export", f"{name} (your export)"),
            seen=today,
        ),
    )


def user_films(films: Iterable[Film], known: Mapping[str, Film]) -> tuple[UserFilm, ...]:
    """Give the films of an export of ours that are not known here, with their claims."""
    return tuple(
        UserFilm(
            film.id,
            film.title if film.id not in known else "",
            film.year if film.id not in known else None,
            film.ids if film.id not in known else (),
            tuple(claim for claim in film.claims if film.id not in known or claim not in known[film.id].claims),
        )
        for film in films
    )
