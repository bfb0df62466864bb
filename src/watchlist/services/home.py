"""The home page: what is next, what came out and moved since the last look, and how the list stands."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.countdown import State
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.services.moved import Moved, movements
from watchlist.services.preferences import ANYTHING, Preferences, ReleaseFilter
from watchlist.services.upcoming import UpcomingFilm, row_order, upcoming_film

RECENT_DAYS = 60
"""How far back the page looks, where nobody has looked at it before."""

_TOLD = ("slip", "moved-up", "undated", "cancelled", "precision")


class Home(NamedTuple):
    """What a person wants to know before they ask."""

    coming: tuple[UpcomingFilm, ...]
    """Wanted films with a date to come, the soonest first."""
    out: tuple[UpcomingFilm, ...]
    """Wanted films that came out after `since`, the newest first."""
    moved: tuple[Moved, ...]
    """The last change of the date of each wanted film from `since` on, the newest first."""
    overdue: tuple[UpcomingFilm, ...]
    """Wanted films whose date has passed without a word."""
    undated: int
    """How many wanted films have no date."""
    by_status: Mapping[Status, int]
    since: date
    today: date


def home(
    films: Mapping[str, Film],
    wanted: Iterable[Entry],
    by_status: Mapping[Status, int],
    *,
    since: date,
    today: date,
    preferences: Preferences = ANYTHING,
) -> Home:
    """Look at the wanted entries and their films as they stand on a day; `since` is the day of the last look."""
    known = [(entry, film) for entry in wanted if (film := films.get(entry.id))]
    rows = [
        upcoming_film(film, entry, today=today, release_filter=ReleaseFilter(), preferences=preferences)
        for entry, film in known
    ]
    moves = movements((film for _, film in known), today=today, since=since).moved
    return Home(
        coming=tuple(sorted((row for row in rows if row.state in (State.DATED, State.DUE)), key=row_order)),
        out=tuple(sorted((row for row in rows if _came_out(row, since, today)), key=_days_ago)),
        moved=tuple({one.film.id: one for one in reversed(moves) if one.move.kind in _TOLD}.values())[::-1],
        overdue=tuple(sorted((row for row in rows if row.state is State.OVERDUE), key=row_order)),
        undated=sum(row.state is State.UNDATED for row in rows),
        by_status=by_status,
        since=since,
        today=today,
    )


def _came_out(row: UpcomingFilm, since: date, today: date) -> bool:
    return row.state is State.OUT and _days_ago(row) <= (today - since).days


def _days_ago(row: UpcomingFilm) -> int:
    """Count the days since a release; more than anybody looks back where its day is not known."""
    latest = row.shown.countdown.days_latest if row.shown else None
    return date.max.toordinal() if latest is None else max(0, -latest)
