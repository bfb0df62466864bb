"""An entry gains what it lacks from an import, and keeps what the user has set."""

from datetime import date

import pytest

from exports import ids
from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status, Viewing, Want
from watchlist.services.transfer.filling import filled_from_entry, filled_from_row
from watchlist.services.transfer.row import ImportedRow

FIRST, SECOND = date(2024, 1, 1), date(2025, 1, 1)
ROW = ImportedRow(
    1,
    "Alien",
    ids=ids(imdb="tt1", tmdb="9"),
    watched=True,
    rating=8,
    viewings=(FIRST,),
    tags=("space", "old"),
    note="theirs",
    added=date(2010, 1, 1),
)


def test_a_bare_entry_takes_everything_from_a_row_but_the_day_on_which_it_was_added() -> None:
    assert filled_from_row(Entry("alien", "alien", FIRST), ROW, "Alien", is_new=False) == Entry(
        id="alien",
        title="Alien",
        added=FIRST,
        status=Status.WATCHED,
        rating=8,
        viewings=(FIRST,),
        tags=("space", "old"),
        note="theirs",
        ids=ids(imdb="tt1", tmdb="9"),
    )


def test_what_an_entry_has_stays_as_it_is_beside_a_row() -> None:
    mine = Entry(
        id="alien",
        title="Alien",
        status=Status.DROPPED,
        rating=2,
        viewings=(SECOND,),
        tags=("mine", "old"),
        note="",
        ids=ids(imdb="tt7"),
    )
    assert filled_from_row(mine, ROW, "Alien", is_new=False) == mine._replace(
        viewings=(FIRST, SECOND), tags=("mine", "old", "space"), ids=ids(imdb="tt7", tmdb="9")
    )


def row(*, watched: bool = False, dropped: bool = False, kept: bool = False) -> ImportedRow:
    return ImportedRow(1, "A", watched=watched, dropped=dropped, kept=kept)


WANTED, SEEN = Entry("a", "A"), Entry("a", "A", viewings=(FIRST,))
WATCHED, DROPPED, KEPT = (Entry("a", "A", status=one) for one in (Status.WATCHED, Status.DROPPED, Status.KEPT))


@pytest.mark.parametrize(
    ("before", "said", "status"),
    [
        (WANTED, row(watched=True), Status.WATCHED),
        (KEPT, row(watched=True), Status.WATCHED),
        (SEEN, row(watched=True), Status.WANTED),
        (DROPPED, row(watched=True), Status.DROPPED),
        (KEPT, row(), Status.WANTED),
        (KEPT, row(kept=True), Status.KEPT),
        (WATCHED, row(), Status.WATCHED),
        (DROPPED, row(), Status.DROPPED),
        (WANTED, row(dropped=True), Status.WANTED),
        (WANTED, row(kept=True), Status.WANTED),
    ],
)
def test_a_row_settles_what_is_open_and_undoes_nothing(before: Entry, said: ImportedRow, status: Status) -> None:
    assert filled_from_row(before, said, "A", is_new=False).status is status


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (row(), Status.WANTED),
        (row(watched=True), Status.WATCHED),
        (row(dropped=True), Status.DROPPED),
        (row(kept=True), Status.KEPT),
    ],
)
def test_a_new_entry_has_the_status_of_its_row(said: ImportedRow, status: Status) -> None:
    assert filled_from_row(WANTED, said, "A", is_new=True).status is status


OTHER = Entry(
    id="alien",
    title="Another Title",
    added=FIRST,
    status=Status.WATCHED,
    want=Want("JP", Channel.TV),
    rating=8,
    viewings=(FIRST,),
    tags=("space", "old"),
    note="theirs",
    ids=ids(imdb="tt1", tmdb="9"),
    undated_viewings=2,
    diary=(Viewing(FIRST, review="Good."),),
)


def test_a_bare_entry_takes_from_an_entry_of_ours_all_but_its_title_and_day() -> None:
    assert filled_from_entry(Entry("alien", "Alien"), OTHER) == OTHER._replace(title="Alien", added=None)


def test_what_an_entry_has_stays_as_it_is_beside_an_entry_of_ours() -> None:
    mine = Entry(
        id="alien",
        title="Alien",
        status=Status.DROPPED,
        want=Want("US"),
        rating=2,
        viewings=(SECOND,),
        tags=("mine", "old"),
        note="",
        ids=ids(imdb="tt7"),
        undated_viewings=3,
        diary=(Viewing(FIRST, rating=5),),
    )
    assert filled_from_entry(mine, OTHER) == mine._replace(
        viewings=(FIRST, SECOND),
        tags=("mine", "old", "space"),
        ids=ids(imdb="tt7", tmdb="9"),
        diary=(Viewing(FIRST, rating=5, review="Good."),),
    )
