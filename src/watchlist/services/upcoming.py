"""What comes out next: films in the order of the release that counts for each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from watchlist.domain.countdown import ReleaseToday, State, distinct, in_order_of_interest, releases_today
from watchlist.domain.dates import ANY_DAY, Span
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.domain.release import release_order
from watchlist.services.preferences import ANYTHING, Lacking, Preferences, ReleaseFilter, admitted, chosen

if TYPE_CHECKING:  # a protocol, which nothing needs while the program runs
    from watchlist.services.film_lookup import FilmLookup


class UpcomingFilm(NamedTuple):
    """A film with the release that counts for it, and its other upcoming releases.

    `shown` is None if no release is known yet. `listed` is True if the film is on the user's list.
    """

    film: Film
    shown: ReleaseToday | None
    others: tuple[ReleaseToday, ...] = ()
    listed: bool = False
    lacking: Lacking | None = None
    """The part of the user's request that has no date yet, if `shown` is another release; else None."""

    @property
    def is_out_elsewhere(self) -> bool:
        """True if another release is out, while the one that the user waits for has no date yet."""
        is_out = self.shown is not None and self.shown.countdown.state is State.OUT
        return is_out and self.lacking is not None and self.lacking.is_awaited

    @property
    def state(self) -> State:
        """The state of the release that counts; undated if only another release than the user's is out."""
        if self.is_out_elsewhere:
            return State.UNDATED
        return self.shown.countdown.state if self.shown else State.UNDATED


class Upcoming(NamedTuple):
    """What comes out next as seen on a day; `all_films` if every film in the catalogue was asked about."""

    films: tuple[UpcomingFilm, ...]
    today: date
    all_films: bool
    empty_list: bool = False
    """True if the list has no wanted film."""


def upcoming(
    films: Mapping[str, Film],
    entries: Iterable[Entry],
    *,
    today: date,
    release_filter: ReleaseFilter,
    preferences: Preferences = ANYTHING,
    all_films: bool = False,
    until: date | None = None,
    limit: int | None = None,
) -> Upcoming:
    """Find the films with an upcoming release, in order.

    `all_films` looks at every film, not only at wanted ones. `until` keeps those with a release that may
    fall between `today` and that day, both included. `limit` keeps the first few.
    """
    known = [(films.get(entry.id), entry) for entry in entries if entry.status is Status.WANTED]
    wanted = {film.id: entry for film, entry in reversed(known) if film}
    looked_at = films.values() if all_films else [films[key] for key in reversed(wanted)]
    window = Span(today, until) if until else None
    found = (
        upcoming_film(
            film,
            wanted.get(film.id),
            today=today,
            release_filter=release_filter,
            preferences=preferences,
            window=window,
        )
        for film in looked_at
    )
    kept = sorted((one for one in found if _is_to_come(one, window, release_filter, today)), key=by_release)
    return Upcoming(tuple(kept[:limit]), today, all_films, empty_list=not known)


def upcoming_film(
    film: Film,
    entry: Entry | None,
    *,
    today: date,
    release_filter: ReleaseFilter,
    preferences: Preferences = ANYTHING,
    window: Span | None = None,
) -> UpcomingFilm:
    """Find the release that counts for a film, and its other upcoming ones.

    A filter leaves other releases out, unless a film of the list has no date in the regions asked for. Without a
    filter, the releases that the entry waits for count, or else those that the user can watch; while none of them has
    a date, others count. Among these, the soonest counts.
    """
    releases = in_order_of_interest(releases_today(film, today))
    want = entry.want if entry else None
    asked = admitted(releases, release_filter, is_listed=entry is not None)
    choice = asked if release_filter else chosen(releases, want, preferences)
    first = next((one for one in distinct(choice.releases) if not window or _falls_in(one, window)), None)
    rest = distinct(choice.releases if want else asked.releases)
    others = tuple(one for one in rest if one is not first and _falls_in(one, window or ANY_DAY))
    return UpcomingFilm(film, first, others, listed=entry is not None, lacking=choice.lacking if first else None)


_HORIZONS = (30, 120, 400, 1500)
"""How many days ahead to look for the first few of all films, before every film is looked at."""


def first_of_all(
    films: "FilmLookup",
    entries_of: Callable[[Iterable[str]], Sequence[Entry]],
    *,
    today: date,
    release_filter: ReleaseFilter,
    preferences: Preferences,
    until: date | None,
    limit: int | None,
) -> Upcoming:
    """Find the upcoming films among all; with `limit`, usually without looking at every film.

    `entries_of` returns the entries of films, by film ids.
    """
    horizons = [today + timedelta(days=days) for days in _HORIZONS] if limit and until is None else []
    for horizon in (*horizons, until):
        known = films.to_come(preferences.awaited_since(today), horizon).films
        result = upcoming(
            known,
            entries_of(known),
            today=today,
            release_filter=release_filter,
            preferences=preferences,
            all_films=True,
            until=until,
            limit=limit,
        )
        if horizon is until or (limit and sum(_is_by(film, horizon) for film in result.films) == limit):
            break
    return result


def _is_by(film: UpcomingFilm, horizon: date | None) -> bool:
    """Return whether a release comes out by a day: then no later film can be sorted before it."""
    span = film.shown.release.span if film.shown else None
    return bool(horizon and span and span.latest and span.latest <= horizon)


_LONGEST_SPAN = 184
"""Days, about half a year: a vaguer date only means "someday"."""


def is_near(span: Span) -> bool:
    """Return whether a date is no vaguer than half a year."""
    return span.latest is not None and (span.latest - (span.earliest or span.latest)).days <= _LONGEST_SPAN


def by_release(one: UpcomingFilm) -> tuple[object, ...]:
    """Return a film's sort key: dated films by date, then overdue, undated and cancelled ones; then by title."""
    if one.shown is None:
        return (_LAST[State.UNDATED], (2, ()), fold(one.film.title))
    release = one.shown.release
    return (_LAST.get(one.state, 0), release_order(release.date, release.span), fold(one.film.title))


_LAST = {State.OVERDUE: 1, State.UNDATED: 2, State.CANCELLED: 3}


def _falls_in(one: ReleaseToday, window: Span) -> bool:
    span = one.release.span
    return one.countdown.state in (State.DATED, State.DUE) and span is not None and span.overlaps(window)


def _is_to_come(one: UpcomingFilm, window: Span | None, release_filter: ReleaseFilter, today: date) -> bool:
    if one.is_out_elsewhere:
        return window is None and one.listed
    if one.shown is None:
        is_old = one.film.year is not None and one.film.year < today.year
        return window is None and one.listed and not release_filter and not is_old
    return one.state is not State.OUT
