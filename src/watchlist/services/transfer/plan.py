"""Planning an import: which films are meant, what is new, what changes, and what is not clear.

Ratings, notes and dates that the user has already are kept. A row whose film is not known becomes
one of the user's own films.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from watchlist.domain.catalogue import Catalogue, FilmsById
from watchlist.domain.change import Change, EntryChange, UserFilm, WholeFilms
from watchlist.domain.entry import Entry, Status, Viewing
from watchlist.domain.film import Film
from watchlist.domain.last_export import LastExport
from watchlist.services.track import free_id
from watchlist.services.transfer.diary import joined, noteworthy
from watchlist.services.transfer.export_claims import Export
from watchlist.services.transfer.filling import filled_from_entry, filled_from_row
from watchlist.services.transfer.film_news import film_news
from watchlist.services.transfer.import_plan import ImportPlan, Missing, RowKey, Unclear
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.list_exports import ListExports
from watchlist.services.transfer.matching import KnownFilm, KnownFilms
from watchlist.services.transfer.row import BadRow, ImportedRow
from watchlist.services.transfer.user_film_update import UserFilmUpdate


class ImportSource(NamedTuple):
    """Everything that an import is planned from, apart from the user's list.

    `catalogue` and `entries` are the films and entries that the lists may be about; `user_films` is what the user's own
    files say about them, by every id. `came_along` are the films in exports of ours. `decisions` are the answers for
    unclear rows: a film id, or None for a new film. `has_film` says whether an id is taken; `find_entries` returns the
    entries with some ids.
    """

    lists: tuple[ImportedList, ...]
    catalogue: Catalogue
    user_films: Mapping[str, Film]
    entries: tuple[Entry, ...]
    today: date
    came_along: WholeFilms = WholeFilms()
    decisions: Mapping[RowKey, str | None] = MappingProxyType({})
    has_film: Callable[[str], bool] = lambda _: False
    find_entries: Callable[[Iterable[str]], Iterable[Entry]] = lambda _: ()
    last: Mapping[str, LastExport] = MappingProxyType({})
    """The latest export of each list that was imported before, by the list's name."""
    drop_missing: bool = False
    wants_kept: bool = False
    """True if films that are only on a list or in a collection are to be wanted."""


def plan(
    source: ImportSource, entries: Iterable[Entry], *, progress: Callable[[int], None] = lambda _: None
) -> ImportPlan:
    """Plan an import into the entries of a list; `progress` is called for each row."""
    lists = source.lists
    planning = _Planning(source, {entry.id: entry for entry in entries})
    for entry in (entry for one in lists for entry in one.entries):
        planning.import_entry(entry)
    planning.import_rows(_RowOfList.all_of(lists, source.today), progress)
    missing = tuple(planning.missing())
    own = planning.own_changes()
    change = planning.change(own)
    films = [film_id for film_id in planning.after if film_id not in planning.left]
    return ImportPlan(
        change=change,
        changed=tuple(planning.changed(films, {*own, *(film.id for film in change.whole_films.films)})),
        unclear=tuple(planning.unclear),
        bad=(*(bad for one in lists for bad in one.bad), *planning.bad),
        films=len(films),
        other_items=sum(one.other_items for one in lists),
        left_out=sum(one.left_out for one in lists),
        formats=tuple(dict.fromkeys(one.title for one in lists if one.format and not one.left_out)),
        missing=missing,
        drops_missing=source.drop_missing,
        older=planning.lists.older(),
        listed=planning.lists.latest(),
        same=tuple(planning.same),
        lists=lists,
    )


class _RowOfList(NamedTuple):
    """A row with its export, the name of its list, and the position of its list."""

    row: ImportedRow
    export: Export
    name: str
    place: int

    @classmethod
    def all_of(cls, lists: Iterable[ImportedList], today: date) -> "list[_RowOfList]":
        """Return the rows of all lists in their order, the earlier exports first."""
        exports = [(one, Export(one.format, min(one.exported or today, today), today)) for one in lists]
        exports.sort(key=lambda pair: pair[1].day)
        return [cls(row, export, one.title, place) for place, (one, export) in enumerate(exports) for row in one.rows]


