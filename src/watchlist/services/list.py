"""The user's list: each entry with its film and the release that counts for it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.entry import Entry
from watchlist.domain.sort import Sort
from watchlist.services.filters import Filter, sort_key
from watchlist.services.preferences import ANYTHING, Preferences, ReleaseFilter
from watchlist.services.upcoming import UpcomingFilm, upcoming_film


class Listed(NamedTuple):
    """An entry and its film; `row` is None where the catalogue does not know the film."""

    entry: Entry
    row: UpcomingFilm | None


class Listing(NamedTuple):
    """Entries as seen on a day; `is_filtered` where some may have been left out."""

    entries: tuple[Listed, ...]
    today: date
    is_filtered: bool = False


EVERYTHING = Filter()


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
    """Put each entry that is asked for beside its film, in an order, and keep the first ones."""
    films = catalogue.films
    rows = [
        Listed(
            entry,
            upcoming_film(film, entry, today=today, release_filter=ReleaseFilter(), preferences=preferences)
            if film
            else None,
        )
        for entry in entries
        for film in (films.get(entry.id),)
        if only.admits(film, entry, catalogue)
    ]
    key = sort_key(sort)
    rows.sort(key=lambda one: key(one.entry, one.row))
    return Listing(tuple(rows[::-1] if reverse else rows)[:limit], today, is_filtered=only != EVERYTHING)
