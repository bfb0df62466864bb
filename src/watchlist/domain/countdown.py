"""Countdown: how many days a release is away, and the state that follows from it."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Channel
from watchlist.domain.dates import Precision, Span, months_after
from watchlist.domain.film import Film
from watchlist.domain.region import WORLDWIDE
from watchlist.domain.release import Release, releases_on
from watchlist.domain.resolution import Resolution


class State(StrEnum):
    """The state of a release on a given day."""

    DATED = "dated"
    """All its possible days are in the future."""
    DUE = "due"
    """It comes out today, or may be out by now: today is one of its possible days."""
    OUT = "out"
    """It has been released, or its announced day or month has passed and no claim contradicts it."""
    OVERDUE = "overdue"
    """Its last possible day has passed without a reported release."""
    UNDATED = "undated"
    """There is no date, or no longer one."""
    CANCELLED = "cancelled"


class Countdown(NamedTuple):
    """Days from today to the first and the last possible day of a release; None if open or unknown."""

    state: State
    days: int | None = None
    days_latest: int | None = None


def countdown(resolution: Resolution, today: date) -> Countdown:
    """Count the days from `today` to a resolved date, and return them with its state."""
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
        # Once a release is out, it stays out on every later day until a new claim arrives. The index of films by
        # their last possible day relies on this: it never looks at older films again.
        state = State.OUT if _is_presumed_out(resolution) else State.OVERDUE
    return Countdown(state, days, days_latest)


def _is_presumed_out(resolution: Resolution) -> bool:
    """Return whether a past date can be presumed met: a firm, uncontested day, month or interval."""
    shown = resolution.date
    return bool(shown and shown.is_close and resolution.certainty.is_firm and not resolution.contested)


class ReleaseToday(NamedTuple):
    """A release with its countdown from the day asked about.

    `elsewhere` is the film's first release in another region that is already out, not counting festivals;
    None if this release is out or cancelled.
    """

    release: Release
    countdown: Countdown
    stale: bool = False
    """True if a future date was last confirmed long ago, or the film came out elsewhere long ago; see `_is_stale`."""
    elsewhere: Release | None = None

    @property
    def presumed(self) -> bool:
        """True if it counts as out only because it was announced; no source has reported the release."""
        return self.countdown.state is State.OUT and self.release.certainty is not Certainty.RELEASED

    @property
    def is_sure(self) -> bool:
        """True if a future date may be shown as certain, in green and big digits: firm and not stale."""
        return self.is_to_come and self.release.certainty.is_firm and not self.stale

    @property
    def is_to_come(self) -> bool:
        """True if it has a date that has not passed."""
        return self.countdown.state in (State.DATED, State.DUE)


def releases_today(film: Film, today: date) -> tuple[ReleaseToday, ...]:
    """Resolve every release of a film that is known on `today`, the soonest first."""
    counted = [(release, countdown(release.resolution, today)) for release in releases_on(film.claims, today)]
    out = [
        release
        for release, count in counted
        if count.state is State.OUT and release.span and release.key.channel is not Channel.PREMIERE
    ]
    found = []
    for release, count in counted:
        abroad = (other for other in out if other.key.region != release.key.region)
        elsewhere = next(abroad, None) if count.state not in (State.OUT, State.CANCELLED) else None
        found.append(ReleaseToday(release, count, _is_stale(release, count, elsewhere, today), elsewhere))
    return tuple(found)


_MONTHS_OF_YEAR = 12


def _is_stale(release: Release, count: Countdown, elsewhere: Release | None, today: date) -> bool:
    """Return whether a future date is probably out of date.

    It is if it was last confirmed more than a year ago and longer ago than the days that are left, or if the
    film came out elsewhere more than a month ago.
    """
    if count.state not in (State.DATED, State.DUE):
        return False
    since = elsewhere.span.latest if elsewhere and elsewhere.span else None
    if since and today > months_after(since, 1):
        return True
    left = count.days if count.days_latest is None else count.days_latest
    heard = release.last_heard
    return today > months_after(heard, _MONTHS_OF_YEAR) and (today - heard).days > (left or 0)


def distinct(releases: tuple[ReleaseToday, ...]) -> tuple[ReleaseToday, ...]:
    """Drop rumoured and speculated releases if there is a firm one in the same region and year.

    A worldwide guess that gives only a year is dropped if there is any firm release at all, festivals aside.
    """
    if len(releases) == 1:
        return releases
    firm = [one.release for one in releases if one.release.certainty.is_firm and one.release.span]
    return tuple(
        one
        for one in releases
        if one.release.certainty.is_firm or not any(_is_beside(one.release, other) for other in firm)
    )


def _is_beside(one: Release, other: Release) -> bool:
    if _is_year_of_world(one) and other.key.channel is not Channel.PREMIERE:
        return True
    return one.key.region == other.key.region and _share_a_year(one.span, other.span)


def _is_year_of_world(release: Release) -> bool:
    shown = release.date
    return release.key.region == WORLDWIDE and shown is not None and shown.precision is Precision.YEAR


def _share_a_year(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return False
    first = max(span.earliest or date.min for span in (one, other))
    last = min(span.latest or date.max for span in (one, other))
    return first.year <= last.year


def in_order_of_interest(releases: tuple[ReleaseToday, ...]) -> tuple[ReleaseToday, ...]:
    """Put upcoming releases first, soonest first; then those that are out, newest first; then the rest.

    An upcoming rumour comes after the announced upcoming releases if one of them is of the same year.
    """
    if len(releases) == 1:
        return releases
    firm = [one for one in releases if one.is_to_come and one.release.certainty.is_firm]
    return tuple(sorted(releases, key=lambda one: _interest(one, firm)))


def _interest(one: ReleaseToday, firm: Sequence[ReleaseToday]) -> tuple[int, int]:
    rank = _INTEREST[one.countdown.state]
    if one.is_to_come and not one.release.certainty.is_firm:
        return rank, any(_share_a_year(one.release.span, other.release.span) for other in firm)
    return rank, -(one.countdown.days_latest or 0) if one.countdown.state is State.OUT else 0


_INTEREST = {
    State.DUE: 0,
    State.DATED: 0,
    State.OUT: 1,
    State.OVERDUE: 2,
    State.UNDATED: 3,
    State.CANCELLED: 4,
}
