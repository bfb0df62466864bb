import re
from datetime import date

import pytest

from watchlist.domain.entry import Entry, Status, Viewing, half_stars, parse_stars
from watchlist.domain.errors import BadValue

ENTRY = Entry("heat-2", "Heat 2")


def test_viewings_are_kept_in_the_order_of_their_days_and_once_each() -> None:
    seen = ENTRY.watched(date(2024, 7, 2), 9).watched(date(2024, 7, 1)).watched(date(2024, 7, 2))
    assert seen == Entry(
        "heat-2",
        "Heat 2",
        status=Status.WATCHED,
        rating=9,
        viewings=(date(2024, 7, 1), date(2024, 7, 2)),
        diary=(Viewing(date(2024, 7, 2), 9),),
    )


def test_a_viewing_without_a_day_counts_beside_those_with_one() -> None:
    seen = ENTRY.watched(None).watched(None).watched(date(2024, 7, 1))
    assert (seen.status, seen.viewings, seen.undated_viewings) == (Status.WATCHED, (date(2024, 7, 1),), 2)
    assert seen.times_seen == 3


def test_an_entry_that_is_watched_was_seen_once_at_least_and_another_plan_keeps_that() -> None:
    seen = ENTRY._replace(status=Status.WATCHED)
    assert [one.times_seen for one in (ENTRY, seen, seen.planned(Status.WANTED), seen.watched(None))] == [0, 1, 1, 2]


def test_a_viewing_is_taken_back_and_without_any_the_film_is_wanted_again() -> None:
    seen = ENTRY.watched(date(2024, 7, 1)).watched(None)
    without_day = seen.without_viewing(None)
    assert without_day == ENTRY.watched(date(2024, 7, 1))
    assert without_day.without_viewing(date(2024, 7, 1)) == ENTRY
    assert seen.planned(Status.DROPPED).without_viewing(None).status is Status.DROPPED


def test_each_viewing_keeps_its_own_rating_and_what_else_was_said_of_it() -> None:
    reviewed = ENTRY._replace(diary=(Viewing(date(2024, 7, 2), 8, rewatch=True, review="Good."),))
    assert reviewed.watched(date(2024, 7, 2), 9).watched(date(2024, 7, 1), 3).diary == (
        Viewing(date(2024, 7, 1), 3),
        Viewing(date(2024, 7, 2), 9, rewatch=True, review="Good."),
    )


def test_what_was_watched_and_is_wanted_is_wanted_again_until_it_is_watched_once_more() -> None:
    once = ENTRY.watched(date(2024, 7, 2))
    assert not once.is_wanted_again
    assert once._replace(status=Status.WANTED).is_wanted_again
    assert ENTRY.watched(None).planned(Status.WANTED).is_wanted_again
    assert not ENTRY.is_wanted_again


def test_a_viewing_after_another_is_one_more_and_goes_with_what_was_said_of_it() -> None:
    twice = ENTRY.watched(date(2024, 7, 2), 8).watched(date(2024, 7, 3)).watched(date(2024, 7, 1))
    assert twice.diary == (Viewing(date(2024, 7, 2), 8), Viewing(date(2024, 7, 3), rewatch=True))
    assert twice.without_viewing(date(2024, 7, 2)).diary == (Viewing(date(2024, 7, 3), rewatch=True),)


@pytest.mark.parametrize(("stars", "halves"), [(0.5, 1), (4.5, 9), (5, 10)])
def test_stars_are_counted_in_halves(stars: float, halves: int) -> None:
    assert half_stars(stars) == halves


@pytest.mark.parametrize("stars", [0, 0.4, 5.5, -1, float("nan"), float("inf"), 3.25])
def test_other_numbers_are_no_rating(stars: float) -> None:
    with pytest.raises(BadValue, match="steps of a half"):
        half_stars(stars)


@pytest.mark.parametrize(
    ("typed", "halves"),
    [
        *(("4.5", 9), ("4,5", 9), (" 5 ", 10), ("none", None), ("-", None), (".5", 1), ("4 stars", 8), ("1 star", 2)),
        *(("4½", 9), ("½", 1), ("4 1/2", 9), ("1/2", 1), ("9/10", 9), ("4.5/5", 9), ("4½/5", 9), ("90 / 100", 9)),
        *(("****½", 9), ("***", 6), ("****.5", 9), ("*** 1/2", 7), ("★★★★☆", 8), ("⭐\ufe0f⭐\ufe0f", 4)),
    ],
)
def test_a_rating_is_typed_in_stars_or_of_ten_or_drawn(typed: str, halves: int | None) -> None:
    assert parse_stars(typed) == halves


@pytest.mark.parametrize("typed", ["good", "", "4.5½", "11/2", "1/3", "***x", "4/0", "++", "½½"])
def test_anything_else_is_not_a_rating(typed: str) -> None:
    with pytest.raises(BadValue, match=f'"{re.escape(typed)}" is not a rating: write 4.5, 4½, 9/10 or'):
        parse_stars(typed)


@pytest.mark.parametrize("typed", ["9", "9.5/10", "4.25", "******", "11/10", "0", "9" * 400])
def test_a_number_that_is_no_half_star_is_refused(typed: str) -> None:
    with pytest.raises(BadValue, match="steps of a half"):
        parse_stars(typed)


def test_a_day_with_two_viewings_counts_twice_and_the_last_of_them_is_taken_back_first() -> None:
    day = date(2024, 7, 2)
    twice = Entry("film", "Film", status=Status.WATCHED, viewings=(day,), diary=(Viewing(day, 6), Viewing(day, 9)))
    assert (twice.times_seen, twice.seen_on) == (2, (day, day))
    once = twice.without_viewing(day)
    assert (once.viewings, once.diary, once.times_seen) == ((day,), (Viewing(day, 6),), 1)
    assert once.without_viewing(day).status is Status.WANTED
