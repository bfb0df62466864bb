"""Simkl: the CSV of its backup."""

from datetime import date

from exports import read


def test_simkl_says_what_was_watched_is_wanted_or_was_dropped() -> None:
    header = "SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo,TVDB,TMDB,IMDB\n"
    parsed = read(
        "SimklBackup.csv",
        header
        + "1,Alien,movie,1979,completed,,18-12-2023 21:50:41,9,Great,,348,tt0078748\n"
        + "2,Heat 2,movie,,plantowatch,,,,,,,\n3,Bad,movie,2020,dropped,,,,,,,\n4,S,tv,2020,watching,,,,,,,\n",
    )
    assert parsed.other_items == 1
    assert [(row.title, row.watched, row.dropped, row.viewings) for row in parsed.rows] == [
        ("Alien", True, False, (date(2023, 12, 18),)),
        ("Heat 2", False, False, ()),
        ("Bad", False, True, ()),
    ]
