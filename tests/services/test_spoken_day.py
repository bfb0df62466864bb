"""Days as people say them, counted from Friday 20 November 2026: behind where something was done, else ahead."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.domain.dates import Span
from watchlist.services.spoken_day import spoken_days

TODAY = date(2026, 11, 20)


def both(phrase: str, today: date = TODAY) -> list[str | None]:
    """Read a phrase as one of what was done, and of what is waited for: a day, or a first and a last one."""
    spans = [spoken_days(phrase, today, ahead=ahead) for ahead in (False, True)]
    return [one and "/".join(dict.fromkeys(f"{day}" for day in one)) for one in spans]


@pytest.mark.parametrize(
    ("phrase", "behind", "ahead"),
    [
        ("the day before yesterday", "2026-11-18", "2026-11-18"),
        ("last night", "2026-11-19", "2026-11-19"),
        ("Tonight", "2026-11-20", "2026-11-20"),
        ("tomorrow", "2026-11-21", "2026-11-21"),
        ("3 days ago", "2026-11-17", "2026-11-17"),
        ("a week ago", "2026-11-13", "2026-11-13"),
        ("in two weeks", "2026-12-04", "2026-12-04"),
        ("-3d", "2026-11-17", "2026-11-17"),
        ("+ 3 d", "2026-11-23", "2026-11-23"),
        ("2w", "2026-11-06", "2026-12-04"),
        ("3 months", "2026-08-20", "2027-02-20"),
        ("1y", "2025-11-20", "2027-11-20"),
        ("99999y", "0001-01-01", "9999-12-31"),
        ("friday", "2026-11-20", "2026-11-20"),
        ("on Wednesday", "2026-11-18", "2026-11-25"),
        ("this sat", "2026-11-14", "2026-11-21"),
        ("last Friday", "2026-11-13", "2026-11-13"),
        ("this past thu", "2026-11-19", "2026-11-19"),
        ("coming Wednesday", "2026-11-25", "2026-11-25"),
        ("next friday", "2026-11-27", "2026-11-27"),
        ("next monday", "2026-11-23", "2026-11-23"),
        ("20 nov", "2026-11-20", "2026-11-20"),
        ("Nov 21st", "2025-11-21", "2026-11-21"),
        ("19. November", "2026-11-19", "2027-11-19"),
        ("the 19th of nov.", "2026-11-19", "2027-11-19"),
        ("29 feb", "2024-02-29", "2028-02-29"),
        ("the 21st", "2026-10-21", "2026-11-21"),
        ("the 31st", "2026-10-31", "2026-12-31"),
        ("november", "2026-11-01/2026-11-30", "2026-11-01/2026-11-30"),
        ("june", "2026-06-01/2026-06-30", "2027-06-01/2027-06-30"),
        ("last november", "2025-11-01/2025-11-30", "2025-11-01/2025-11-30"),
        ("next november", "2027-11-01/2027-11-30", "2027-11-01/2027-11-30"),
        ("last week", "2026-11-09/2026-11-15", "2026-11-09/2026-11-15"),
        ("this weekend", "2026-11-21/2026-11-22", "2026-11-21/2026-11-22"),
        ("next month", "2026-12-01/2026-12-31", "2026-12-01/2026-12-31"),
        ("last year", "2025-01-01/2025-12-31", "2025-01-01/2025-12-31"),
    ],
)
def test_what_leaves_its_side_open_lies_on_the_side_of_its_place(phrase: str, behind: str, ahead: str) -> None:
    assert both(phrase) == [behind, ahead]


@pytest.mark.parametrize(
    "phrase",
    ["in 3 days ago", "+3d ago", "3 fortnights ago", "31 nov", "the 32nd", "20", "june 2027", "next", "last day", ""],
)
def test_what_is_no_such_phrase_is_none(phrase: str) -> None:
    assert both(phrase) == [None, None]


def test_a_month_later_is_the_last_day_of_a_month_that_is_shorter() -> None:
    assert both("1 month", date(2026, 3, 31)) == ["2026-02-28", "2026-04-30"]


def test_at_the_ends_of_the_calendar_there_is_no_day_before_or_behind() -> None:
    assert both("yesterday", date.min) == [None, None]
    assert both("next year", date.max) == [None, None]
    assert both("last november", date(1, 1, 1)) == [None, None]


@settings(max_examples=50)
@given(
    st.sampled_from(["monday", "20 nov", "the 31st", "29 feb", "5d", "3 weeks", "2m", "may", "december"]),
    st.dates(date(1900, 1, 1), date(2200, 1, 1)),
)
def test_days_behind_are_no_later_than_today_and_days_ahead_no_earlier(phrase: str, today: date) -> None:
    behind, ahead = (spoken_days(phrase, today, ahead=one) or Span(None, None) for one in (False, True))
    assert (behind.earliest or date.max) <= today <= (ahead.latest or date.min)
