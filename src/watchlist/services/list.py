"""The user's list: each entry with its film and the release that counts for it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.entry import Entry, Sort
from watchlist.services.filters import EVERYTHING, Filter, sort_key
from watchlist.services.preferences import ANYTHING, Preferences, ReleaseFilter
from watchlist.services.upcoming import UpcomingFilm, upcoming_film


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

    kept = (entry for entry in entries if only.admits(catalogue.films.get(entry.id), entry, catalogue))
    key = sort_key(sort)
    films = sorted((ListedFilm(entry, known(entry)) for entry in kept), key=lambda one: key(one.entry, one.upcoming))
    return Listing(tuple(films[::-1] if reverse else films)[:limit], today, is_filtered=only != EVERYTHING)
