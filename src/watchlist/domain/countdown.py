"""A countdown: how far a release is from a day, and what state that puts it in."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from watchlist.domain.claim import Certainty
from watchlist.domain.resolution import Resolution


class State(StrEnum):
    """Where a release stands on a day."""

    DATED = "dated"
    """All of its days are still to come."""
    DUE = "due"
    """It is today, or can be."""
    OUT = "out"
    """It has been released, or its announced day has passed and nobody says otherwise."""
    OVERDUE = "overdue"
    """Its last possible day has passed, and nobody reported a release."""
    UNDATED = "undated"
    """There is no date, or none any more."""
    CANCELLED = "cancelled"


class Countdown(NamedTuple):
    """Days from today to the first and the last possible day of a release; None if open or unknown."""

    state: State
    days: int | None = None
    days_latest: int | None = None


def countdown(resolution: Resolution, today: date) -> Countdown:
    """Count the days to a resolved date (design: countdown)."""
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
        passed = span.day and resolution.certainty.is_firm and not resolution.contested
        state = State.OUT if passed else State.OVERDUE
    return Countdown(state, days, days_latest)
