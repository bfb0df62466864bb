"""A film for tonight: one of those that are wanted and out, and not the one of last time."""

from datetime import date

import pytest

from claims import claim
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Want
from watchlist.domain.film import Film
from watchlist.services.filters import Filter
from watchlist.services.preferences import ANYTHING, Preferences
from watchlist.services.tonight import Tonight, tonight

TODAY = date(2026, 11, 20)
NETFLIX = claim("2026-10-01", "released", channel=Channel.DIGITAL, service="Netflix")
FILMS = {
    one.id: one
    for one in (
        Film("out", "Out", claims=(claim("2026-10-01", "released"),)),
        Film("netflix", "Netflix", genres=("drama",), claims=(NETFLIX, claim("2027-01-01", region="FR"))),
        Film("to-come", "To come", claims=(claim("2027-01-01"),)),
        Film("old", "Old", year=1979),
        Film("this-year", "This year", year=2026),
        Film("unknown", "Unknown"),
    )
}
WANTED = tuple(Entry(key, key) for key in (*FILMS, "nobody"))


def drawn(
    *wanted: Entry, only: Filter | None = None, preferences: Preferences = ANYTHING, last: str | None = None
) -> tuple[set[str], int]:
    """Give every film that is drawn by some seed, and how many fit."""
    found = [
        tonight(
            Catalogue(FILMS),
            wanted or WANTED,
            only=only or Filter(),
            today=TODAY,
            preferences=preferences,
            seed=f"{seed}",
            last=last,
        )
        for seed in range(30)
    ]
    (fit,) = {one.of if one else 0 for one in found}
    return {one.film.id for one in found if one}, fit


def test_a_film_that_is_out_is_drawn_or_an_old_one_without_a_release() -> None:
    assert drawn() == ({"out", "netflix", "old"}, 3)


@pytest.mark.parametrize(
    ("only", "films"),
    [
        (Filter(service="netflix"), {"netflix"}),
        (Filter(genre="drama"), {"netflix"}),
        (Filter(years=range(1970, 1980)), {"old"}),
        (Filter(service="Hulu"), set()),
    ],
)
def test_only_what_the_filter_admits_is_drawn(only: Filter, films: set[str]) -> None:
    assert drawn(only=only) == (films, len(films))


def test_a_film_that_waits_for_a_release_is_out_by_that_alone() -> None:
    french = Entry("netflix", "Netflix", want=Want("FR"))
    assert drawn(french) == (set(), 0)
    assert drawn(french._replace(want=Want(service="Netflix"))) == ({"netflix"}, 1)
    assert drawn(Entry("old", "Old", want=Want("US"))) == (set(), 0)


def test_a_film_is_out_by_a_release_that_the_user_can_watch() -> None:
    assert drawn(Entry("netflix", "Netflix"), preferences=Preferences(("FR",))) == (set(), 0)
    assert drawn(Entry("netflix", "Netflix"), preferences=Preferences(("US",))) == ({"netflix"}, 1)


def test_the_film_of_last_time_comes_again_only_where_no_other_fits() -> None:
    assert drawn(last="old") == ({"out", "netflix"}, 3)
    assert drawn(Entry("old", "Old"), last="old") == ({"old"}, 1)


def test_the_same_seed_draws_the_same_film_with_the_release_by_which_it_is_out() -> None:
    only, entry = Filter(service="Netflix"), Entry("netflix", "netflix")
    first, second = (
        tonight(Catalogue(FILMS), WANTED, only=only, today=TODAY, preferences=ANYTHING, seed="x", last=None)
        for _ in range(2)
    )
    assert first == second
    assert first is not None
    assert first == Tonight(FILMS["netflix"], entry, first.release, 1, TODAY)
    assert first.release is not None
    assert first.release.release.key == ("US", Channel.DIGITAL, "Netflix")
