"""TMDB: the CSV of its watchlist and ratings."""

from datetime import date

from exports import ids, read
from watchlist.domain.dates import Edtf
from watchlist.services.transfer.row import ImportedRow


def test_a_rated_film_of_tmdb_was_watched_on_a_day_that_nobody_knows() -> None:
    header = "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated\n"
    parsed = read(
        "tmdb.csv",
        header + "396535,tt5700672,movie,부산행,2016-07-20T00:00:00Z,,,7.7,9,2024-07-01T10:00:00Z\n1,,tv,S,,,,,,\n",
    )
    assert (parsed.no_films, parsed.rows) == (
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
