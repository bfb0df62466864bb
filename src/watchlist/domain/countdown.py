"""A countdown: how far a release is from a day, and what state that puts it in; the soonest releases first."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from watchlist.domain.claim import Certainty
from watchlist.domain.film import Film
from watchlist.domain.release import Release, releases_on
from watchlist.domain.resolution import Resolution


class State(StrEnum):
    """Where a release stands on a day."""

    DATED = "dated"
    """All its possible days are still to come."""
    DUE = "due"
    """It comes out today, or may be out by now: today is one of its possible days."""
    OUT = "out"
    """It has been released, or its announced day has passed and nobody says otherwise."""
    OVERDUE = "overdue"
    """Its last possible day has passed, and nobody has reported a release."""
    UNDATED = "undated"
    """There is no date, or none any more."""
    CANCELLED = "cancelled"


class Countdown(NamedTuple):
    """Days from today to the first and the last possible day of a release; None if open or unknown."""

    state: State
    days: int | None = None
    days_latest: int | None = None


def countdown(resolution: Resolution, today: date) -> Countdown:
    """Count the days from `today` to a resolved date, and name its state."""
    if resolution.certainty is Certainty.CANCELLED:
        return Countdown(State.CANCELLED)
    span = resolution.span
    released = resolution.certainty is Certainty.RELEASED
    if span is None:
        return Countdown(State.OUT if released and resolution.date is None else State.UNDATED)
    days = (span.earliest - today).days if span.earliest else None
    days_latest = (span.latest - today).days if span.latest else None
    if days is not None and days > 0:
        state = State.DATED
    elif released:
        state = State.DUE if days == 0 == days_latest else State.OUT
    elif days_latest is None or days_latest >= 0:
        state = State.DUE
    else:
        # Once out on a day, a release is out on every later day, as long as nobody says anything new. An index of
        # films by their last possible day rests on that: it never looks at older ones again.
        passed = span.day and resolution.certainty.is_firm and not resolution.contested
        state = State.OUT if passed else State.OVERDUE
    return Countdown(state, days, days_latest)


class ReleaseToday(NamedTuple):
    """A release with its countdown from the day asked about."""

    release: Release
    countdown: Countdown


def releases_today(film: Film, today: date) -> tuple[ReleaseToday, ...]:
    """Resolve every release of a film that is known on a day, the soonest first."""
    return tuple(
        ReleaseToday(release, countdown(release.resolution, today)) for release in releases_on(film.claims, today)
    )


def in_order_of_interest(releases: tuple[ReleaseToday, ...]) -> tuple[ReleaseToday, ...]:
    """Put upcoming releases first, soonest first; then those that are out, newest first; then the rest."""
    return tuple(sorted(releases, key=_interest))


def _interest(one: ReleaseToday) -> tuple[int, int]:
    rank = _INTEREST[one.countdown.state]
    return rank, -(one.countdown.days_latest or 0) if one.countdown.state is State.OUT else 0


_INTEREST = {
    State.DUE: 0,
    State.DATED: 0,
    State.OUT: 1,
    State.OVERDUE: 2,
    State.UNDATED: 3,
    State.CANCELLED: 4,
}
