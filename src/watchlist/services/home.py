"""The home page: what is next on the list, what has just come out, and how the list stands."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.countdown import State
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.services.preferences import Preferences
from watchlist.services.upcoming import Row, Upcoming, row_of, upcoming

_NEXT = 5
_RECENT_DAYS = 60


class Home(NamedTuple):
    """What a person wants to know before they ask."""

    next: Upcoming
    out: tuple[Row, ...]
    """Wanted films that came out in the last sixty days, the newest first."""
    counts: Mapping[Status, int]
    more: int
    """How many more wanted films are still to come."""


def home(films: Mapping[str, Film], entries: Iterable[Entry], *, today: date) -> Home:
    """Look at the list as it stands on a day."""
    kept = tuple(entries)
    coming = upcoming(films, kept, today=today, preferences=Preferences())
    rows = (
        row_of(film, entry, today=today, preferences=Preferences())
        for entry in kept
        if entry.status is Status.WANTED and (film := films.get(entry.id))
    )
    out = sorted((row for row in rows if _came_out_lately(row)), key=_days_ago)
    counts = {status: sum(entry.status is status for entry in kept) for status in Status}
    shown = Upcoming(coming.rows[:_NEXT], today, whole=False, empty_list=coming.empty_list)
    return Home(shown, tuple(out), counts, max(0, len(coming.rows) - _NEXT))


def _came_out_lately(row: Row) -> bool:
    return row.state is State.OUT and _days_ago(row) <= _RECENT_DAYS


def _days_ago(row: Row) -> int:
    latest = row.counts.countdown.days_latest if row.counts else None
    return _RECENT_DAYS + 1 if latest is None else max(0, -latest)
