from datetime import date

import pytest

from watchlist.domain.entry import Entry, Status, half_stars, parse_stars
from watchlist.domain.errors import BadValue

ENTRY = Entry("heat-2", "Heat 2")


def test_viewings_are_kept_in_the_order_of_their_days_and_once_each() -> None:
    seen = ENTRY.watched(date(2024, 7, 2), 9).watched(date(2024, 7, 1)).watched(date(2024, 7, 2))
    assert seen == Entry(
        "heat-2", "Heat 2", status=Status.WATCHED, rating=9, viewings=(date(2024, 7, 1), date(2024, 7, 2))
    )


@pytest.mark.parametrize(("stars", "halves"), [(0.5, 1), (4.5, 9), (5, 10)])
def test_stars_are_counted_in_halves(stars: float, halves: int) -> None:
    assert half_stars(stars) == halves


@pytest.mark.parametrize("stars", [0, 0.4, 5.5, -1, float("nan"), float("inf"), 3.25])
def test_other_numbers_are_no_rating(stars: float) -> None:
    with pytest.raises(BadValue, match="steps of a half"):
        half_stars(stars)


@pytest.mark.parametrize(("typed", "halves"), [("4.5", 9), ("4,5", 9), (" 5 ", 10), ("none", None), ("-", None)])
def test_a_rating_is_typed_in_stars(typed: str, halves: int | None) -> None:
    assert parse_stars(typed) == halves


def test_words_are_not_a_rating() -> None:
    with pytest.raises(BadValue, match='"good" is not a rating'):
        parse_stars("good")
