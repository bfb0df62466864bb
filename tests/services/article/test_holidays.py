"""Days that have names: when each is in a year, and which days its weekend has."""

from datetime import date, timedelta

import pytest
from dateutil.easter import easter

from watchlist.services.article.holidays import HOLIDAYS, holiday


@pytest.mark.parametrize(
    ("name", "in_2026", "in_2027"),
    [
        ("martin luther king day", "2026-01-19", "2027-01-18"),
        ("presidents day", "2026-02-16", "2027-02-15"),
        ("good friday", "2026-04-03", "2027-03-26"),
        ("ascension day", "2026-05-14", "2027-05-06"),
        ("mother's day", "2026-05-10", "2027-05-09"),
        ("memorial day", "2026-05-25", "2027-05-31"),
        ("father's day", "2026-06-21", "2027-06-20"),
        ("july fourth", "2026-07-04", "2027-07-04"),
        ("labor day", "2026-09-07", "2027-09-06"),
        ("columbus day", "2026-10-12", "2027-10-11"),
        ("diwali", "2026-11-08", "2027-10-29"),
        ("thanksgiving eve", "2026-11-25", "2027-11-24"),
        ("thanksgiving", "2026-11-26", "2027-11-25"),
        ("black friday", "2026-11-27", "2027-11-26"),
        ("boxing day", "2026-12-26", "2027-12-26"),
        ("lunar new year", "2026-02-17", "2027-02-06"),
    ],
)
def test_a_holiday_is_on_its_day_of_the_year(name: str, in_2026: str, in_2027: str) -> None:
    days = [(date.fromisoformat(day), date.fromisoformat(day)) for day in (in_2026, in_2027)]
    assert [holiday(name, 2026), holiday(name, 2027)] == days


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("easter", "2026-04-03", "2026-04-06"),
        ("thanksgiving", "2026-11-26", "2026-11-29"),
        ("labor day", "2026-09-04", "2026-09-07"),
        ("independence day", "2026-07-03", "2026-07-05"),  # a Saturday
        ("valentine's day", "2026-02-13", "2026-02-15"),  # a Saturday
        ("christmas", "2026-12-25", "2026-12-27"),  # a Friday
        ("halloween", "2026-10-30", "2026-11-01"),  # a Saturday
        ("juneteenth", "2026-06-19", "2026-06-21"),  # a Friday
        ("veterans day", "2026-11-13", "2026-11-15"),  # a Wednesday
    ],
)
def test_a_weekend_holds_the_holiday_or_is_next_to_it(name: str, first: str, last: str) -> None:
    assert holiday(name, 2026, weekend=True) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_year_that_is_not_listed_and_a_name_that_is_none_are_not_known() -> None:
    assert (holiday("diwali", 2031), holiday("my birthday", 2026)) == (None, None)


def test_easter_is_that_of_the_church() -> None:
    assert {year for year in range(1900, 2200) if holiday("easter", year) != (easter(year), easter(year))} == set()


def test_every_weekend_is_from_a_thursday_or_friday_to_the_sunday_or_monday_behind_it() -> None:
    weekends = {name: holiday(name, 2027, weekend=True) or (date.min, date.max) for name in HOLIDAYS}
    assert {name for name, (first, _) in weekends.items() if first.weekday() not in (3, 4)} == set()
    assert {name for name, (_, last) in weekends.items() if last.weekday() not in (6, 0)} == set()
    assert {(last - first) // timedelta(days=1) for first, last in weekends.values()} == {2, 3}
