"""Where dates stand in a sentence, and of which form each is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.services.article.date_finding import Form, day_number, find_dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 2027-06-25", [("2027-06-25", Form.ISO)]),
        ("on 25/06/2027", [("25/06/2027", Form.NUMERIC)]),
        ("on 6/25", [("6/25", Form.SHORT_NUMERIC)]),
        ("moved to the 25th.", [("the 25th", Form.BARE_DAY)]),
        ("June 25-27, 2027", [("June 25-27, 2027", Form.DAYS)]),
        ("between 25 and 27 June", [("25 and 27 June", Form.DAYS)]),
        ("June 25 – July 3", [("June 25 – July 3", Form.SPAN)]),
        ("Friday, June 25th, 2027", [("Friday, June 25th, 2027", Form.DAY)]),
        ("the twenty-fifth of June", [("the twenty-fifth of June", Form.DAY)]),
        ("June 25: a day", [("June 25", Form.DAY)]),
        ("25 JUNE 2027", [("25 JUNE 2027", Form.DAY)]),
        ("in late June 2027", [("late June 2027", Form.PART_OF_MONTH)]),
        ("in June of next year", [("June of next year", Form.MONTH)]),
        ("in the spring of 2027", [("spring of 2027", Form.SEASON)]),
        ("Q3 2027 or the third quarter", [("Q3 2027", Form.QUARTER), ("the third quarter", Form.QUARTER)]),
        ("the third quarter of fiscal 2027", [("third quarter of fiscal 2027", Form.FISCAL_QUARTER)]),
        ("the second half of 2027", [("the second half of 2027", Form.HALF)]),
        ("in late 2027", [("late 2027", Form.PART_OF_YEAR)]),
        ("in 2027", [("2027", Form.YEAR)]),
        ("next Friday night", [("next Friday night", Form.WEEKDAY)]),
        ("tomorrow", [("tomorrow", Form.NEAR)]),
        ("next weekend", [("next weekend", Form.UNIT)]),
        ("two weeks later", [("two weeks later", Form.OFFSET)]),
        ("Labor Day weekend 2027", [("Labor Day weekend 2027", Form.HOLIDAY)]),
        ("has no release date yet", [("no release date yet", Form.NONE)]),
        ("On June 5 and July 3", [("June 5", Form.DAY), ("July 3", Form.DAY)]),
    ],
)
def test_a_date_is_found_with_all_its_words(text: str, found: list[tuple[str, Form]]) -> None:
    assert [(text[one.start : one.end], one.form) for one in find_dates(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "It may march on.",
        "They made $2027 with 3,500 of them.",
        "They were born in the 1990s.",
        "It runs for 25 minutes, from 8:30 pm.",
        "In June 12:30 is late.",
        "It had 2027 screens.",
        "The fall of a house at winter’s end.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text) == ()


def test_the_day_of_a_month_in_figures_and_in_words() -> None:
    texts = ("June 25", "the twenty-fifth of June", "June first")
    assert [day_number(find_dates(text)[0].parts) for text in texts] == [25, 25, 1]


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from(["June 5", "2027", " ", "-", "/", "next Friday", "Q3", " of ", "TBA", "25"]), max_size=8)
)
def test_dates_never_overlap_and_stand_in_their_order(pieces: list[str]) -> None:
    edges = [edge for one in find_dates("".join(pieces)) for edge in (one.start, one.end)]
    assert edges == sorted(edges)
