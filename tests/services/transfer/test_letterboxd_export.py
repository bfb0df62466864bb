"""The format of Letterboxd's import: what goes out comes back."""

from datetime import date

import pytest
from hypothesis import given, settings

from entries import LISTS, request_for
from exports import read
from watchlist.domain.entry import Entry, Status, Viewing
from watchlist.domain.film import ExternalId
from watchlist.services.transfer import letterboxd_export
from watchlist.services.transfer.row import ImportedRow

DAY = date(2024, 7, 1)


def rows(entry: Entry, part: str = "-diary") -> tuple[ImportedRow, ...]:
    files = {suffix: data for data, suffix in letterboxd_export.write(request_for([entry], year=2024)).files}
    return read(f"lb{part}.csv", files[part]).rows


@given(LISTS)
@settings(max_examples=30)
def test_what_was_watched_and_what_is_wanted_come_back_from_files_of_their_own(entries: list[Entry]) -> None:
    files = {suffix: data for data, suffix in letterboxd_export.write(request_for(entries, year=2024)).files}
    for suffix, expected in (
        ("-watchlist", [one.title for one in entries if one.status is Status.WANTED]),
        ("-diary", [one.title for one in entries if one.status is Status.WATCHED or one.is_wanted_again]),
    ):
        read_back = read(f"lb{suffix}.csv", files[suffix]).rows if suffix in files else ()
        assert list(dict.fromkeys(row.title for row in read_back)) == list(dict.fromkeys(expected))
        assert {row.watched for row in read_back} <= {suffix == "-diary"}


def test_each_viewing_has_its_own_rating_review_and_rewatch() -> None:
    seen = Entry(
        "film",
        "Film",
        status=Status.WATCHED,
        rating=9,
        viewings=(DAY, date(2025, 1, 1)),
        diary=(Viewing(DAY, 6, rewatch=False, review='So "so" \\ <3'), Viewing(date(2025, 1, 1), 9, rewatch=True)),
    )
    assert [row.diary for row in rows(seen)] == [(one,) for one in seen.diary]


def test_a_rating_that_came_later_than_the_last_viewing_has_a_line_without_a_day() -> None:
    seen = Entry("film", "Film", status=Status.WATCHED, rating=10, viewings=(DAY,), diary=(Viewing(DAY, 6),))
    assert [(row.rating, row.viewings) for row in rows(seen)] == [(6, (DAY,)), (10, ())]


@pytest.mark.parametrize("title", ["-30-", "=1+1", "+1", "@Home", "'71", 'The "Film"', "a\\b", "two\nlines", " x "])
def test_a_title_has_no_guard_and_a_quote_is_escaped_as_letterboxd_asks(title: str) -> None:
    ((data, _),) = letterboxd_export.write(request_for([Entry("film", title)])).files
    assert b"\n,,,'=" not in data
    assert (b'"' in data and '"' in title) == (rb"\"" in data)
    (row,) = read("lb-watchlist.csv", data).rows
    assert row.title == title.strip()


def test_a_film_that_is_wanted_again_is_in_both_and_one_that_is_neither_is_told() -> None:
    again = Entry("again", "Again", viewings=(DAY,))
    assert [len(rows(again, part)) for part in ("-diary", "-watchlist")] == [1, 1]
    result = letterboxd_export.write(request_for([Entry("kept", "Kept", status=Status.KEPT), again]))
    assert result.messages == (
        "Import the watchlist file on your watchlist page: Letterboxd's other import page marks every film as watched.",
        "Left out: 1 film that is neither wanted nor watched.",
    )


def test_the_name_in_an_address_is_no_code_of_a_short_link() -> None:
    for key, address in (("DErS", "https://boxd.it/DErS"), ("heat-1995", "https://letterboxd.com/film/heat-1995/")):
        ((data, _),) = letterboxd_export.write(
            request_for([Entry("film", "Film", ids=(ExternalId("letterboxd", key),))])
        ).files
        assert data.decode().splitlines()[1].startswith(f"{address},")


def test_a_film_that_is_larger_than_the_limit_has_a_file_of_its_own() -> None:
    entries = [
        Entry(f"f-{n}", "Film", status=Status.WATCHED, viewings=(DAY,), diary=(Viewing(DAY, review="x" * size),))
        for n, size in enumerate((10, letterboxd_export.LARGEST_IMPORT, 10))
    ]
    files = letterboxd_export.write(request_for(entries)).files
    assert [(data.count(b"2024-07-01"), suffix) for data, suffix in files] == [
        (1, "-diary"),
        (1, "-diary-2"),
        (1, "-diary-3"),
    ]
