from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain.dates import Edtf
from watchlist.domain.errors import BadValue
from watchlist.services.phrase import parse_day, parse_phrase, parse_since, parse_window

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2027-06-25", "2027-06-25"),
        ("June 27, 2024", "2024-06-27"),
        ("27 June 2024", "2024-06-27"),
        ("June 27th, 2024", "2024-06-27"),
        ("Thursday, March 24th, 2022", "2022-03-24"),
        ("6/27/2024", "2024-06-27"),
        ("June 2024", "2024-06"),
        ("Sep 2025", "2025-09"),
        ("sept. 2025", "2025-09"),
        ("2027", "2027"),
        ("spring 2022", "2022-21"),
        ("Winter 2025", "2025-24"),
        ("fall of 2026", "2026-23"),
        ("Q3 2026", "2026-35"),
        ("2026 q3", "2026-35"),
        ("third quarter of 2026", "2026-35"),
        ("H2 2026", "2026-41"),
        ("first half of 2026", "2026-40"),
        ("early 2026", "2026-37"),
        ("mid-2026", "2026-38"),
        ("late 2026", "2026-39"),
        ("late February 2026", "2026-02-21/2026-02-28"),
        ("mid June 2026", "2026-06-11/2026-06-20"),
        ("TBA", "XXXX"),
        ("to be announced", "XXXX"),
        ("xxxx", "XXXX"),
        ("2026-06/..", "2026-06/.."),
        ("2024-06-27?", "2024-06-27?"),
        ("today", "2026-11-20"),
        ("yesterday", "2026-11-19"),
    ],
)
def test_a_phrase_becomes_edtf(typed: str, edtf: str) -> None:
    assert parse_phrase(typed, today=TODAY) == Edtf.parse(edtf)


@pytest.mark.parametrize(
    "typed",
    [
        *("10/11/12", "12", "June 27", "27 June", "June", "spring", "Q5 2026", "next month", "soon", "", "   "),
        *("9" * 400, "+99:99", "10:30", "Monday", "2024-02-30", "June 31, 2024", "2026-06-01/2025", "3/4/2024"),
    ],
)
def test_what_is_ambiguous_or_no_date_is_refused(typed: str) -> None:
    with pytest.raises(BadValue):
        parse_phrase(typed, today=TODAY)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_in_words_is_that_day_and_nothing_is_padded(day: date) -> None:
    words = f"{day.day} {day:%B} {day.year}"
    assert parse_phrase(words, today=TODAY) == Edtf.of(day)
    assert parse_phrase(f"{day:%B} {day.year}", today=TODAY).text == day.isoformat()[:7]


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused(typed: str) -> None:
    try:
        parse_phrase(typed, today=TODAY)
    except BadValue:
        return


def test_a_viewing_needs_one_day() -> None:
    assert parse_day("1 July 2024", today=TODAY) == date(2024, 7, 1)
    with pytest.raises(BadValue, match="not one day"):
        parse_day("July 2024", today=TODAY)


@pytest.mark.parametrize(
    ("typed", "last"),
    [("90d", "2027-02-18"), ("2 weeks", "2026-12-04"), ("6m", "2027-05-20"), ("1y", "2027-11-20"), ("99999y", None)],
)
def test_a_window_ends_on_a_day(typed: str, last: str | None) -> None:
    assert parse_window(typed, today=TODAY) == (date.fromisoformat(last) if last else date.max)


@pytest.mark.parametrize("typed", ["90", "d", "-3d", "ninety days", "1.5y", "soon", "yesterday", "2026-11-19", "TBA"])
def test_another_window_is_refused_with_the_forms_of_a_window(typed: str) -> None:
    with pytest.raises(BadValue, match=r"is not a length of time or a future date: write 90d, .*next Friday"):
        parse_window(typed, today=TODAY)


