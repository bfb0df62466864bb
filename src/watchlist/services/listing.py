"""The user's list: each entry with its film and the release that counts for it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.services.preferences import Preferences
from watchlist.services.upcoming import Row, row_of


class Listed(NamedTuple):
    """An entry and its film; `row` is None where the catalogue does not know the film."""

    entry: Entry
    row: Row | None


class Listing(NamedTuple):
    """The entries in the order of the list, as seen on a day."""

    entries: tuple[Listed, ...]
    today: date


def listing(films: Mapping[str, Film], entries: Iterable[Entry], *, today: date) -> Listing:
    """Put each entry beside its film."""
    return Listing(
        tuple(
            Listed(entry, row_of(film, entry, today=today, preferences=Preferences()) if film else None)
            for entry in entries
            for film in (films.get(entry.id),)
        ),
        today,
    )
