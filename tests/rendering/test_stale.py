"""A date that is an old one never looks like a sure one: over all films, on forty days."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from bundled import catalogue
from drawn import draw, in_full
from watchlist.domain.countdown import ReleaseToday
from watchlist.domain.entry import Entry, Status
from watchlist.rendering.film_rows import is_counted_in_days
from watchlist.rendering.marks import Mark, sureness_mark
from watchlist.rendering.view import View
from watchlist.rendering.views import calendar, home, search, show, timeline, upcoming
from watchlist.rendering.views import list as list_view
from watchlist.services.calendar import Month, MonthRelease
from watchlist.services.find_film import How, Match
from watchlist.services.home import Home
from watchlist.services.list import ListedFilm, Listing
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.search import FoundFilm, SearchResult
from watchlist.services.show import FilmFacts
from watchlist.services.timeline import Timeline
from watchlist.services.upcoming import Upcoming, UpcomingFilm
from watchlist.services.upcoming import upcoming as find

FILMS = catalogue().films
DAYS = [date(2024, 1, 15) + timedelta(days=31 * number) for number in range(40)]
GREEN = re.compile(r"\x1b\[(?:\d+;)*32(?:;\d+)*m")


def stale_on(day: date) -> tuple[UpcomingFilm, ...]:
    found = find(FILMS, (), today=day, release_filter=ReleaseFilter(), all_films=True).films
    return tuple(one._replace(others=()) for one in found if one.shown and one.shown.stale)


def pictures(stale: tuple[UpcomingFilm, ...], day: date) -> list[tuple[View[Any], Any]]:
    ahead = Upcoming(stale, day, all_films=True)
    listed = tuple(ListedFilm(Entry(one.film.id, one.film.title), one) for one in stale)
    page = Home(stale, (), (), (), 0, dict.fromkeys(Status, 1), day, day)
    found = tuple(FoundFilm(Match(one.film, How.TITLE, one.film.title), one, listed=False) for one in stale)
    facts = (FilmFacts(one.film, (one.shown,), None, day) for one in stale if one.shown)
    return [
        (upcoming, ahead),
        (in_full(upcoming), ahead),
        (timeline, Timeline(ahead, 0)),
        (home, page),
        (list_view, Listing(listed, day)),
        (in_full(list_view), Listing(listed, day)),
        (search, SearchResult("", found, day)),
        (calendar, month_with(stale, day)),
        *((show, fact) for fact in facts),
    ]


def month_with(stale: tuple[UpcomingFilm, ...], day: date) -> Month:
    shown = tuple(MonthRelease(one.film, one.shown) for one in stale if one.shown)
    return Month(day.replace(day=1), day.replace(day=28), ((day, shown),), shown, day)


def marks_of(shown: ReleaseToday) -> tuple[Mark, bool]:
    return sureness_mark(shown), is_counted_in_days(shown)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_nothing_stale_is_green_or_in_big_digits(day: date) -> None:
    stale = stale_on(day)
    assert {marks_of(one.shown) for one in stale if one.shown} <= {(Mark.STALE, False)}
    for view, result in pictures(stale, day) if stale else ():
        drawn = draw(view, result, 80, colour=True)
        assert not GREEN.search(drawn)
        assert "▀" not in drawn


def test_there_are_old_dates_to_look_at() -> None:
    assert sum(len(stale_on(day)) for day in DAYS[-12:]) > 50
