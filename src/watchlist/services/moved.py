"""Changes of release dates, across many films."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.countdown import releases_today
from watchlist.domain.entry import Want
from watchlist.domain.film import Film
from watchlist.domain.moves import Move
from watchlist.domain.release import Release, releases_on
from watchlist.services.preferences import ANYTHING, NO_WANTS, Lacking, Preferences, chosen, is_for_user


class Moved(NamedTuple):
    """A change of the date of one release of a film."""

    film: Film
    release: Release
    move: Move
    lacking: Lacking | None = None
    """The part of the user's request that has no date yet, if this release is shown instead; else None."""


class Movements(NamedTuple):
    """Changes as known on a day, the newest first: those from `since` on, or all if that is None."""

    moved: tuple[Moved, ...]
    since: date | None
    today: date


def movements(
    films: Iterable[Film],
    *,
    today: date,
    since: date | None = None,
    preferences: Preferences = ANYTHING,
    wants: Mapping[str, Want | None] = NO_WANTS,
) -> Movements:
    """List the date changes of films; a first date is not a change.

    Only releases that the user waits for (`wants`, by film id) or can watch count, if a film has any.

    If it is only known that a change was made in some interval of days, the whole interval must be after `since`:
    otherwise the change may be old news.
    """
    found = [
        Moved(film, release, move, lacking)
        for film in films
        for release, lacking in _counting(film, today, wants.get(film.id), preferences)
        for place, move in enumerate(release.moves)
        if place > 0 and (since is None or move.claim.newness >= since)
    ]
    newest_first = sorted(found, key=lambda one: (one.move.claim.newness, one.film.title), reverse=True)
    return Movements(tuple(newest_first), since, today)


def _counting(
    film: Film, today: date, want: Want | None, preferences: Preferences
) -> Iterator[tuple[Release, Lacking | None]]:
    """Yield the releases of a film that count for the user; all of them if there is no wish and no preference."""
    if want is None and not any(preferences):
        for release in releases_on(film.claims, today):
            yield release, None
        return
    releases = releases_today(film, today)
    choice = chosen(releases, want, preferences)
    for one in releases:
        if is_for_user(one.release.key, want, preferences):
            yield one.release, None
        elif one in choice.releases:
            yield one.release, choice.lacking
