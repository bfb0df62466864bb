"""Words for a film that came on the list."""

from datetime import date

import pytest

from claims import claim
from watchlist.domain.change import EntryChange, UserFilm
from watchlist.domain.claim import UNSOURCED, Claim
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.rendering.added_words import added_words, release_words
from watchlist.services.preferences import ANYTHING, Preferences, ReleaseFilter
from watchlist.services.upcoming import UpcomingFilm, upcoming_film

TODAY, MAY = date(2026, 11, 20), date(2024, 5, 1)


def film_with(*claims: Claim) -> Film:
    return Film("dune-3", "Dune 3", claims=claims)


def shown(film: Film, *, preferences: Preferences = ANYTHING) -> UpcomingFilm:
    return upcoming_film(film, None, today=TODAY, release_filter=ReleaseFilter(), preferences=preferences)


def test_a_film_that_was_added_is_named_with_its_release_and_what_was_noted() -> None:
    dune = shown(film_with(claim("2026-12-18", reported="2026-01-01")))
    entry = Entry("dune-3", "Dune 3", rating=9, tags=("noir",))
    assert list(added_words(EntryChange(None, entry), (), dune, TODAY)) == [
        "Added Dune 3: 18 December 2026, in 28 days, cinemas, US.",
        "With 4½ stars, 1 tag.",
    ]
    listed = entry._replace(added=MAY)
    assert list(added_words(EntryChange(listed, listed._replace(rating=6)), (), dune, TODAY)) == [
        "Dune 3 is on your list since 1 May 2024: 18 December 2026, in 28 days, cinemas, US.",
        "Changed: 4½ -> 3.",
    ]


def test_a_film_of_ones_own_says_how_to_say_more_and_what_was_heard() -> None:
    rumour = claim("2027-06", "rumoured", "2026-11-20")._replace(source=UNSOURCED)
    own = UserFilm("dune-3", "Dune 3", claims=(rumour, claim("2028", "announced", "2026-02-01")))
    other = UserFilm("heat-2", "Heat 2", claims=(claim("2029"),))
    assert list(added_words(EntryChange(None, Entry("dune-3", "Dune 3")), (own, other), shown(film_with()), TODAY)) == [
        "Added Dune 3: no date yet.",
        "It is a film of your own. To add details: watchlist film edit dune-3",
        f"Noted: June 2027, rumoured, {UNSOURCED.publisher}.",
        "To name the source and the certainty: --source NAME, --certainty announced",
        "Noted: 2028, announced, Variety, reported 1 February 2026.",
    ]


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ([], "no date yet"),
        ([claim("XXXX")], "no date yet, cinemas, US"),
        ([claim(None, "cancelled")], "cancelled, cinemas, US"),
        ([claim("2027", reported="2026-01-01")], "2027, in 42–406 days, cinemas, US"),
    ],
)
def test_the_release_that_counts_is_told_as_far_as_it_is_known(claims: list[Claim], words: str) -> None:
    assert release_words(shown(film_with(*claims)), TODAY) == words


def test_the_release_of_another_place_says_first_whose_is_missing() -> None:
    elsewhere = shown(film_with(claim("2026-12-18")), preferences=Preferences(("GB",)))
    assert release_words(elsewhere, TODAY) == "no GB date yet; 18 December 2026, in 28 days, cinemas, US"
