"""Our own JSON: it loses nothing."""

from hypothesis import given

from entries import LISTS, request_for
from exports import read
from watchlist.domain.entry import Entry
from watchlist.services.transfer import watchlist_json
from watchlist.services.transfer.row import BadRow


@given(LISTS)
def test_json_gives_the_same_entries_back(entries: list[Entry]) -> None:
    (data,) = watchlist_json.write(request_for(entries)).files
    assert read("x.json", data).entries == tuple(entries)


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