@pytest.mark.parametrize(
    ("typed", "behind", "ahead"),
    [
        ("yesterday", "2026-11-19", None),
        ("last night", "2026-11-19", None),
        ("tomorrow", "2026-11-21", "2026-11-21"),
        ("last Friday", "2026-11-13", None),
        ("on Wednesday", "2026-11-18", "2026-11-25"),
        ("Friday", "2026-11-20", "2026-11-20"),
        ("next friday", "2026-11-27", "2026-11-27"),
        ("3 days ago", "2026-11-17", None),
        ("a week ago", "2026-11-13", None),
        ("in two weeks", "2026-12-04", "2026-12-04"),
        ("-3d", "2026-11-17", None),
        ("+3d", "2026-11-23", "2026-11-23"),
        ("2w", "2026-11-06", "2026-12-04"),
        ("20 nov", "2026-11-20", "2026-11-20"),
        ("Nov 21st", "2025-11-21", "2026-11-21"),
        ("19. November", "2026-11-19", "2027-11-19"),
        ("29 feb", "2024-02-29", "2028-02-29"),
        ("the 21st", "2026-10-21", "2026-11-21"),
        ("the 31st", "2026-10-31", "2026-12-31"),
        ("1 July 2027", "2027-07-01", "2027-07-01"),
    ],
)
def test_a_day_as_people_say_it_lies_on_the_side_of_its_place(typed: str, behind: str, ahead: str | None) -> None:
    assert parse_day(typed, today=TODAY).isoformat() == behind
    assert parse_since(typed, today=TODAY).isoformat() == behind
    if ahead is not None:
        assert parse_window(typed, today=TODAY).isoformat() == ahead


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("last week", "2026-11-09", None),
        ("this week", "2026-11-16", "2026-11-22"),
        ("next weekend", "2026-11-28", "2026-11-29"),
        ("last month", "2026-10-01", None),
        ("next year", "2027-01-01", "2027-12-31"),
        ("November", "2026-11-01", "2026-11-30"),
        ("june", "2026-06-01", "2027-06-30"),
        ("last november", "2025-11-01", None),
        ("spring 2027", "2027-03-01", "2027-05-31"),
    ],
)
def test_several_days_have_a_first_and_a_last_and_are_no_day(typed: str, since: str, until: str | None) -> None:
    assert parse_since(typed, today=TODAY).isoformat() == since
    if until is not None:
        assert parse_window(typed, today=TODAY).isoformat() == until
    with pytest.raises(BadValue, match=r'is not one day: write .*"last Friday"'):
        parse_day(typed, today=TODAY)


@pytest.mark.parametrize("typed", ["10/11/12", "soon", "in 3 days ago", "", "31 nov", "the 32nd", "3 fortnights ago"])
def test_what_is_no_day_is_refused_with_the_forms_of_its_place(typed: str) -> None:
    with pytest.raises(BadValue, match='write 2026-11-20, "20 Nov", yesterday'):
        parse_day(typed, today=TODAY)
    with pytest.raises(BadValue, match='write 2w, "3 days ago"'):
        parse_since(typed, today=TODAY)


@given(st.text(max_size=20), st.dates())
def test_any_text_on_any_day_is_a_day_or_refused(typed: str, today: date) -> None:
    for read in (parse_day, parse_since, parse_window):
        with suppress(BadValue):
            read(typed, today=today)


@given(st.sampled_from(["-9w", "99999y", "29 feb", "the 31st", "last june", "next year", "friday"]), st.dates())
def test_no_day_of_the_calendar_is_too_early_or_too_late_to_count_from(typed: str, today: date) -> None:
    for read in (parse_day, parse_since, parse_window):
        with suppress(BadValue):
            read(typed, today=today)


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("this Friday", "2024-06-07"),
        ("next summer", "2025-22"),
        ("this fall", "2024-23"),
        ("late next year", "2025-39"),
        ("Christmas Day 2027", "2027-12-25"),
        ("Memorial Day weekend 2027", "2027-05-28/2027-05-31"),
        ("next year's Memorial Day weekend", "2025-05-23/2025-05-26"),
    ],
)
def test_words_that_start_from_today_are_read_from_it(phrase: str, edtf: str) -> None:
    assert parse_phrase(phrase, today=date(2024, 6, 1)).text == edtf


@pytest.mark.parametrize(
    "phrase", ["Christmas Day", "June 27", "in the summer", "summer", "the 19th", "03/04", "Diwali 2051"]
)
def test_a_phrase_that_leaves_the_year_open_is_refused(phrase: str) -> None:
    with pytest.raises(BadValue):
        parse_phrase(phrase, today=date(2024, 6, 1))
