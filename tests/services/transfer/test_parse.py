"""Values as other programs write them: years, days in many orders, ratings, ids."""

from collections.abc import Callable
from datetime import date, timedelta, timezone

import pytest

from exports import ids
from watchlist.domain.errors import BadValue
from watchlist.services.transfer.parse import (
    day_comes_first,
    external_ids,
    find_imdb_id,
    parse_day,
    parse_moment,
    parse_release,
    parse_tags,
    parse_title,
    parse_year,
    read_rating,
    read_title,
)
from watchlist.services.transfer.row import Cells


def refusal(read: Callable[[], object]) -> str:
    with pytest.raises(BadValue) as refused:
        read()
    return str(refused.value)


def test_a_title_may_be_missing_only_where_an_id_stands_for_it() -> None:
    assert (parse_title("Heat"), read_title("", ids(imdb="tt0113277"))) == ("Heat", "")
    assert refusal(lambda: read_title("", ())) == "has no title"


def test_tags_stand_between_commas() -> None:
    assert parse_tags(" netflix, ,tears ,") == ("netflix", "tears")


@pytest.mark.parametrize(
    ("text", "year"), [(" 1995 ", 1995), ("1995-2001", 1995), ("1870", 1870), ("2200", 2200), ("", None)]
)
def test_a_year_is_read(text: str, year: int | None) -> None:
    assert parse_year(text) == year


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("95", '"95" is not a year'),
        ("19950", '"19950" is not a year'),
        ("1869", "1869 is not the year of a film"),
        ("2201", "2201 is not the year of a film"),
    ],
)
def test_a_year_without_films_is_refused(text: str, said: str) -> None:
    assert refusal(lambda: parse_year(text)) == said


@pytest.mark.parametrize(
    ("values", "day_first"),
    [
        (["", "3/4/2024", "13/4/2024", "4/13/2024"], True),
        (["3/4/2024", "4/13/2024"], False),
        (["3/4/2024", "2024-04-13"], None),
        (["12/12/2024"], None),
    ],
)
def test_a_column_tells_its_order_by_a_day_over_twelve(values: list[str], *, day_first: bool | None) -> None:
    assert day_comes_first(values) is day_first


@pytest.mark.parametrize(
    ("text", "given", "day"),
    [
        ("2024-07-01", {}, date(2024, 7, 1)),
        ("2024-07-01T23:00:00Z", {}, date(2024, 7, 1)),
        ("3/4/2024", {}, date(2024, 3, 4)),
        ("3/4/2024", {"day_first": True}, date(2024, 4, 3)),
        ("3.4.2024", {}, date(2024, 4, 3)),
        ("3-4-2024 20:15", {}, date(2024, 4, 3)),
        ("3-4-2024", {"day_first": False}, date(2024, 3, 4)),
        ("3.4.68", {}, date(2068, 4, 3)),
        ("3.4.69", {}, date(1969, 4, 3)),
        ("3.4.24", {"year": 1925}, date(1924, 4, 3)),
        ("3.4.24", {"year": 1990}, date(2024, 4, 3)),
        ("Mon Jul  1 20:15:00 2024", {}, date(2024, 7, 1)),
        (" ", {}, None),
    ],
)
def test_a_day_is_read_in_the_orders_that_programs_write(text: str, given: dict[str, int], day: date | None) -> None:
    assert parse_day(text, **given) == day  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["2024-02-30", "13/13/2024", "July 2024", "2024", "Mon Xyz  1 20:15:00 2024"])
def test_what_is_no_day_is_refused(text: str) -> None:
    assert refusal(lambda: parse_day(text)) == f'"{text}" is not a date'


@pytest.mark.parametrize(
    ("text", "year", "release"),
    [
        ("2027", None, "2027"),
        ("2027-06", None, "2027-06"),
        ("2027-06-12", 2025, "2027-06-12"),
        ("2027-01-01", None, "2027"),
        ("1.1.2027", None, "2027"),
        ("", None, None),
    ],
)
def test_a_release_may_be_partial_and_1_january_is_its_year(text: str, year: int | None, release: str | None) -> None:
    found = parse_release(text, year=year)
    assert (found and found.text) == release


def test_a_release_far_from_the_year_of_its_film_is_of_something_else() -> None:
    assert (
        refusal(lambda: parse_release("2027-06-12", year=2024))
        == "2027-06-12 is far from 2024, so it is not a release date"
    )
    assert refusal(lambda: parse_release("2027", year=2030)) == "2027 is far from 2030, so it is not a release date"
    assert refusal(lambda: parse_release("1000-01-01")) == "1000 is not the year of a film"


def test_a_moment_is_the_day_where_the_user_is() -> None:
    tokyo = timezone(timedelta(hours=9))
    moments = ("2024-07-01T20:00:00Z", "2024-07-01T20:00:00", "2024-07-01T20:00:00-08:00", "2024-07-01", "")
    assert [parse_moment(one, tokyo) for one in moments] == [
        date(2024, 7, 2),
        date(2024, 7, 2),
        date(2024, 7, 2),
        date(2024, 7, 1),
        None,
    ]
    assert refusal(lambda: parse_moment("yesterday", None)) == '"yesterday" is not a date with a time'
    assert refusal(lambda: parse_moment("9999-12-31T23:00:00", tokyo)).startswith('"9999')


@pytest.mark.parametrize(
    ("text", "best", "halves", "lost"),
    [
        ("4.5", 5, 9, []),
        ("4,5", 5, 9, []),
        (" 8 ", 10, 8, []),
        ("10.0", 10, 10, []),
        (" ", 5, None, []),
        ("0", 10, None, []),
        ("0.0", 10, None, []),
        ("0.5", 5, 1, []),
        ("8.4", 10, 8, ["8.4 of 10 became 4 of 5 stars"]),
        ("8.5", 10, 9, ["8.5 of 10 became 4.5 of 5 stars"]),
        ("4.3", 5, 9, ["4.3 of 5 became 4.5 of 5 stars"]),
        ("11", 10, None, ['"11" is not a rating of 1 to 10']),
        ("0.4", 5, None, ['"0.4" is not a rating of 1 to 5']),
        ("5.5", 5, None, ['"5.5" is not a rating of 1 to 5']),
        ("nan", 5, None, ['"nan" is not a rating of 1 to 5']),
        ("good", 5, None, ['"good" is not a rating']),
    ],
)
def test_a_rating_becomes_half_stars_and_what_does_not_fit_is_rounded_or_lost(
    text: str, best: int, halves: int | None, lost: list[str]
) -> None:
    cells = Cells()
    assert (read_rating(cells, text, best=best), cells.lost) == (halves, lost)


def test_ids_that_are_empty_are_none() -> None:
    assert external_ids(imdb=" tt1 ", tmdb=0, trakt=5, letterboxd="") == ids(imdb="tt1", trakt="5")


def test_the_first_id_of_imdb_in_some_texts_is_found() -> None:
    texts = ("Heat", "https://www.imdb.com/title/tt0113277/", "tt1234567")
    assert (find_imdb_id(*texts), find_imdb_id("tt123", "")) == ("tt0113277", "")
