"""The user's list: each entry with its film and the release that counts for it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.entry import Entry, Sort
from watchlist.domain.names import fold
from watchlist.services.filters import EVERYTHING, Filter
from watchlist.services.preferences import ANYTHING, Preferences, ReleaseFilter
from watchlist.services.upcoming import UpcomingFilm, by_release, upcoming_film


class ListedFilm(NamedTuple):
    """An entry and its film; `upcoming` is None if the catalogue does not have the film."""

    entry: Entry
    upcoming: UpcomingFilm | None


class Listing(NamedTuple):
    """The entries of a list as seen on a day; `is_filtered` if some may have been left out."""

    films: tuple[ListedFilm, ...]
    today: date
    is_filtered: bool = False


def listing(
    catalogue: Catalogue,
    entries: Iterable[Entry],
    *,
    today: date,
    preferences: Preferences = ANYTHING,
    only: Filter = EVERYTHING,
    sort: Sort = Sort.LIST,
    reverse: bool = False,
    limit: int | None = None,
) -> Listing:
    """Find the film of each entry that the filter admits, sort the entries, and keep the first `limit`."""

    def known(entry: Entry) -> UpcomingFilm | None:
        film = catalogue.films.get(entry.id)
        if film is None:
            return None
        return upcoming_film(film, entry, today=today, release_filter=ReleaseFilter(), preferences=preferences)

    is_filtered = only != EVERYTHING
    kept = entries
    if is_filtered:
        kept = (entry for entry in entries if only.admits(catalogue.films.get(entry.id), entry, catalogue))
    films = sorted((ListedFilm(entry, known(entry)) for entry in kept), key=_KEYS[sort])
    return Listing(tuple(films[::-1] if reverse else films)[:limit], today, is_filtered=is_filtered)


def _newest(day: date | None) -> int:
    return -day.toordinal() if day else 0


_KEYS: Mapping[Sort, Callable[[ListedFilm], tuple[object, ...]]] = {
    Sort.LIST: lambda _: (),
    Sort.TITLE: lambda one: (fold(one.upcoming.film.title if one.upcoming else one.entry.title),),
    Sort.YEAR: lambda one: (-(one.upcoming.film.year or 0) if one.upcoming else 0,),
    Sort.ADDED: lambda one: (_newest(one.entry.added),),
    Sort.RATING: lambda one: (-(one.entry.rating or 0),),
    Sort.WATCHED: lambda one: (_newest(max(one.entry.viewings, default=None)),),
    Sort.RELEASE: lambda one: (0, *by_release(one.upcoming)) if one.upcoming else (1,),
}
"""What each order compares; a film without the property comes last."""
