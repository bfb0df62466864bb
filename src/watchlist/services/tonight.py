"""Picking a film for tonight: a wanted one that is out, and not the one picked last time."""

from collections.abc import Iterable, Iterator
from datetime import date
from random import Random
from typing import NamedTuple

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.countdown import ReleaseToday, State, in_order_of_interest, releases_today
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.services.filters import Filter
from watchlist.services.preferences import Lacking, Preferences, ReleaseChoice, ReleaseFilter, preferred


class Tonight(NamedTuple):
    """The film that was picked, the release by which it is out, and how many films fit (`of`).

    `release` is None for an old film without a known release.
    """

    film: Film
    entry: Entry
    release: ReleaseToday | None
    of: int
    today: date
    lacking: Lacking | None = None
    """The part of the user's request that has no date, if the film came out elsewhere long ago; else None."""


def tonight(
    catalogue: Catalogue,
    wanted: Iterable[Entry],
    *,
    only: Filter,
    today: date,
    preferences: Preferences,
    seed: str,
    last: str | None,
) -> Tonight | None:
    """Pick one of the wanted films that are out and that the filter admits; None if there is none.

    The same `seed` picks the same film. The `last` one, by id, is picked again only if no other fits.
    """
    known = ((catalogue.films.get(entry.id), entry) for entry in wanted)
    fitting = [
        one
        for film, entry in known
        if film and only.admits(film, entry, catalogue)
        for one in _out(film, entry, only.service, today, preferences)
    ]
    fresh = [one for one in fitting if one.entry.id != last] or fitting
    return Random(seed).choice(fresh)._replace(of=len(fitting)) if fresh else None  # noqa: S311  a film, not a key


def _out(film: Film, entry: Entry, service: str | None, today: date, preferences: Preferences) -> Iterator[Tonight]:
    """Yield a film if it can be watched: by the release asked for or waited for, else by any for this user."""
    releases = in_order_of_interest(releases_today(film, today))
    asked = ReleaseFilter((), (), (service,)) if service else ReleaseFilter.of(entry.want) if entry.want else None
    admitted = tuple(one for one in releases if asked and asked.admit(one.release.key))
    choice = ReleaseChoice(admitted) if asked else preferred(releases, preferences)
    out = next((one for one in choice.for_user if one.countdown.state is State.OUT), None)
    is_old = not film.claims and film.year is not None and film.year < today.year
    if out is not None or (is_old and not asked):
        yield Tonight(film, entry, out, 0, today, choice.lacking)
