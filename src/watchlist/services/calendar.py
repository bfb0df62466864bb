"""A month of releases: what comes on which day, and what may come some time in it."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from watchlist.domain.countdown import State
from watchlist.domain.dates import Precision, Span
from watchlist.domain.errors import BadValue
from watchlist.domain.film import Film
from watchlist.services.phrase import parse_phrase
from watchlist.services.preferences import ANYTHING, Preferences, ReleaseFilter, ReleaseToday, preferred, releases_today
from watchlist.services.upcoming import is_near

_SHOWN = (State.DATED, State.DUE, State.OUT, State.OVERDUE)


class MonthRelease(NamedTuple):
    """A release that falls in a month, or may."""

    film: Film
    shown: ReleaseToday


class Month(NamedTuple):
    """A month as seen on a day: releases by their day, and those that have no day, the soonest end first."""

    first: date
    last: date
    days: tuple[tuple[date, tuple[MonthRelease, ...]], ...]
    vague: tuple[MonthRelease, ...]
    today: date


def parse_month(text: str, *, today: date) -> date:
    """Give the first day of a month: "2026-12", "December 2026", or "December" for the one of this year.

    Nothing is this month. Raises `BadValue` for what names no month.
    """
    if not text.strip():
        return today.replace(day=1)
    words = text if any(letter.isdigit() for letter in text) else f"{text} {today.year}"
    shown = parse_phrase(words, today=today)
    earliest = shown.span().earliest
    if shown.precision is not Precision.MONTH or earliest is None:
        raise BadValue(f'"{text}" is not a month: write 2026-12, December 2026 or December')
    return earliest


def month(
    films: Iterable[Film],
    first: date,
    *,
    today: date,
    release_filter: ReleaseFilter,
    preferences: Preferences = ANYTHING,
) -> Month:
    """Find the releases of films in the month that begins on a day."""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    window = Span(first, last)
    days: dict[date, list[MonthRelease]] = {}
    vague: list[MonthRelease] = []
    for film in films:
        admitted = [one for one in releases_today(film, today) if release_filter.admit(one.release.key)]
        for one in preferred(admitted, release_filter, preferences):
            span = one.release.span
            if span is None or one.countdown.state not in _SHOWN or not span.overlaps(window):
                continue
            if span.day:
                days.setdefault(span.day, []).append(MonthRelease(film, one))
            elif one.countdown.state in (State.DATED, State.DUE) and is_near(span):
                vague.append(MonthRelease(film, one))
    return Month(
        first,
        last,
        tuple((day, tuple(sorted(rows, key=lambda row: row.film.title))) for day, rows in sorted(days.items())),
        tuple(sorted(vague, key=lambda row: (row.shown.release.span or window).order)),
        today,
    )
