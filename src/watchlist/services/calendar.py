"""A month of releases: those with a day, by day, and those that may come at any time in the month."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.countdown import ReleaseToday, State, distinct, releases_today
from watchlist.domain.dates import Precision, Span
from watchlist.domain.entry import Want
from watchlist.domain.errors import BadValue
from watchlist.domain.film import Film
from watchlist.services.phrase import parse_phrase
from watchlist.services.preferences import ANYTHING, NO_WANTS, Lacking, Preferences, ReleaseFilter, admitted, chosen
from watchlist.services.upcoming import is_near

_SHOWN = (State.DATED, State.DUE, State.OUT, State.OVERDUE)


class MonthRelease(NamedTuple):
    """A release that comes out, or may come out, in a month."""

    film: Film
    shown: ReleaseToday
    lacking: Lacking | None = None
    """The part of the user's request that has no date yet, if this release is shown instead; else None."""


class Month(NamedTuple):
    """A month as seen on a day: releases by day, and those without an exact day, in the order of their last day."""

    first: date
    last: date
    days: tuple[tuple[date, tuple[MonthRelease, ...]], ...]
    vague: tuple[MonthRelease, ...]
    today: date


def parse_month(text: str, *, today: date) -> date:
    """Read a month, and return its first day: "2026-12", "December 2026", "December" (of this year), "next", "prev".

    An empty text is this month. Raises `BadValue` for any other text.
    """
    named = " ".join(text.casefold().split())
    if named in _MONTHS_FROM_NOW:
        return _month_after(today.replace(day=1), _MONTHS_FROM_NOW[named])
    words = text if any(letter.isdigit() for letter in text) else f"{text} {today.year}"
    shown = parse_phrase(words, today=today)
    earliest = shown.span().earliest
    if shown.precision is not Precision.MONTH or earliest is None:
        raise BadValue(f'"{text}" is not a month: write 2026-12, December 2026, December, next or prev')
    return earliest


_MONTHS_FROM_NOW = {
    "": 0,
    "this": 0,
    "this month": 0,
    **dict.fromkeys(("next", "next month"), 1),
    **dict.fromkeys(("prev", "previous", "last", "previous month", "last month"), -1),
}


def _month_after(first: date, months: int) -> date:
    year, number = divmod(first.year * 12 + first.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise BadValue("there is no such month")
    return date(year, number + 1, 1)


def month(
    films: Iterable[Film],
    first: date,
    *,
    today: date,
    release_filter: ReleaseFilter,
    preferences: Preferences = ANYTHING,
    wants: Mapping[str, Want | None] = NO_WANTS,
) -> Month:
    """Find the releases in the month that begins on `first`; without a filter, those that count for the user.

    `wants` are the releases that entries wait for, by film id.
    """
    last = first.replace(day=monthrange(first.year, first.month)[1])
    window = Span(first, last)
    days: dict[date, list[MonthRelease]] = {}
    vague: list[MonthRelease] = []
    for film in films:
        releases = releases_today(film, today)
        asked = admitted(releases, release_filter, is_listed=film.id in wants)
        choice = asked if release_filter else chosen(releases, wants.get(film.id), preferences)
        for one in distinct(choice.releases):
            span = one.release.span
            if span is None or one.countdown.state not in _SHOWN or not span.overlaps(window):
                continue
            if span.day:
                days.setdefault(span.day, []).append(MonthRelease(film, one, choice.lacking))
            elif one.countdown.state in (State.DATED, State.DUE) and is_near(span):
                vague.append(MonthRelease(film, one, choice.lacking))
    return Month(
        first,
        last,
        tuple((day, tuple(sorted(found, key=lambda one: one.film.title))) for day, found in sorted(days.items())),
        tuple(sorted(vague, key=lambda one: (one.shown.release.span or window).order)),
        today,
    )
