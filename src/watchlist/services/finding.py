"""What a search found: each film with what in it fits, and the release that counts."""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import NamedTuple

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.entry import Entry
from watchlist.domain.names import fold
from watchlist.services.filters import Filter
from watchlist.services.list import EVERYTHING
from watchlist.services.preferences import ANYTHING, Preferences, ReleaseFilter
from watchlist.services.search import How, Match
from watchlist.services.upcoming import UpcomingFilm, upcoming_film


class Hit(NamedTuple):
    """A film that fits, and its next release."""

    match: Match
    row: UpcomingFilm
    listed: bool


class Findings(NamedTuple):
    """The films that fit a query, the best first, as seen on a day."""

    query: str
    hits: tuple[Hit, ...]
    today: date


def findings(
    query: str,
    matches: Iterable[Match],
    entries: Iterable[Entry],
    catalogue: Catalogue,
    *,
    today: date,
    preferences: Preferences = ANYTHING,
    only: Filter = EVERYTHING,
    limit: int | None = None,
) -> Findings:
    """Put what a search found beside the next release of each, as far as the filter admits them."""
    listed = {entry.id: entry for entry in entries}
    hits = (
        Hit(
            match,
            upcoming_film(match.film, None, today=today, release_filter=ReleaseFilter(), preferences=preferences),
            match.film.id in listed,
        )
        for match in matches
        if only.admits(match.film, listed.get(match.film.id), catalogue)
    )
    return Findings(query, tuple(islice(hits, limit)), today)


def browse(catalogue: Catalogue) -> tuple[Match, ...]:
    """Give all films of a catalogue as if they had been searched for, the newest first."""
    films = sorted(catalogue.films.values(), key=lambda film: (-(film.year or 9999), fold(film.title)))
    return tuple(Match(film, How.TITLE, film.title) for film in films)
