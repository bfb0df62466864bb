"""Letterboxd: the files of its export, its lists, and the format of its import."""

from datetime import date

import pytest

from exports import LETTERBOXD_DIARY, LETTERBOXD_WATCHLIST, ids, read
from watchlist.domain.entry import Viewing
from watchlist.services.transfer.row import ImportedRow


def test_letterboxd_takes_unreleased_films_without_a_year() -> None:
    assert read("watchlist.csv", LETTERBOXD_WATCHLIST).rows == (
        ImportedRow(2, "Heat 2", ids=ids(letterboxd="DErS"), added=date(2025, 2, 8), file="watchlist.csv"),
    )


@pytest.mark.parametrize(
    ("name", "watched", "tags"),
    [
        ("watchlist.csv", False, ()),
        ("watchlist (2).csv", False, ()),
        ("watched.csv", True, ()),
        ("watched (1).csv", True, ()),
        ("likes/films.csv", True, ("liked",)),
    ],
)
def test_the_name_of_a_letterboxd_file_says_what_its_header_does_not(
    name: str,
    watched: bool,
    tags: tuple[str, ...],
) -> None:
    (row,) = read(name, LETTERBOXD_WATCHLIST).rows
    assert (row.watched, row.tags) == (watched, tags)


def test_a_diary_names_the_entry_and_not_the_film() -> None:
    (row,) = read("diary.csv", LETTERBOXD_DIARY).rows
    assert row == ImportedRow(
        line=2,
        title="Drawing Closer",
        year=2024,
        watched=True,
        rating=9,
        viewings=(date(2024, 7, 1),),
        tags=("netflix", "tears"),
        file="diary.csv",
        rated=date(2024, 7, 1),
        diary=(Viewing(date(2024, 7, 1), 9, rewatch=True),),
    )


def test_a_review_reaches_over_lines() -> None:
    text = (
        "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n"
        '2024-07-02,A,2024,https://boxd.it/x,,,"One ""line""\n\nand <b>another</b>",,2024-07-01\n'
        "2024-07-03,B,2024,https://boxd.it/y,5,,Good,,2024-07-02\n"
    )
    rows = read("reviews.csv", text).rows
    assert [(row.line, row.title, row.diary) for row in rows] == [
        (2, "A", (Viewing(date(2024, 7, 1), review='One "line"\n\nand another'),)),
        (5, "B", (Viewing(date(2024, 7, 2), 10, review="Good"),)),
    ]


def test_a_letterboxd_list_is_two_tables_and_its_name_a_tag() -> None:
    text = (
        "Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2024-01-01,Best of 2024,,https://boxd.it/l,\n\n"
        "Position,Name,Year,URL,Description\n1,Drawing Closer,2024,https://boxd.it/abcd,\n"
    )
    assert read("lists/best.csv", text).rows == (
        ImportedRow(
            line=6,
            title="Drawing Closer",
            year=2024,
            ids=ids(letterboxd="abcd"),
            tags=("Best of 2024",),
            file="lists/best.csv",
            kept=True,
        ),
    )


def test_deleted_and_orphaned_rows_are_no_viewings() -> None:
    for name in ("deleted/diary.csv", "orphaned/diary.csv"):
        result = read(name, LETTERBOXD_DIARY, archive="letterboxd-me.zip")
        assert (result.rows, result.left_out) == ((), 1)


def test_what_letterboxd_imports_is_read_too() -> None:
    text = (
        "LetterboxdURI,tmdbID,imdbID,Title,Year,Rating10,WatchedDate\n"
        ",348,tt0078748,Alien,1979,9,1980-01-01\n,,,Heat 2,,,\n"
    )
    assert read("films.csv", text).rows == (
        ImportedRow(
            line=2,
            title="Alien",
            year=1979,
            ids=ids(imdb="tt0078748", tmdb="348"),
            watched=True,
            rating=9,
            viewings=(date(1980, 1, 1),),
            file="films.csv",
            rated=date(1980, 1, 1),
            diary=(Viewing(date(1980, 1, 1), 9),),
        ),
        ImportedRow(3, "Heat 2", file="films.csv"),
    )
