"""The groups that a list of coming films falls into, seen on Friday 20 November 2026."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import claim
from watchlist.domain.film import Film
from watchlist.services.periods import Group, Period, period_of
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.upcoming import upcoming_film

TODAY = date(2026, 11, 20)


def period(when: str | None, certainty: str = "announced", today: date = TODAY) -> Period:
    claims = (claim(when, certainty, "2026-01-05"),) if when else ()
    return period_of(
        upcoming_film(Film("a", "A", claims=claims), None, today=today, release_filter=ReleaseFilter()), today
    )


def span(group: Group, first: str, last: str) -> Period:
    return Period(group, date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-11-20", span(Group.WEEK, "2026-11-20", "2026-11-22")),
        ("2026-11-22", span(Group.WEEK, "2026-11-20", "2026-11-22")),
        ("2026-11-23", span(Group.MONTH, "2026-11-01", "2026-11-30")),
        ("2026-11", span(Group.MONTH, "2026-11-01", "2026-11-30")),
        ("2026-11-20/2026-12-03", span(Group.LATER_MONTH, "2026-12-01", "2026-12-31")),
        ("2027-05-31", span(Group.LATER_MONTH, "2027-05-01", "2027-05-31")),
        ("2027-06-01", span(Group.SEASON, "2027-06-01", "2027-08-31")),
        ("2027-22", span(Group.SEASON, "2027-06-01", "2027-08-31")),
        ("2028-01-05", span(Group.SEASON, "2027-12-01", "2028-02-29")),
        ("2028-05-31", span(Group.SEASON, "2028-03-01", "2028-05-31")),
        ("2028-06-01", span(Group.YEAR, "2028-06-01", "2028-12-31")),
        ("2028-41", span(Group.YEAR, "2028-06-01", "2028-12-31")),
        ("2029-01-05", span(Group.YEAR, "2029-01-01", "2029-12-31")),
        ("2028", span(Group.SOMEDAY, "2028-01-01", "2028-12-31")),
        ("2027/2028", Period(Group.SOMEDAY, date.max)),
        ("2028/..", Period(Group.SOMEDAY, date.max)),
        ("XXXX", Period(Group.UNDATED)),
        (None, Period(Group.UNDATED)),
    ],
)
def test_a_film_stands_where_the_last_day_of_its_date_lies(when: str | None, expected: Period) -> None:
    assert period(when) == expected


def test_without_a_day_to_come_the_state_is_the_group() -> None:
    assert period("2026-22") == Period(Group.OVERDUE)
    assert period("2027-05-05", "cancelled") == Period(Group.CANCELLED)


def test_the_groups_come_in_the_order_of_their_days() -> None:
    order = (
        "2026-11-20",
        "2026-11-30",
        "2026-12",
        "2027-01",
        "2027-22",
        "2028-01-05",
        "2028-07",
        "2028",
        "2029",
        "2029/..",
        "XXXX",
    )
    periods = [period(when) for when in order]
    assert sorted((*periods[5:], *periods[:5]), key=lambda one: one.order) == periods


@settings(max_examples=40)
@given(st.dates(date(2026, 11, 20), date(2031, 1, 1)), st.dates(date(2026, 1, 10), date(2026, 11, 20)))
def test_a_day_lies_in_its_period(day: date, today: date) -> None:
    found = period(day.isoformat(), today=today)
    assert (found.first or date.max) <= day <= (found.last or date.min)
