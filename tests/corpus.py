"""Exports of other programs with the traps that real ones have, as small files of our own.

Each line about a film has a title that no other line has; `films` counts them. What is left out on purpose is
in `named`, by words that stand in the last lines of the import.
"""

import json
from typing import NamedTuple

HEADER = "Date,Name,Year,Letterboxd URI\n"
DIARY = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
REVIEWS = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n"
LIST_HEAD = "Date,Name,Tags,URL,Description\n"
LIST_BODY = "Position,Name,Year,URL,Description\n"


class Export(NamedTuple):
    """A file, how many films come in from it, and what is named instead."""

    name: str
    content: str | bytes
    films: int
    named: tuple[str, ...] = ()


def trakt(*titles: str, year: int | None = 2031, **more: object) -> str:
    """Write an array of Trakt's, one thing per title."""
    films = ({"title": one, "year": year, "ids": {"trakt": 900000 + sum(map(ord, one))}} for one in titles)
    return json.dumps([{"type": "movie", **more, "movie": film} for film in films])


CORPUS = (
    Export(
        "lists/blank-line.csv",
        f"Letterboxd list export v7\n{LIST_HEAD}"
        f'2024-01-01,"Rainy, and ""long""",,https://boxd.it/l,"First line\n\nafter an empty one, {LIST_BODY}"\n\n'
        f"{LIST_BODY}1,Listed One,2031,https://boxd.it/aaa1,\n2,Listed Two,,https://boxd.it/aaa2,\n",
        2,
    ),
    Export(
        "lists/before-v7.csv",
        f"\n{LIST_HEAD}2017-01-01,Old List,,https://boxd.it/m,\n\n{LIST_BODY}1,Listed Once,1999,https://boxd.it/aaa3,\n",
        1,
    ),
    Export(
        "odd-years.csv",
        "Position;Const;Created;Title;URL;Title Type;Year;Release Date\r\n"
        "1;tt9900001;31-07-26;Silent One;https://x/;movie;1921;10-09-21\r\n"
        "2;tt9900002;30-07-26;Later One;https://x/;movie;2021;13-09-21\r\n"
        "3;tt9900003;30-07-26;Restored One;https://x/;movie;1931;13-09-2019\r\n",
        3,
        ("2019-09-13 is far from 1931, so it is not a release date",),
    ),
    Export(
        "bad cells.csv",
        "Const,Your Rating,Date Rated,Title,Title Type,Year,Release Date\n"
        "tt9900011,11,2024-13-45,Bad Cells,Movie,20x4,someday\n"
        "tt9900012,9,2024-01-01,Good Cells,Movie,2031,2031-02-03\n"
        "tt9900013,9,2024-01-01,,Movie,2031,\n"
        "tt9900014,9,2024-01-01,Too,Many,Cells,2031,2031,2031\n",
        2,
        (
            '"11" is not a rating of 1 to 10',
            '"2024-13-45" is not a date',
            '"20x4" is not a year',
            '"someday" is not a date',
            "has no title, and no film has the id imdb tt9900013",
            "has 9 fields, the header has 7",
        ),
    ),
    Export(
        "reviews.csv",
        REVIEWS + '2024-07-02,Reviewed,2031,https://boxd.it/x1,4,,"<i>So</i> good: <a href=""https://example.org/a"">'
        'here</a> &amp; there.<br>I <3 it",,2024-07-01\n',
        1,
    ),
    Export("diary.csv", DIARY + "2024-07-02,Watched Twice,2031,https://boxd.it/x2,3,,,2020-07-01\n", 1),
    Export("watched (1).csv", HEADER + "2024-07-02,Just Watched,2031,https://boxd.it/aaa5\n", 1, ("by its name",)),
    Export("wide.csv", ("\ufeff" + HEADER + "2024-07-02,Wide Ünicode,2031,https://boxd.it/aaa6\n").encode("utf-16"), 1),
    Export("wide-without-mark.csv", (HEADER + "2024-07-02,Wide Too,2031,https://boxd.it/aa\n").encode("utf-16-le"), 1),
    Export("windows.csv", (HEADER + "2024-07-02,Léon Two,2031,https://boxd.it/aab\n").encode("cp1252"), 1),
    Export(
        "common.csv",
        "tmdbID,imdbID,Title,Year,Rating10,WatchedDate\n"
        "990001,tt9900021,Common One,2019,9,2024-01-01\n,,Common Two,,,\n",
        2,
    ),
    Export(
        "escaped.csv",
        'LetterboxdURI,Title,Year,Review\n,"The \\"Quoted\\" One",2031,"ends in a quote \\""\n,Plain One,2031,\n',
        2,
    ),
    Export(
        "open-quote.csv",
        HEADER + '2024-07-02,"Never Closed,2031,https://boxd.it/aac\n2024-07-02,Behind It,2031,https://boxd.it/aad\n',
        1,
        ("has a quote that does not end at the end of its cell",),
    ),
    Export("lists-watchlist.json", "[]", 0),
    Export("lists-watchlist-1.json", trakt("Trakt Wanted", year=None, listed_at="2024-01-01T00:00:00.000Z"), 1),
    Export("lists-list-7-rainy-days.json", trakt("Trakt Listed", listed_at="2024-01-01T00:00:00.000Z"), 1),
    Export("collection-movies-1.json", trakt("Trakt Collected", collected_at="2024-01-01T00:00:00.000Z"), 1),
    Export("watched-movies.json", trakt("Trakt Seen", plays=2, last_watched_at="2024-01-01T00:00:00.000Z"), 1),
    Export("dump.json", json.dumps({"watchlist": json.loads(trakt("Dumped", listed_at="2024-01-01T00:00:00Z"))}), 1),
    Export("nul.csv", b"\x00" * 9, 0, ("contains only NUL characters",)),
)
"""Every one of them can be read alone but the last."""
