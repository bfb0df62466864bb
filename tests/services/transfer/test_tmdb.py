"""TMDB: the CSV of its watchlist and ratings."""

from datetime import date

import pytest

from exports import ids, read
from watchlist.domain.dates import Edtf
from watchlist.services.transfer.row import ImportedRow

HEADER = "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated\n"


@pytest.mark.parametrize(
    ("name", "rating", "standing"),
    [
        ("watchlist.csv", "", (False, False, False)),
        ("watchlist.csv", "8", (True, True, False)),
        ("ratings.csv", "8", (True, False, False)),
        ("favorites.csv", "", (False, False, True)),
    ],
)
def test_what_a_row_of_tmdb_says_follows_from_its_rating_and_the_name(
    name: str, rating: str, standing: tuple[bool, ...]
) -> None:
    (row,) = read(name, f"{HEADER}1,,movie,A,2031-01-02T00:00:00Z,,,,{rating},\n").rows
    assert (row.watched, row.again, row.kept) == standing


def test_a_rating_between_two_half_stars_is_rounded_and_that_is_said() -> None:
    (row,) = read("ratings.csv", f"{HEADER}1,,movie,A,2031-01-02T00:00:00Z,,,,7.5,\n").rows
    assert (row.rating, row.lost) == (8, ("7.5 of 10 became 4 of 5 stars",))


def test_a_rated_film_of_tmdb_was_watched_on_a_day_that_nobody_knows() -> None:
    header = "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated\n"
    parsed = read(
        "tmdb.csv",
        header + "396535,tt5700672,movie,부산행,2016-07-20T00:00:00Z,,,7.7,9,2024-07-01T10:00:00Z\n1,,tv,S,,,,,,\n",
    )
    assert (parsed.other_items, parsed.rows) == (
        1,
        (
            ImportedRow(
                line=2,
                title="부산행",
                year=2016,
                ids=ids(tmdb="396535", imdb="tt5700672"),
                watched=True,
                rating=9,
                rated=date(2024, 7, 1),
                release=Edtf.parse("2016-07-20"),
                file="tmdb.csv",
            ),
        ),
    )
