"""The plan of an import: which films are meant, what is new, what changes, what is not clear. Nothing is lost.

What the user has rated, noted or dated here stays. A row that is no known film makes a
film of the user's own.
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
from watchlist.domain.errors import NOTHING_CHANGED, Refused
from watchlist.domain.film import Film
from watchlist.domain.names import fold, slug
from watchlist.domain.region import WORLDWIDE
from watchlist.domain.site import Site
from watchlist.services.film_lookup import FilmLookup
from watchlist.services.track import free_id
from watchlist.services.transfer.matching import KnownFilms
from watchlist.services.transfer.row import BadRow, ImportedList, ImportedRow

RowKey = tuple[str, int]
"""A row of an import: its file and its line."""


class Unclear(NamedTuple):
    """A row that could be several films, by their ids."""

    row: ImportedRow
    candidates: tuple[str, ...]


class ImportSource(NamedTuple):
    """All that an import is planned from, beside the user's list.

    `user_film_ids` are the films that the user made here; `user_films` came along with
    the lists. `decisions` say which film an unclear row is, None for a new one.
    """

    lists: tuple[ImportedList, ...]
    catalogue: Catalogue
    user_film_ids: frozenset[str]
    today: date
    user_films: tuple[Film, ...] = ()
    decisions: Mapping[RowKey, str | None] = MappingProxyType({})


class ImportPlan(NamedTuple):
    """What an import would do, or did; `films` counts the films that it is about."""

    change: Change
    unclear: tuple[Unclear, ...]
    bad: tuple[BadRow, ...]
    films: int
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
    def unchanged(self) -> int:
        """The number of films that stay as they are."""
        return self.films - len(self.change.entries)

    @property
    def is_whole(self) -> bool:
        """True if every row could be read and is clear."""
        return not self.bad and not self.unclear

    def refusal(self) -> Refused:
        """Make the error for an import that is not whole."""
        rows = len(self.bad) + len(self.unclear)
        return Refused(
            f"{rows:,} row{'s' if rows != 1 else ''} cannot be imported",
            kept=NOTHING_CHANGED,
            hint="To import the rest: add --partial",
        )


def rows_of(lists: Iterable[ImportedList]) -> list[ImportedRow]:
    """Give the rows of all lists."""
    return [row for one in lists for row in one.rows]


def prepare(
    lists: tuple[ImportedList, ...],
    entries: Iterable[Entry],
    lookup: FilmLookup,
    *,
    user_film_ids: frozenset[str],
    user_films: tuple[Film, ...],
    today: date,
) -> ImportSource:
    """Look up the films that the lists can be about, and those of the user: an import needs no others."""
    rows = rows_of(lists)
    titles = {fold(title) for row in rows for title in (row.title, row.original_title) if title}
    named = lookup.named(titles, {key for row in rows for key in row.ids})
    ids = {
        *user_film_ids,
        *(film.id for film in user_films),
        *(entry.id for entry in entries),
        *(entry.id for one in lists for entry in one.entries),
        *(slug(row.title, row.year) for row in rows),
    }
    known = lookup.films(ids)
    catalogue = Catalogue(MappingProxyType({**known.films, **named.films}), known.people)
    return ImportSource(lists, catalogue, user_film_ids, today, user_films)


def plan(
    source: ImportSource, entries: Iterable[Entry], *, progress: Callable[[int], None] = lambda _: None
) -> ImportPlan:
    """Plan an import into the entries of a list; `progress` is called for each row."""
    lists = source.lists
    planning = _Planning(source, {entry.id: entry for entry in entries})
    for entry in (entry for one in lists for entry in one.entries):
        planning.import_entry(entry)
    for one in lists:
        for row in one.rows:
            planning.import_row(row, one.format)
            progress(1)
    return ImportPlan(
        change=Change(planning.changes(), tuple(planning.user_films.values())),
        unclear=tuple(planning.unclear),
        bad=tuple(bad for one in lists for bad in one.bad),
        films=len(planning.after),
        no_films=sum(one.no_films for one in lists),
        left_out=sum(one.left_out for one in lists),
        formats=tuple(dict.fromkeys(one.title for one in lists if not one.left_out)),
    )


@dataclass(slots=True)
class _Planning:
    """An import as it goes on, row by row: the rows of one export are about the same films."""

    source: ImportSource
    before: dict[str, Entry]
    after: dict[str, Entry] = field(default_factory=dict)
    user_films: dict[str, UserFilm] = field(default_factory=dict)
    unclear: list[Unclear] = field(default_factory=list)
    known: KnownFilms = field(default_factory=KnownFilms.empty)

    def __post_init__(self) -> None:
        films = self.source.catalogue.films
        for film in films.values():
            self.known.add(film.id, film.titles, film.year, film.ids)
        for entry in self.before.values():
            self.known.add(entry.id, (entry.title,), None, entry.ids)
        self.user_films |= {film.id: _user_film_from(film, films.get(film.id)) for film in self.source.user_films}

    def changes(self) -> tuple[EntryChange, ...]:
        pairs = ((self.before.get(key), entry) for key, entry in self.after.items())
        return tuple(EntryChange(before, after) for before, after in pairs if before != after)

    def import_entry(self, entry: Entry) -> None:
        """Import an entry of our own format: whole if it is new, else what is missing here."""
        known = self._entry(entry.id)
        self.after[entry.id] = entry if known is None else _fill_from_entry(known, entry)

    def import_row(self, row: ImportedRow, format_name: str) -> None:
        """Import a row, or note that it is unclear which film it is."""
        found = self.known.find(row, lambda film_id: self._has_other_id(film_id, row))
        this_year = self.source.today.year
        if len(found) > 1 or (found and self.known.is_doubtful(row, found[0], this_year)):
            key = (row.file, row.line)
            if key not in self.source.decisions:
                self.unclear.append(Unclear(row, tuple(found)))
                return
            chosen = self.source.decisions[key]
            found = [chosen] if chosen else []
        film_id = found[0] if found else self._new_film(row, format_name)
        self._update_user_film(row, film_id)
        self.after[film_id] = self._entry_after(row, film_id)
        self.known.add(film_id, (row.title,), row.year, row.ids)

    def _entry(self, film_id: str) -> Entry | None:
        return self.after.get(film_id) or self.before.get(film_id)

    def _entry_after(self, row: ImportedRow, film_id: str) -> Entry:
        known, film = self._entry(film_id), self.source.catalogue.films.get(film_id)
        title = film.title if film and film_id not in self.source.user_film_ids else row.title
        ids = film.ids if film else ()
        before = known or Entry(film_id, title, added=row.added or self.source.today, ids=ids)
        return _fill_from_row(before, row, title, is_new=known is None)

    def _has_other_id(self, film_id: str, row: ImportedRow) -> bool:
        """Say whether a film has another id on a site of which the row gives one."""
        film, entry = self.source.catalogue.films.get(film_id), self._entry(film_id)
        new = self.user_films.get(film_id)
        ids = dict((*(film.ids if film else ()), *(entry.ids if entry else ()), *(new.ids if new else ())))
        # Letterboxd has two ids for each film, the code of its short link and the name in its address:
        # another one does not mean another film.
        return any(ids.get(key.site, key.id) != key.id for key in row.ids if key.site != Site.LETTERBOXD)

    def _new_film(self, row: ImportedRow, format_name: str) -> str:
        film_id = free_id(row.title, lambda one: one in self.known.years or one in self.before, row.year)
        claims = _claims(row, format_name, self.source.today)
        self.user_films[film_id] = UserFilm(film_id, row.title, row.year, row.ids, claims)
        return film_id

    def _update_user_film(self, row: ImportedRow, film_id: str) -> None:
        """Note a new title, a year that was missing, and new ids of a film that the user made."""
        film = self.source.catalogue.films.get(film_id)
        if film is None or film_id not in self.source.user_film_ids:
            return
        ids = tuple(key for key in row.ids if key.site not in dict(film.ids))
        title = row.title if fold(row.title) not in map(fold, film.titles) else ""
        year = row.year if row.year != film.year else None
        if title or year or ids:
            self.user_films[film_id] = UserFilm(film_id, title, year, ids)


def _fill_from_row(before: Entry, row: ImportedRow, title: str, *, is_new: bool) -> Entry:
    """Fill in what an entry lacks from a row: what the user has stays."""
    status = before.status
    if row.watched and status is Status.WANTED and not before.times_seen:
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


def _fill_from_entry(known: Entry, other: Entry) -> Entry:
    """Fill in what an entry lacks from one of our own format."""
    return known._replace(
        status=other.status if known.status is Status.WANTED else known.status,
        want=known.want or other.want,
        rating=known.rating if known.rating is not None else other.rating,
        viewings=tuple(sorted({*known.viewings, *other.viewings})),
        undated_viewings=max(known.undated_viewings, other.undated_viewings),
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
    return (
        Claim(
            region=WORLDWIDE,
            channel=Channel.THEATRICAL,
            service=None,
            date=shown,
            certainty=Certainty.RELEASED if latest and latest < today else Certainty.ANNOUNCED,
            source=Source(f"{slug(format_name)}-export", f"{format_name} (your export)"),
            seen=today,
        ),
    )


def _user_film_from(film: Film, known: Film | None) -> UserFilm:
    """Give what a film of an export of ours says that is not known here."""
    if known is None:
        return UserFilm(film.id, film.title, film.year, film.ids, film.claims)
    return UserFilm(film.id, claims=tuple(claim for claim in film.claims if claim not in known.claims))
