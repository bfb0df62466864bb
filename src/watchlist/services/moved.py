"""What moved: every change of the release dates of many films."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.countdown import releases_today
from watchlist.domain.entry import Want
from watchlist.domain.film import Film
from watchlist.domain.moves import Move
from watchlist.domain.release import Release, releases_on
from watchlist.services.preferences import ANYTHING, NO_WANTS, Lacking, Preferences, chosen, is_own


class Moved(NamedTuple):
    """A change of the date of one release of a film."""

    film: Film
    release: Release
    move: Move
    lacking: Lacking | None = None
    """What the user asked for that has no date yet, where this is another release in its stead."""


class Movements(NamedTuple):
    """Changes, the newest first, as known on a day; those from `since` on, or all where that is None."""

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
    """List the changes of the dates of films; a first date is not a change.

    Of the releases of a film, those count that the user waits for (`wants`, by film) or can watch, if there are any.

    A change that was made on some day of an interval counts as made since then only if all of the interval has
    come since: its last day is no news.
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
    """Return the releases of a film that count for the user; all of them where they have asked for none."""
    if want is None and not any(preferences):
        for release in releases_on(film.claims, today):
            yield release, None
        return
    releases = releases_today(film, today)
    choice = chosen(releases, want, preferences)
    for one in releases:
        if is_own(one.release.key, want, preferences):
            yield one.release, None
        elif one in choice.releases:
            yield one.release, choice.lacking
