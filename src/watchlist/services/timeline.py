"""The coming year: the films with a release in it, and how many come later."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.services.preferences import ANYTHING, Preferences, ReleaseFilter
from watchlist.services.upcoming import Upcoming, UpcomingFilm, upcoming

DAYS = 365
"""How many days ahead the timeline reaches."""


class Timeline(NamedTuple):
    """What comes out in the coming year, and the number of films that come later."""

    coming: Upcoming
    later: int


def timeline(
    films: Mapping[str, Film],
    entries: Iterable[Entry],
    *,
    today: date,
    release_filter: ReleaseFilter,
    preferences: Preferences = ANYTHING,
    all_films: bool = False,
) -> Timeline:
    """Find the films with a release in the coming year; with `all_films` among all films, not only the wanted ones."""
    wanted, until = tuple(entries), today + timedelta(days=DAYS)

    def find(end: date | None) -> Upcoming:
        return upcoming(
            films,
            wanted,
            today=today,
            release_filter=release_filter,
            preferences=preferences,
            all_films=all_films,
            until=end,
        )

    return Timeline(find(until), sum(_is_after(film, until) for film in find(None).films))


def _is_after(film: UpcomingFilm, day: date) -> bool:
    span = film.shown.release.span if film.shown else None
    return span is not None and span.earliest is not None and span.earliest > day
