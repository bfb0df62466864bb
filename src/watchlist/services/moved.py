"""What moved: every change of the release dates of many films."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from watchlist.domain.film import Film
from watchlist.domain.moves import Move
from watchlist.domain.release import Release, releases_on


class Moved(NamedTuple):
    """A change of the date of one release of a film."""

    film: Film
    release: Release
    move: Move


class Movements(NamedTuple):
    """Changes, the newest first, as known on a day; those from `since` on, or all where that is None."""

    moved: tuple[Moved, ...]
    since: date | None
    today: date


def movements(films: Iterable[Film], *, today: date, since: date | None = None) -> Movements:
    """List the changes of the dates of films; a first date is not a change.

    A change that was made on some day of an interval counts as made since then only if all of the interval has
    come since: its last day is no news.
    """
    found = [
        Moved(film, release, move)
        for film in films
        for release in releases_on(film.claims, today)
        for place, move in enumerate(release.moves)
        if place > 0 and (since is None or move.claim.newness >= since)
    ]
    newest_first = sorted(found, key=lambda one: (one.move.claim.newness, one.film.title), reverse=True)
    return Movements(tuple(newest_first), since, today)
