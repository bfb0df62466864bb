"""Grouping upcoming films: this week, this month, a later month, a season, a year or the rest of one."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from watchlist.domain.countdown import State
from watchlist.domain.dates import Span
from watchlist.services.upcoming import UpcomingFilm, is_near


class Group(StrEnum):
    """How near a release is, the nearest first."""

    WEEK = "week"
    MONTH = "month"
    LATER_MONTH = "later month"
    SEASON = "season"
    YEAR = "year"
    SOMEDAY = "someday"
    OVERDUE = "overdue"
    UNDATED = "undated"
    CANCELLED = "cancelled"


class Period(NamedTuple):
    """A group, with its first and last day, if it has them."""

    group: Group
    first: date | None = None
    last: date | None = None

    @property
    def order(self) -> tuple[int, date]:
        """Sort key: the nearest first."""
        return _ORDER[self.group], self.first or date.min


_ORDER = {group: number for number, group in enumerate(Group)}
_MONTHS_AHEAD, _SEASONS_AHEAD = 6, 18
"""How many months ahead have their own groups; and within how many months a season must end to have its own."""


def period_of(one: UpcomingFilm, today: date) -> Period:
    """Return the group that a film belongs to, by the last day that its date may mean; weeks end on Sunday."""
    span = one.shown.release.span if one.shown else None
    if one.state in _WITHOUT_DAY:
        return Period(_WITHOUT_DAY[one.state])
    if span is None or span.latest is None or not is_near(span):
        return _someday(span)
    sunday = today + timedelta(days=6 - today.weekday())
    if span.latest <= sunday:
        return Period(Group.WEEK, today, sunday)
    return _period_with(span.latest, today)


_WITHOUT_DAY = {
    State.UNDATED: Group.UNDATED,
    State.OVERDUE: Group.OVERDUE,
    State.CANCELLED: Group.CANCELLED,
}


def _someday(span: Span | None) -> Period:
    """Return the group of a vague date: one for each year, and one for dates whose year is open too."""
    if span and span.earliest and span.latest and span.earliest.year == span.latest.year:
        return Period(Group.SOMEDAY, span.earliest.replace(month=1, day=1), span.latest.replace(month=12, day=31))
    return Period(Group.SOMEDAY, date.max)


def _period_with(day: date, today: date) -> Period:
    ahead = _months(day) - _months(today)
    if ahead <= _MONTHS_AHEAD:
        group = Group.LATER_MONTH if ahead else Group.MONTH
        return Period(group, _first_of(_months(day)), _last_of(_months(day)))
    season = _months(day) - day.month % 3  # seasons begin with March, June, September and December
    if season + 2 - _months(today) <= _SEASONS_AHEAD:
        return Period(Group.SEASON, _first_of(season), _last_of(season + 2))
    return Period(Group.YEAR, max(date(day.year, 1, 1), _after_seasons(today)), date(day.year, 12, 31))


def _after_seasons(today: date) -> date:
    """Return the first day that is too far ahead for a season of its own."""
    last = _months(today) + _SEASONS_AHEAD
    return _first_of(last - (last - 1) % 3 + 1)  # the last seasons end with February, May, August and November


def _months(day: date) -> int:
    """Count the months from year 0 to the month of a day."""
    return day.year * 12 + day.month - 1


def _first_of(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)


def _last_of(months: int) -> date:
    return _first_of(months + 1) - timedelta(days=1)
