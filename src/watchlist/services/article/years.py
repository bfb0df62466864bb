"""Which year a date has that is said without one."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from watchlist.domain.dates import Edtf


class Reference(NamedTuple):
    """From where a date is read.

    `today` is the article's day, None where it is not known. `past` says that the sentence speaks
    of what has happened. `year` is the one that a list of dates is about. `previous` is the date
    before in the text. `day_first` is the order of numbers, None where nothing shows it.
    """

    today: date | None
    past: bool = False
    year: int | None = None
    previous: Edtf | None = None
    day_first: bool | None = None
    fiscal_start: int | None = None
    before: Edtf | None = None
    """The last day of the sentence before, for "a week later"."""
    is_before: bool = False
    """True where the date is said to be before `previous`: "on Boxing Day, after a run in June"."""


def said_year(parts: dict[str, str], at: Reference) -> int | None:
    """Return the year that is said in figures, or as "next year"."""
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
    """Return the date in the year that is said with it, or else in the year that it has without one."""
    if parts.get("year") or parts.get("relyear"):
        year = said_year(parts, at)
        return make(year) if year else None
    return with_year(at, make, until)


def with_year(
    at: Reference, make: Callable[[int], date], until: Callable[[date], date] = lambda day: day
) -> date | None:
    """Find the year of a date that is said without one.

    It is the year that brings it nearest to the date before it in the sentence; else that of the list that it
    stands in; else the first time from the article's day on, or, of what has happened, the last one.
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
    """Make a date in a year; None for 29 February where there is none."""
    try:
        return make(year)
    except ValueError:
        return None
