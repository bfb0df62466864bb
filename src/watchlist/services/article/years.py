"""Finding the year of a date that is given without one."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from watchlist.domain.dates import Edtf


class Reference(NamedTuple):
    """What dates are read relative to.

    `today` is the article's day, None if unknown. `past` is True if the sentence is about the
    past. `year` is that of a list of dates. `previous` is the date before it in the sentence.
    `day_first` is the order of day and month in numeric dates, None if unknown. `fiscal_start` is the
    month in which the fiscal year begins.
    """

    today: date | None
    past: bool = False
    year: int | None = None
    previous: Edtf | None = None
    day_first: bool | None = None
    fiscal_start: int | None = None
    before: Edtf | None = None
    """The last date of an earlier sentence, for "a week later"."""
    is_before: bool = False
    """True if the date is before `previous`: "on Boxing Day, after a run in June"."""


def said_year(parts: dict[str, str], at: Reference) -> int | None:
    """Return the year in the parts of a date, in figures or as "next year"; None if there is none."""
    if "year" in parts:
        return int(parts["year"])
    said = re.sub(r"^the (?=year)", "this ", parts.get("relyear", "").lower())
    if said in ("that year", "the same year"):
        span = at.previous.span() if at.previous else None
        return span.earliest.year if span and span.earliest else None
    steps = {"this year": 0, "year": 0, "next year": 1, "last year": -1}
    return at.today.year + steps[said] if said in steps and at.today else None


def stated_or_near(
    parts: dict[str, str], at: Reference, make: Callable[[int], date], until: Callable[[date], date] = lambda day: day
) -> date | None:
    """Return a date in the year stated with it, or else in the year by `with_year`; `make` builds it for a year."""
    if parts.get("year") or parts.get("relyear"):
        year = said_year(parts, at)
        return make(year) if year else None
    return with_year(at, make, until)


def with_year(
    at: Reference, make: Callable[[int], date], until: Callable[[date], date] = lambda day: day
) -> date | None:
    """Return a date that is given without its year; `make` builds it for a year, `until` returns its last day.

    The year is the one that brings it nearest to the previous date in the sentence; else that of the list;
    else the first on or after the article's day, or the last on or before it if the sentence is about the past.
    """
    before = at.previous.span().latest if at.previous else None
    if before:
        near = [found for year in (before.year - 1, before.year, before.year + 1) if (found := _made(make, year))]
        near = [day for day in near if day <= before] if at.is_before else near
        return min(near, key=lambda day: abs((day - before).days), default=None)
    if at.year:
        return make(at.year)
    if at.today is None:
        return None
    years = range(at.today.year - 1, at.today.year + 5)
    days = [found for year in years if (found := _made(make, year))]
    if at.past:
        return max((day for day in days if day <= at.today), default=None)
    return min((day for day in days if until(day) >= at.today), default=None)


def _made(make: Callable[[int], date], year: int) -> date | None:
    """Build a date in a year; None if the year has no 29 February."""
    try:
        return make(year)
    except ValueError:
        return None
