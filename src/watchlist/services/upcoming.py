"""What comes out next: one row a film, by the release that counts for it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.countdown import State
from watchlist.domain.dates import Span
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.domain.release import release_order
from watchlist.services.preferences import Counted, Preferences, counted, in_order_of_interest


class Row(NamedTuple):
    """A film with the release that counts for it, and what else is still to come.

    `counts` is None where nothing is known about any release of it yet.
    """

    film: Film
    counts: Counted | None
    others: tuple[Counted, ...] = ()
    listed: bool = False

    @property
    def state(self) -> State:
        """Where the film stands."""
        return self.counts.countdown.state if self.counts else State.UNDATED


class Upcoming(NamedTuple):
    """What comes out next as seen on a day; `whole` where the whole catalogue was asked for."""

    rows: tuple[Row, ...]
    today: date
    whole: bool
    empty_list: bool = False
    """True where there is nothing to see because the list has no film to wait for."""


def upcoming(
    films: Mapping[str, Film],
    entries: Iterable[Entry],
    *,
    today: date,
    preferences: Preferences,
    whole: bool = False,
    until: date | None = None,
) -> Upcoming:
    """Find the films whose release is still to come.

    `whole` looks at every film, not only those on the list that are wanted. `until` keeps
    those with a release that can fall between `today` and that day, both included.
    """
    wanted = {entry.id: entry for entry in entries if entry.status is Status.WANTED}
    looked_at = films.values() if whole else [film for key in wanted if (film := films.get(key))]
    window = Span(today, until) if until else None
    rows = (
        row_of(film, wanted.get(film.id), today=today, preferences=preferences, window=window) for film in looked_at
    )
    kept = [row for row in rows if _is_to_come(row, window, preferences)]
    return Upcoming(tuple(sorted(kept, key=row_order)), today, whole, empty_list=not wanted)


def row_of(
    film: Film,
    entry: Entry | None,
    *,
    today: date,
    preferences: Preferences,
    window: Span | None = None,
) -> Row:
    """Find the release that counts for a film; the entry's own wish goes before the preferences."""
    if entry and entry.want and not preferences:
        preferences = Preferences.of(entry.want)
    admitted = [one for one in counted(film, today) if preferences.admit(one.release.key)]
    if window:
        admitted = [one for one in admitted if _falls_in(one, window)]
    releases = in_order_of_interest(tuple(admitted))
    others = tuple(one for one in releases[1:] if one.countdown.state in (State.DATED, State.DUE))
    return Row(film, releases[0] if releases else None, others, listed=entry is not None)


def row_order(row: Row) -> tuple[object, ...]:
    """Sort key: what has a date by that date, then overdue, undated and cancelled films; then by title."""
    if row.counts is None:
        return (_LAST[State.UNDATED], (2, ()), fold(row.film.title))
    release = row.counts.release
    return (_LAST.get(row.state, 0), release_order(release.date, release.span), fold(row.film.title))


_LAST = {State.OVERDUE: 1, State.UNDATED: 2, State.CANCELLED: 3}


def _falls_in(one: Counted, window: Span) -> bool:
    span = one.release.span
    return one.countdown.state in (State.DATED, State.DUE) and span is not None and span.overlaps(window)


def _is_to_come(row: Row, window: Span | None, preferences: Preferences) -> bool:
    if row.counts is None:
        return window is None and row.listed and not preferences
    return row.state is not State.OUT
