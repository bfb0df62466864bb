"""Input that does not look right: a film seen before it was out, an own claim that removes a date."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from watchlist.domain.claim import UNSOURCED, Certainty, Claim
from watchlist.domain.countdown import State, releases_today
from watchlist.domain.film import Film
from watchlist.domain.release import Release, key_of, releases_on


class Reason(Enum):
    """Why a viewing is doubted."""

    FUTURE = "future"
    NOT_OUT = "not out"
    NO_DATE = "no date"


class Doubt(NamedTuple):
    """A doubt about a viewing of a film on a day; `first` is the first day on which it could be seen, if known."""

    film: Film
    day: date
    reason: Reason
    first: date | None = None


def viewing_doubt(film: Film, day: date, today: date) -> Doubt | None:
    """Return why a viewing on a day is unlikely, by what is known today; None if it is plausible."""
    if day > today:
        return Doubt(film, day, Reason.FUTURE)
    if not film.claims:
        return Doubt(film, day, Reason.NOT_OUT) if film.year and day.year < film.year else None
    days = list(_first_days(film, today))
    if not days:
        return Doubt(film, day, Reason.NO_DATE)
    return Doubt(film, day, Reason.NOT_OUT, min(days)) if min(days) > day else None


def date_taken_away(film: Film, claim: Claim, today: date) -> Release | None:
    """Return the release whose date, stated by a named source, the user's own claim would remove; None if none.

    Such a claim says "cancelled", or a firm TBA.
    """
    is_tba = claim.certainty.is_firm and claim.date is not None and claim.date.is_tba
    if claim.source != UNSOURCED or not (is_tba or claim.certainty is Certainty.CANCELLED):
        return None
    same = (release for release in releases_on(film.claims, today) if release.key == key_of(claim) and release.span)
    return next((one for one in same if any(said.source != UNSOURCED for said in one.claims)), None)


def _first_days(film: Film, today: date) -> Iterator[date]:
    """Yield the first possible day of each release that has one."""
    for one in releases_today(film, today):
        span, state = one.release.span, one.countdown.state
        if state is State.OUT and span is None:
            yield date.min
        elif span and state is not State.CANCELLED:
            yield span.earliest or date.min
