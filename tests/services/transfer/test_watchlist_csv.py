"""Our own CSV: it comes back from a spreadsheet."""

from hypothesis import given

from entries import LISTS, request_for
from exports import read
from watchlist.domain.entry import Entry
from watchlist.services.transfer import watchlist_csv


@given(LISTS)
def test_csv_gives_the_same_entries_back(entries: list[Entry]) -> None:
    ((data, _),) = watchlist_csv.write(request_for(entries)).files
    assert read("x.csv", data).entries == tuple(entries)