@dataclass(slots=True)
class _Planning:
    """The state of an import, row by row: later rows may be about films of earlier ones."""

    source: ImportSource
    before: dict[str, Entry]
    after: dict[str, Entry] = field(default_factory=dict)
    words: dict[str, UserFilmUpdate] = field(default_factory=dict)
    unclear: list[Unclear] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    rated: dict[str, date] = field(default_factory=dict)
    wanted: set[str] = field(default_factory=set)
    watched: set[str] = field(default_factory=set)
    known: KnownFilms = field(default_factory=KnownFilms.empty)
    lists: ListExports = field(init=False)
    left: set[str] = field(default_factory=set)
    viewings: dict[str, dict[int, list[Viewing]]] = field(default_factory=dict)
    """Viewings by film, and by the position of the list that has them."""
    same: dict[str, None] = field(default_factory=dict)
    along: FilmsById = field(default_factory=lambda: FilmsById(()))

    def __post_init__(self) -> None:
        films = self.source.catalogue.films
        self.lists = ListExports(self.source.last)
        self.along = FilmsById(self.source.came_along.films)
        for film in films.values():
            self.known.add(film.id, KnownFilm.of(film, self.source.today))
        for entry in self.source.entries:
            film_id = self._id(entry.id)
            is_seen = entry.status is Status.WATCHED or bool(entry.viewings or entry.undated_viewings or entry.rating)
            self.known.add(film_id, KnownFilm((entry.title,), None, entry.ids, is_to_come=not is_seen))
        for film in self.source.came_along.films:
            self.known.add(self._id(film.id), KnownFilm.of(film, self.source.today))

    def change(self, user_films: Mapping[str, UserFilm]) -> Change:
        """Return what the import changes: entries, the user's own films, and films that came with exports of ours."""
        known, whole = self.source.catalogue, self.source.came_along
        films = tuple(one for film in whole.films if (one := film_news(film, known.films.get(film.id))))
        people = tuple(one for one in whole.people if known.people.get(one.name) != one)
        return Change(
            self._changes(), tuple(user_films.values()), whole_films=whole._replace(films=films, people=people)
        )

    def _changes(self) -> tuple[EntryChange, ...]:
        pairs = ((self.before.get(key), self._settled(key, entry)) for key, entry in self.after.items())
        return tuple(EntryChange(before, after) for before, after in pairs if before != after)

    def own_changes(self) -> dict[str, UserFilm]:
        """Return what changes in the user's own file, by film id."""
        return {film_id: change for film_id, words in self.words.items() if (change := words.change())}

    def changed(self, films: Iterable[str], said: Container[str]) -> Iterator[Entry]:
        """Yield the earlier entries that change, or whose films change (`said` has the ids of these)."""
        for film_id in films:
            before, after = self.before.get(film_id), self._settled(film_id, self.after[film_id])
            if before is not None and (film_id in said or after != before):
                yield after

    def missing(self) -> Iterator[Missing]:
        """Find the films that an imported list had last time and no longer has; drop them if the user asked for that.

        Films that an unclear row may be are not missing, and a list with unreadable rows is skipped.
        """
        unsure = {film_id for one in self.unclear for film_id in one.candidates}
        unread = {one.title for one in self.source.lists if one.bad}
        for name, ids in self.lists.gone():
            if name in unread:
                continue
            gone = [film_id for film_id in ids if film_id not in unsure]
            unknown = [film_id for film_id in gone if self._entry(film_id) is None]
            self.before |= {entry.id: entry for entry in self.source.find_entries(unknown)} if unknown else {}
            entries = [entry for film_id in gone if (entry := self._entry(film_id))]
            waiting = tuple(entry for entry in entries if entry.status is Status.WANTED)
            if waiting:
                yield Missing(name, waiting)
            if self.source.drop_missing:
                self.left |= {entry.id for entry in waiting} - self.after.keys()
                self.after |= {entry.id: entry.planned(Status.DROPPED) for entry in waiting}

    def import_entry(self, entry: Entry) -> None:
        """Import an entry of our own format: all of it if it is new, else only what is missing here."""
        film_id = self._id_of(entry)
        known = self._entry(film_id)
        self.after[film_id] = entry._replace(id=film_id) if known is None else filled_from_entry(known, entry)

    def import_rows(self, rows: list[_RowOfList], progress: Callable[[int], None]) -> None:
        """Import rows; unclear ones are tried again, since other rows may have made clear which film they are."""
        waiting = []
        for one in rows:
            if not self.import_row(*one):
                waiting.append(one)
            progress(1)
        while waiting:
            self.unclear.clear()
            self.bad.clear()
            still = [one for one in waiting if not self.import_row(*one)]
            if len(still) == len(waiting):
                return
            waiting = still

    def import_row(self, row: ImportedRow, export: Export, name: str, place: int) -> bool:
        """Import a row; return False, and note the row, if it is not clear which film it is."""
        film_id = self._find(row)
        if film_id is None:
            return False
        row = row if row.title else row._replace(title=self._title_of(film_id))
        is_new = not film_id
        film_id = film_id or free_id(row.title, self._is_taken, row.year)
        words = self._words(film_id, row, is_new=is_new).with_row(row, export)
        self.words[film_id] = words
        self.after[film_id] = self._rated(row, film_id, self._entry_after(row, film_id, words))
        this_year = self.source.today.year
        is_to_come = not (row.watched or words.known.year) or bool(words.known.year and words.known.year >= this_year)
        self.known.add(film_id, KnownFilm((row.title,), row.year, row.ids, is_to_come=is_to_come))
        if row.is_wanted:
            self.wanted.add(film_id)
            self.lists.note(name, film_id, export.day)
        if row.watched:
            self.watched.add(film_id)
        if row.diary:
            self.viewings.setdefault(film_id, {}).setdefault(place, []).extend(row.diary)
        return True

    def _find(self, row: ImportedRow) -> str | None:
        """Return the id of a row's film, "" for a new film; None if that is not clear."""
        this_year = self.source.today.year
        found = self.known.find(row, this_year)
        named = [one for one in self.known.with_ids(row.ids) if self._entry(one)]
        self.same |= dict.fromkeys(named if len(named) > 1 else ())
        if len(found) > 1 or (found and self.known.is_doubtful(row, found[0], this_year)):
            key = (row.file, row.line)
            if key not in self.source.decisions:
                self.unclear.append(Unclear(row, tuple(found)))
                return None
            return self.source.decisions[key] or ""
        if not found and not row.title:
            self.bad.append(BadRow(row.line, f"has no title, and no film has the id {_ids_words(row)}", row.file))
            return None
        return found[0] if found else ""

    def _id(self, film_id: str) -> str:
        """Return the id that a film has here."""
        film = self.source.catalogue.films.get(film_id)
        return film.id if film else film_id

    def _id_of(self, entry: Entry) -> str:
        """Return the id that an entry's film has on the list here, found also by ids on other sites."""
        film_id = self._id(entry.id)
        if film_id in self.before:
            return film_id
        film = self.along.get(entry.id)
        known = self.known.with_ids((*entry.ids, *(film.ids if film else ())))
        return next((one for one in known if one in self.before), film_id)

    def _title_of(self, film_id: str) -> str:
        film, entry = self.source.catalogue.films.get(film_id), self._entry(film_id)
        return film.title if film else entry.title if entry else film_id

    def _settled(self, film_id: str, entry: Entry) -> Entry:
        """Return an entry after all rows; a film that was watched and is on a watchlist is wanted again."""
        known = self.before.get(film_id)
        for viewings in self.viewings.get(film_id, {}).values():
            entry = entry._replace(diary=joined(entry.diary, noteworthy(viewings)))
        if film_id in self.wanted & self.watched and (known is None or known.status in (Status.WANTED, Status.KEPT)):
            return entry.planned(Status.WANTED)
        return entry._replace(status=Status.WANTED) if self._wants(entry) else entry

    def _wants(self, entry: Entry) -> bool:
        return self.source.wants_kept and entry.status is Status.KEPT

    def _rated(self, row: ImportedRow, film_id: str, entry: Entry) -> Entry:
        """Return an entry with the newest rating in the import; one that the user had before is kept."""
        known = self.before.get(film_id)
        if row.rating is None or (known and known.rating is not None):
            return entry
        if film_id in self.rated and (row.rated or date.min) < self.rated[film_id]:
            return entry
        self.rated[film_id] = row.rated or date.min
        return entry._replace(rating=row.rating)

    def _entry(self, film_id: str) -> Entry | None:
        return self.after.get(film_id) or self.before.get(film_id)

    def _is_taken(self, film_id: str) -> bool:
        return film_id in self.known.films or film_id in self.before or self.source.has_film(film_id)

    def _words(self, film_id: str, row: ImportedRow, *, is_new: bool) -> UserFilmUpdate:
        """Return the update of a film so far."""
        if film_id in self.words:
            return self.words[film_id]
        if is_new:
            return UserFilmUpdate.of_new(film_id, row)
        entry = self._entry(film_id)
        known = self.source.catalogue.films.get(film_id) or Film(film_id, entry.title if entry else row.title)
        ids = (film_id, known.id, *known.other_ids)
        return UserFilmUpdate.of_known(
            known, next((self.source.user_films[one] for one in ids if one in self.source.user_films), None)
        )

    def _entry_after(self, row: ImportedRow, film_id: str, words: UserFilmUpdate) -> Entry:
        known = self._entry(film_id)
        ids = words.known.ids
        before = known or Entry(film_id, words.title, added=row.added or self.source.today, ids=ids)
        return filled_from_row(before, row, words.title, is_new=known is None)


def _ids_words(row: ImportedRow) -> str:
    return ", ".join(f"{key.site} {key.id}" for key in row.ids)
