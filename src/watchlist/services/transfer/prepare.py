"""Looking up what an import may be about: films, what the user's own files say about them, and entries."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, Protocol

from watchlist.domain.catalogue import Catalogue, FilmsById
from watchlist.domain.change import WholeFilms
from watchlist.domain.entry import Entry
from watchlist.domain.film import OWN, ExternalId, Film
from watchlist.domain.last_export import LastExport
from watchlist.domain.names import fold, slug
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.plan import ImportSource
from watchlist.services.transfer.row import ImportedRow


class Films(Protocol):
    """Where films are looked up, many at once."""

    def films(self, ids: Iterable[str], /) -> Catalogue:
        """Return at least the films with any of these ids."""

    def named(self, titles: Iterable[str], ids: Iterable[ExternalId], /) -> Catalogue:
        """Return at least the films with any of these folded titles, or ids on other sites."""

    def user_films(self, ids: Iterable[str], /) -> Mapping[str, Film]:
        """Return the films with these ids as in the user's own files, by the ids there."""


class EntryLookup(Protocol):
    """Where entries are looked up, many at once."""

    def about(self, titles: Iterable[str], keys: Iterable[ExternalId], /) -> tuple[Entry, ...]:
        """Return the entries with any of these folded titles, or ids here or on other sites."""


class Lookups(NamedTuple):
    """Where an import looks things up."""

    films: Films
    listed: EntryLookup


def rows_of(lists: Iterable[ImportedList]) -> list[ImportedRow]:
    """Return the rows of all lists."""
    return [row for one in lists for row in one.rows]


def prepare(
    lists: tuple[ImportedList, ...],
    lookups: Lookups,
    *,
    came_along: WholeFilms,
    today: date,
    last: Mapping[str, LastExport] = MappingProxyType({}),
) -> ImportSource:
    """Look up the films and entries that the lists may be about; `last` are the latest exports of lists.

    `came_along` are the films and people in exports of ours.
    """
    rows, user_films = rows_of(lists), came_along.films
    titles = {fold(title) for row in rows for title in (row.title, row.original_title) if title}
    listed = [entry for one in lists for entry in one.entries]
    known_ids = (*(row.ids for row in rows), *(film.ids for film in user_films), *(entry.ids for entry in listed))
    keys = {key for ids in known_ids for key in ids}
    entries = lookups.listed.about(titles, keys)
    ids = {
        *(film.id for film in user_films),
        *(entry.id for entry in entries),
        *(entry.id for entry in listed),
        *(slug(row.title, row.year) for row in rows if row.title),
    }
    known, named = lookups.films.films(ids), lookups.films.named(titles, keys)
    films = FilmsById({**known.films, **named.films}.values())

    def has_film(film_id: str) -> bool:
        if film_id in ids:
            return film_id in films
        is_listed = lookups.listed.about((), [ExternalId(OWN, film_id)])
        return bool(is_listed) or film_id in lookups.films.films([film_id]).films

    every = {one for film in films.values() for one in (film.id, *film.other_ids)} | ids
    return ImportSource(
        lists,
        Catalogue(films, known.people),
        lookups.films.user_films(every),
        lookups.listed.about(titles, {*keys, *(ExternalId(OWN, one) for one in every)}),
        today,
        came_along,
        has_film=has_film,
        find_entries=lambda wanted: lookups.listed.about((), [ExternalId(OWN, one) for one in wanted]),
        last=last,
    )
