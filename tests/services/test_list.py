from datetime import date

import pytest

from claims import claim
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Sort, Want
from watchlist.domain.film import Film
from watchlist.services.filters import Filter
from watchlist.services.list import ListedFilm, Listing, listing

TODAY = date(2026, 11, 20)
FILM = Film(
    "film",
    "Film",
    claims=(
        claim("2027-01-01", reported="2026-01-01"),
        claim("2027-06-01", reported="2026-01-01", channel=Channel.DIGITAL, service="Netflix"),
    ),
)
CATALOGUE = Catalogue({"film": FILM})
KNOWN, UNKNOWN = Entry("film", "Film", tags=("x",)), Entry("unknown", "A film that nobody knows")


def ids(found: Listing) -> list[str]:
    return [one.entry.id for one in found.films]


def test_each_entry_comes_with_its_film_and_the_release_that_counts() -> None:
    known, unknown = listing(CATALOGUE, (KNOWN, UNKNOWN), today=TODAY).films
    assert unknown == ListedFilm(UNKNOWN, None)
    assert known.upcoming is not None
    assert known.upcoming.shown is not None
    assert (known.entry, known.upcoming.film, known.upcoming.shown.release.key.channel) == (
        KNOWN,
        FILM,
        Channel.THEATRICAL,
    )


def test_the_release_that_an_entry_waits_for_counts() -> None:
    (one,) = listing(CATALOGUE, (KNOWN._replace(want=Want(service="Netflix")),), today=TODAY).films
    assert one.upcoming is not None
    assert one.upcoming.shown is not None
    assert one.upcoming.shown.release.key.service == "Netflix"


def test_a_list_is_filtered_sorted_turned_round_and_cut() -> None:
    both = (KNOWN, UNKNOWN)
    assert ids(listing(CATALOGUE, both, today=TODAY)) == ["film", "unknown"]
    assert ids(listing(CATALOGUE, both, today=TODAY, sort=Sort.TITLE)) == ["unknown", "film"]
    assert ids(listing(CATALOGUE, both, today=TODAY, sort=Sort.TITLE, reverse=True)) == ["film", "unknown"]
    assert ids(listing(CATALOGUE, both, today=TODAY, sort=Sort.TITLE, limit=1)) == ["unknown"]
    assert ids(listing(CATALOGUE, both, today=TODAY, only=Filter(tag="x"))) == ["film"]


def test_a_list_says_whether_something_may_be_left_out() -> None:
    assert not listing(CATALOGUE, (), today=TODAY).is_filtered
    assert listing(CATALOGUE, (), today=TODAY, only=Filter(tag="x")).is_filtered


def film(name: str, year: int, when: str) -> Film:
    return Film(name, name.title(), year=year, claims=(claim(when, reported="2026-01-01"),))


LISTED = (
    Entry("b", "B", date(2026, 1, 2), rating=8, viewings=(date(2026, 5, 1),)),
    Entry("a", "A", date(2026, 1, 1), rating=10),
    Entry("c", "C", date(2026, 1, 3), viewings=(date(2026, 4, 1), date(2026, 6, 1))),
    Entry("d", "D"),
)
DATED = Catalogue(
    {"b": film("b", 2025, "2027-02-01"), "a": film("a", 2027, "2027-03-01"), "c": film("c", 2026, "2027-01-01")}
)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.LIST, "bacd"),
        (Sort.TITLE, "abcd"),
        (Sort.YEAR, "acbd"),
        (Sort.ADDED, "cbad"),
        (Sort.RATING, "abcd"),
        (Sort.WATCHED, "cbad"),
        (Sort.RELEASE, "cbad"),
    ],
)
def test_a_list_is_sorted_by_one_property_and_what_lacks_it_comes_last(sort: Sort, order: str) -> None:
    assert "".join(ids(listing(DATED, LISTED, today=TODAY, sort=sort))) == order
