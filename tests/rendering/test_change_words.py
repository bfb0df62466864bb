"""What a command did is said in a line or two: the film, what is noted now, and what was before."""

from datetime import date

import pytest

from claims import claim
from watchlist.domain.change import EntryChange, UserFilm
from watchlist.domain.claim import UNSOURCED, Claim
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.domain.release import releases_on
from watchlist.rendering.change_words import (
    added_words,
    changed_words,
    claim_doubt_words,
    claim_words,
    doubt_words,
    gone_words,
    kept_words,
    note_words,
    rating_doubt_words,
    release_words,
    removed_words,
    unwatched_words,
    watched_words,
)
from watchlist.services.plausibility import Doubt, Reason
from watchlist.services.preferences import ANYTHING, Preferences, ReleaseFilter
from watchlist.services.upcoming import UpcomingFilm, upcoming_film

TODAY, MAY, JULY = date(2026, 11, 20), date(2024, 5, 1), date(2024, 7, 1)
HEAT = Film("heat-1995", "Heat", year=1995)
ENTRY = Entry("heat-1995", "Heat")
SEEN = Entry("heat-1995", "Heat", status=Status.WATCHED, rating=9, viewings=(MAY, JULY), tags=("noir",), note="loud")


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


def test_what_goes_with_an_entry_is_counted() -> None:
    assert gone_words(ENTRY) == ""
    assert gone_words(ENTRY._replace(note="loud")) == "its note"
    assert list(removed_words(EntryChange(SEEN, None), HEAT)) == [
        "Removed Heat (1995) from your list, with its rating (4½ of 5 stars), 2 viewings, its note and 1 tag.",
        "To undo: watchlist undo",
    ]


@pytest.mark.parametrize(
    ("doubt", "words"),
    [
        (None, None),
        (Doubt(HEAT, date(2027, 1, 1), Reason.FUTURE), "1 January 2027 is in the future"),
        (Doubt(HEAT, MAY, Reason.NO_DATE), "no release of Heat (1995) has a date yet"),
        (Doubt(HEAT, MAY, Reason.NOT_OUT), "Heat (1995) was not out on 1 May 2024"),
        (
            Doubt(HEAT, MAY, Reason.NOT_OUT, JULY),
            "Heat (1995) was not out on 1 May 2024: its first release is 1 July 2024",
        ),
    ],
)
def test_a_doubt_says_why(doubt: Doubt | None, words: str | None) -> None:
    assert doubt_words(doubt) == words


def test_a_date_that_would_go_is_named_with_who_says_it_and_the_film_that_may_be_meant() -> None:
    dune = film_with(claim("2027", reported="2026-01-01"))
    (release,) = releases_on(dune.claims, TODAY)
    assert claim_doubt_words(dune, release) == "that would discard 2027 for Dune 3, given by Variety"
    assert claim_doubt_words(dune, None) is None
    assert rating_doubt_words(HEAT, (HEAT, dune)) == "that would rate Heat (1995), not Dune 3"
    assert rating_doubt_words(HEAT, (HEAT,)) is None


def test_a_viewing_is_counted_rated_and_noted_once() -> None:
    assert list(watched_words(EntryChange(None, SEEN), HEAT, JULY)) == [
        "Watched Heat (1995) on 1 July 2024, viewing number 2, 4½ of 5 stars."
    ]
    assert list(watched_words(EntryChange(SEEN._replace(note="long"), SEEN), HEAT, None))[1] == 'Its note was: "long"'
    assert list(watched_words(EntryChange(SEEN, SEEN), HEAT, JULY)) == [
        "Heat (1995) was already recorded as watched on 1 July 2024."
    ]
    left = EntryChange(SEEN, Entry("heat-1995", "Heat", status=Status.WATCHED, viewings=(MAY,)))
    assert list(unwatched_words(left, HEAT, JULY)) == [
        "Took back the viewing on 1 July 2024 of Heat (1995): watched on 1 May 2024."
    ]
    assert next(unwatched_words(left, HEAT, None)).startswith("Took back a viewing without a day of Heat (1995): ")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, "loud", ['Heat (1995): "loud"']),
        ("loud", "quiet", ['Heat (1995): "quiet"', 'It was: "loud"']),
        ("loud", None, ["Removed the note on Heat (1995).", 'It was: "loud"']),
        ("loud", "loud", ["Heat (1995) already has that note."]),
        (None, None, ["Heat (1995) has no note."]),
    ],
)
def test_a_note_is_shown_as_it_is_and_as_it_was(before: str | None, after: str | None, words: list[str]) -> None:
    assert list(note_words(EntryChange(ENTRY._replace(note=before), ENTRY._replace(note=after)), HEAT)) == words


def test_an_entry_is_told_as_it_stands_now_or_already_stood() -> None:
    dropped = ENTRY.planned(Status.DROPPED)
    assert list(changed_words(EntryChange(ENTRY, dropped), HEAT)) == ["Heat (1995): dropped."]
    assert list(changed_words(EntryChange(dropped, dropped), HEAT)) == ["Heat (1995) already: dropped."]


def test_a_claim_says_what_it_changed() -> None:
    said = claim("2028", reported="2026-02-01")
    before, after = film_with(claim("2027", reported="2026-01-01")), film_with(said)
    noted = "Noted: 2028, announced, Variety, cinemas, US."
    assert list(claim_words("Noted", said, before, after, TODAY)) == [
        noted,
        "Dune 3: 2027, announced, 1 source → 2028, announced, 1 source.",
    ]
    assert list(claim_words("Noted", said, film_with(), after, TODAY)) == [
        noted,
        "Dune 3: nothing known → 2028, announced, 1 source.",
    ]
    assert list(claim_words("Taken back", said, after, after, TODAY)) == [
        "Taken back: 2028, announced, Variety, cinemas, US.",
        "Dune 3 is unchanged: 2028, announced, 1 source.",
    ]


def test_the_claims_of_an_article_are_counted() -> None:
    assert kept_words(0, claim("2028").source) == "Nothing was kept."
    assert kept_words(2, claim("2028").source) == "Kept 2 claims from Variety. To undo: watchlist undo"
