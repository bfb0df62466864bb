"""Our own JSON: it loses nothing."""

import json

import pytest
from hypothesis import given

from entries import LISTS, request_for
from exports import read
from watchlist.domain.entry import Entry
from watchlist.services.transfer import watchlist_json
from watchlist.services.transfer.row import BadRow


@given(LISTS)
def test_json_gives_the_same_entries_back(entries: list[Entry]) -> None:
    ((data, _),) = watchlist_json.write(request_for(entries)).files
    assert read("x.json", data).entries == tuple(entries)


@pytest.mark.parametrize(
    ("version", "written", "half_stars"),
    [("1", "9", 9), ("1", "5", 5), ("2", "4.5", 9), ("2", "5", 10), ("2", "5.0", 10)],
)
def test_the_stars_of_this_version_and_the_half_stars_of_the_first_are_read(
    version: str, written: str, half_stars: int
) -> None:
    text = f'{{"format": "watchlist", "version": {version}, "entries": [{{"id": "a", "rating": {written}}}]}}'
    assert read("x.json", text).entries == (Entry("a", "a", rating=half_stars),)


def test_stars_are_written() -> None:
    ((written, _),) = watchlist_json.write(request_for([Entry("a", "A", rating=9), Entry("b", "B")])).files
    assert [entry["rating"] for entry in json.loads(written)["entries"]] == [4.5, None]


@pytest.mark.parametrize("rating", ["9", '"4"', "4.2", "[]"])
def test_what_is_no_number_of_stars_is_a_bad_row(rating: str) -> None:
    text = f'{{"format": "watchlist", "version": 2, "entries": [{{"id": "a", "rating": {rating}}}]}}'
    (bad,) = read("x.json", text).bad
    assert bad.words.startswith("is not an entry: ")


def test_an_entry_that_cannot_be_read_is_a_bad_row_and_the_others_are_there() -> None:
    result = read(
        "x.json",
        """{"format": "watchlist", "entries": [
            {"id": "alien-1979"}, 1, {"title": "A"}, {"id": "b", "rating": 11}, {"id": "c", "tags": "t"}]}""",
    )
    assert result.entries == (Entry("alien-1979", "alien-1979"),)
    assert result.bad == tuple(
        BadRow(line, f"is not an entry: {words}", file="x.json")
        for line, words in (
            (2, "1 is not an object"),
            (3, "None is not text"),
            (4, "rating 11"),
            (5, "tags must be an array"),
        )
    )
