"""What a command did is said in a line or two: the film, what is noted now, and what was before."""

from datetime import date

import pytest

from watchlist.domain.change import EntryChange
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.rendering.change_words import (
    changed_words,
    doubt_words,
    gone_words,
    note_words,
    rating_doubt_words,
    removed_words,
    unwatched_words,
    watched_words,
)
from watchlist.services.plausibility import Doubt, Reason

TODAY, MAY, JULY = date(2026, 11, 20), date(2024, 5, 1), date(2024, 7, 1)
HEAT = Film("heat-1995", "Heat", year=1995)
ENTRY = Entry("heat-1995", "Heat")
SEEN = Entry("heat-1995", "Heat", status=Status.WATCHED, rating=9, viewings=(MAY, JULY), tags=("noir",), note="loud")


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


def test_a_rating_that_would_hit_another_film_names_the_film_that_may_be_meant() -> None:
    dune = Film("dune-3", "Dune 3")
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
        "Took back the viewing of Heat (1995) on 1 July 2024: watched on 1 May 2024."
    ]
    assert next(unwatched_words(left, HEAT, None)).startswith("Took back a viewing of Heat (1995) on an unknown day: ")


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
