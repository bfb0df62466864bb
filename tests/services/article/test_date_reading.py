"""What day a date in an article of Tuesday 5 May 2026 means; what it does not say stays unread."""

from datetime import date

import pytest

from watchlist.domain.dates import Edtf
from watchlist.services.article.date_finding import find_dates
from watchlist.services.article.date_reading import read_date, read_relative_date
from watchlist.services.article.years import Reference

TODAY = date(2026, 5, 5)
AT = Reference(TODAY)
OVER = AT._replace(past=True)
NOWHERE = Reference(None)
AFTER = AT._replace(previous=Edtf.parse("2026-06-12"))


def readings(text: str, at: Reference = AT) -> list[str | None]:
    return [found and found.text for found in (read_date(one, at) for one in find_dates(text))]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2027-06-25", "2027-06-25"),
        ("25/06/2027", "2027-06-25"),
        ("06/25/27", "2027-06-25"),
        ("5.6.2027", "2027-06-05"),
        ("5/5/2027", "2027-05-05"),
        ("June 25-27", "2026-06-25/2026-06-27"),
        ("December 30 - January 2", "2026-12-30/2027-01-02"),
        ("Friday, June 25th, 2027", "2027-06-25"),
        ("April 3", "2027-04-03"),
        ("the twenty-fifth of June", "2026-06-25"),
        ("moved to the 25th.", "2026-05-25"),
        ("moved to the 4th.", "2026-06-04"),
        ("early June", "2026-06-01/2026-06-10"),
        ("mid-June", "2026-06-11/2026-06-20"),
        ("the end of February 2028", "2028-02-21/2028-02-29"),
        ("May", "2026-05"),
        ("April", "2027-04"),
        ("next May", "2027-05"),
        ("last May", "2025-05"),
        ("June of next year", "2027-06"),
        ("spring 2027", "2027-21"),
        ("this summer", "2026-22"),
        ("next summer", "2027-22"),
        ("last winter", "2025-24"),
        ("in the fall", "2026-23"),
        ("Q3 2027", "2027-35"),
        ("the second quarter", "2026-34"),
        ("the first quarter", "2027-33"),
        ("the first half of 2027", "2027-40"),
        ("H2 2027", "2027-41"),
        ("early 2028", "2028-37"),
        ("the middle of next year", "2027-38"),
        ("late 2028", "2028-39"),
        ("in 2027", "2027"),
        ("Friday", "2026-05-08"),
        ("Tuesday", "2026-05-05"),
        ("last Friday", "2026-05-01"),
        ("last Tuesday", "2026-04-28"),
        ("next Tuesday", "2026-05-12"),
        ("tonight", "2026-05-05"),
        ("tomorrow", "2026-05-06"),
        ("yesterday", "2026-05-04"),
        ("this week", "2026-05-04/2026-05-10"),
        ("next weekend", "2026-05-15/2026-05-17"),
        ("last month", "2026-04"),
        ("the coming month", "2026-06"),
        ("next year", "2027"),
        ("later this year", "2026"),
        ("the end of this year", "2026-39"),
        ("early next year", "2027-37"),
        ("Christmas", "2026-12-25"),
        ("next Christmas", "2027-12-25"),
        ("Easter", "2027-03-28"),
        ("Labor Day weekend 2027", "2027-09-03/2027-09-06"),
        ("New Year’s Day", "2027-01-01"),
        ("TBA", "XXXX"),
    ],
)
def test_a_date_is_read_as_it_is_said_and_no_finer(text: str, read: str) -> None:
    assert readings(text) == [read]


@pytest.mark.parametrize(
    ("text", "at", "read"),
    [
        ("04/03/2027", AT._replace(day_first=True), "2027-03-04"),
        ("04/03/2027", AT._replace(day_first=False), "2027-04-03"),
        ("04/03/2027", AT, None),
        ("31/31/2027", AT, None),
        ("February 30", AT, None),
        ("June 27-25", AT, None),
        ("June 12", NOWHERE, None),
        ("Friday", NOWHERE, None),
        ("next year", NOWHERE, None),
        ("in 2027", NOWHERE, "2027"),
        ("Diwali 2050", AT, None),
        ("a week later", AT, None),
        ("a week later", AFTER, "2026-06-19"),
        ("about two months later", AFTER, "2026-08-12~"),
        ("forty days later", AFTER, "2026-07-22"),
        ("the following day", AFTER, "2026-06-13"),
        ("the following month", AT, "2026-06"),
        ("the following month", AFTER, "2026-07"),
        ("the following year", AT._replace(previous=Edtf.parse("2028")), "2029"),
        ("the following weekend", AFTER, "2026-06-19/2026-06-21"),
        ("a fortnight later", AFTER, "2026-06-26"),
        ("that same day", AFTER, "2026-06-12"),
        ("the same month", AFTER, "2026-06"),
        ("that same weekend", AFTER, "2026-06-12/2026-06-14"),
        ("the following Friday", AFTER, "2026-06-19"),
        ("moved to the 4th.", AFTER, "2026-07-04"),
        ("that October", AT._replace(previous=Edtf.parse("2024")), "2024-10"),
        ("a day later", AT._replace(before=Edtf.parse("2026-06-11")), "2026-06-12"),
        ("Friday", OVER, "2026-05-01"),
        ("June", OVER, "2025-06"),
        ("the third quarter of fiscal 2027", AT, None),
        ("the third quarter of fiscal 2027", AT._replace(fiscal_start=10), "2027-34"),
        ("Q1 FY27", AT._replace(fiscal_start=1), "2027-33"),
        ("Q1 FY27", AT._replace(fiscal_start=2), "2026-02/2026-04"),
    ],
)
def test_what_stands_around_a_date_decides_where_it_leaves_something_open(
    text: str, at: Reference, read: str | None
) -> None:
    assert readings(text, at) == [read]


@pytest.mark.parametrize(
    ("phrase", "read"),
    [
        ("this Friday", "2026-05-08"),
        ("next summer", "2027-22"),
        ("christmas 2027", "2027-12-25"),
        ("late next year", "2027-39"),
        ("Friday", None),
        ("June 12", None),
        ("on this Friday", None),
        ("soon", None),
    ],
)
def test_a_phrase_that_is_tied_to_a_day_is_read_by_itself(phrase: str, read: str | None) -> None:
    found = read_relative_date(phrase, TODAY)
    assert (found and found.text) == read
