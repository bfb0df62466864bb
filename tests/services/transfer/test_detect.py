"""Recognising files: each is read by its format, and what is no list is refused."""

from datetime import date

import pytest

from exports import LETTERBOXD_WATCHLIST, read
from watchlist.domain.errors import InvalidFile
from watchlist.services.transfer.detect import read_lists
from watchlist.storage.outside.import_files import IncomingFile


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("a,b,c\n1,2,3\n", "is not a list in a known format"),
        ("3", "is not a list in a known format"),
        ('{"a": 1}', "is not a list in a known format"),
        ("[" * 100_000, "is nested too deeply"),
        ('[{"listed_at": NaN}]', "NaN is not a number in JSON"),
        ('["\\ud800"]', "contains half a character"),
        ("[1,", "line 1, column 4: "),
        ("[" + "9" * 5000 + "]", "Exceeds the limit"),
    ],
)
def test_what_is_no_list_is_refused(content: str, words: str) -> None:
    with pytest.raises(InvalidFile) as raised:
        read("x.json", content)
    assert words in raised.value.fact


def test_an_empty_list_of_deleted_films_in_an_archive_is_passed_over() -> None:
    files = [
        IncomingFile("deleted/diary.csv", b"", "letterboxd.zip"),
        IncomingFile("watchlist.csv", LETTERBOXD_WATCHLIST.encode(), "letterboxd.zip"),
    ]
    assert [one.title for one in read_lists(files, None)] == ["Letterboxd watchlist"]


def test_the_error_for_an_unknown_file_names_the_formats() -> None:
    with pytest.raises(InvalidFile) as raised:
        read("x.csv", "a,b\n1,2\n")
    assert raised.value.lines == (
        "x.csv: is not a list in a known format",
        "Nothing was changed.",
        "Supported are exports from Letterboxd, Trakt, TMDB, Simkl, IMDb, and our own CSV and JSON.",
    )


@pytest.mark.parametrize(
    ("name", "archive", "folder", "day"),
    [
        ("watchlist.csv", "letterboxd-me-2026-01-21-11-20-utc.zip", "", date(2026, 1, 21)),
        ("watchlist-2026-01-21.csv", None, "Downloads 2025-01-01", date(2026, 1, 21)),
        ("watchlist.csv", None, "letterboxd-me-2026-01-21-11-20-utc", date(2026, 1, 21)),
        ("watchlist.csv", "2026-13-45.zip", "", None),
        ("watchlist.csv", None, "", None),
    ],
)
def test_the_day_of_an_export_is_in_its_name(name: str, archive: str | None, folder: str, day: date | None) -> None:
    (one,) = read_lists([IncomingFile(name, LETTERBOXD_WATCHLIST.encode(), archive, folder)], None)
    assert one.exported == day
