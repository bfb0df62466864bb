"""The home page: what is next, what came out or moved since the last look, and the list in numbers."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.countdown import State
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.domain.moves import MoveKind
from watchlist.services.moved import Moved, movements
from watchlist.services.preferences import ANYTHING, Preferences, ReleaseFilter
from watchlist.services.upcoming import UpcomingFilm, by_release, is_near, upcoming_film

RECENT_DAYS = 60
"""How far back the page looks the first time it is shown."""

_TOLD = (MoveKind.SLIP, MoveKind.MOVED_UP, MoveKind.UNDATED, MoveKind.CANCELLED, MoveKind.PRECISION)
"""The changes that the page lists; its other parts show first dates and releases."""


class Home(NamedTuple):
    """The contents of the home page."""

    coming: tuple[UpcomingFilm, ...]
    """Wanted films with an upcoming date, the soonest first."""
    out: tuple[UpcomingFilm, ...]
    """Wanted films that came out after `since`, the newest first."""
    moved: tuple[Moved, ...]
    """The last date change of each wanted film from `since` on, the newest first."""
    overdue: tuple[UpcomingFilm, ...]
    """Wanted films whose date has passed without a reported release."""
    undated: int
    """How many wanted films have no date."""
    by_status: Mapping[Status, int]
    since: date
    today: date
    elsewhere: tuple[UpcomingFilm, ...] = ()
    """Wanted films that came out after `since`, but not where or how the user watches films, the newest first."""
    vague: int = 0
    """How many wanted films are due at any time in a long period that is only a guess, so that no day is shown."""


def home(
    films: Mapping[str, Film],
    wanted: Iterable[Entry],
    by_status: Mapping[Status, int],
    *,
    since: date,
    today: date,
    preferences: Preferences = ANYTHING,
) -> Home:
    """Sum up the wanted entries and their films on a day; `since` is the day of the last look."""
    known = [(entry, film) for entry in wanted if (film := films.get(entry.id))]
    upcoming = [
        upcoming_film(film, entry, today=today, release_filter=ReleaseFilter(), preferences=preferences)
        for entry, film in known
    ]
    coming = [one for one in upcoming if one.state in (State.DATED, State.DUE)]
    moves = movements(
        (film for _, film in known),
        today=today,
        since=since,
        preferences=preferences,
        wants={film.id: entry.want for entry, film in known},
    ).moved
    return Home(
        coming=tuple(sorted((one for one in coming if not _is_vague(one)), key=by_release)),
        out=tuple(sorted((one for one in upcoming if _came_out(one, since, today)), key=_days_ago)),
        moved=tuple({one.film.id: one for one in reversed(moves) if one.move.kind in _TOLD}.values())[::-1],
        elsewhere=tuple(sorted((one for one in upcoming if _came_out_elsewhere(one, since, today)), key=_days_ago)),
        overdue=tuple(sorted((one for one in upcoming if one.state is State.OVERDUE), key=by_release)),
        undated=sum(one.state is State.UNDATED for one in upcoming),
        by_status=by_status,
        since=since,
        today=today,
        vague=sum(map(_is_vague, coming)),
    )


def _is_vague(one: UpcomingFilm) -> bool:
    release = one.shown.release if one.shown else None
    is_guess = release is not None and not release.certainty.is_firm
    return one.state is State.DUE and is_guess and not (release and release.span and is_near(release.span))


def _came_out(one: UpcomingFilm, since: date, today: date) -> bool:
    return one.state is State.OUT and _days_ago(one) <= (today - since).days


def _came_out_elsewhere(one: UpcomingFilm, since: date, today: date) -> bool:
    return one.is_out_elsewhere and _days_ago(one) <= (today - since).days


def _days_ago(one: UpcomingFilm) -> int:
    """Count the days since a release; a huge number if its day is not known."""
    latest = one.shown.countdown.days_latest if one.shown else None
    return date.max.toordinal() if latest is None else max(0, -latest)
