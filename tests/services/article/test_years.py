"""The year of a date that is said without one: near the date before, in the year of its list, or the first to come."""

from datetime import date

import pytest

from watchlist.domain.dates import Edtf
from watchlist.services.article.years import Reference, said_year, stated_or_near, with_year

AT = Reference(date(2026, 5, 5))
OVER = AT._replace(past=True)
EARLIER = AT._replace(previous=Edtf.parse("2027-12-20"))


def june(year: int) -> date:
    return date(year, 6, 12)


def april(year: int) -> date:
    return date(year, 4, 3)


def leap_day(year: int) -> date:
    return date(year, 2, 29)


@pytest.mark.parametrize(
    ("said", "at", "year"),
    [
        ({"year": "2031"}, AT, 2031),
        ({"relyear": "this year"}, AT, 2026),
        ({"relyear": "Next year"}, AT, 2027),
        ({"relyear": "last year"}, AT, 2025),
        ({"relyear": "the year"}, AT, 2026),
        ({"relyear": "that year"}, AT, None),
        ({"relyear": "the same year"}, EARLIER, 2027),
        ({"relyear": "next year"}, Reference(None), None),
        ({}, AT, None),
    ],
)
def test_a_year_is_said_in_figures_or_in_words(said: dict[str, str], at: Reference, year: int | None) -> None:
    assert said_year(said, at) == year


@pytest.mark.parametrize(
    ("at", "in_june", "in_april"),
    [
        (AT, june(2026), april(2027)),
        (OVER, june(2025), april(2026)),
        (AT._replace(year=2030), june(2030), april(2030)),
        (AT._replace(previous=Edtf.parse("2027-12-20")), june(2028), april(2028)),
        (AT._replace(previous=Edtf.parse("2027-12-20"), is_before=True), june(2027), april(2027)),
        (AT._replace(previous=Edtf.parse("2027-11-20"), year=2030), june(2027), april(2028)),
        (Reference(None), None, None),
    ],
)
def test_a_day_without_a_year_gets_the_one_that_fits(
    at: Reference, in_june: date | None, in_april: date | None
) -> None:
    assert (with_year(at, june), with_year(at, april)) == (in_june, in_april)


def test_a_day_before_new_year_is_near_one_that_is_after_it() -> None:
    assert with_year(AT._replace(previous=Edtf.parse("2028-01-10")), lambda year: date(year, 12, 24)) == date(
        2027, 12, 24
    )


def test_a_span_that_has_begun_is_still_to_come_until_it_ends() -> None:
    until = lambda day: day.replace(month=5, day=31)  # noqa: E731
    assert (with_year(AT, april), with_year(AT, april, until)) == (april(2027), april(2026))


def test_the_day_of_the_article_is_to_come_and_over() -> None:
    today = lambda year: date(year, 5, 5)  # noqa: E731
    assert (with_year(AT, today), with_year(OVER, today)) == (date(2026, 5, 5), date(2026, 5, 5))


def test_29_february_is_in_a_year_that_has_it() -> None:
    assert with_year(AT, leap_day) == date(2028, 2, 29)


def test_a_year_that_is_said_comes_before_the_one_that_fits() -> None:
    assert stated_or_near({"year": "2031"}, AT, june) == june(2031)
    assert stated_or_near({"relyear": "that year"}, AT, june) is None
    assert stated_or_near({}, AT, june) == june(2026)
