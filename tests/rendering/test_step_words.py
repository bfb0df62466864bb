from datetime import date

import pytest

from watchlist.domain.change import Change, EntryChange
from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status, Want
from watchlist.rendering.step_words import list_words, step_words, sum_words

DAY = date(2024, 7, 1)
HEAT = Entry("heat-1995", "Heat", rating=9, viewings=(DAY,), status=Status.WATCHED, tags=("crime",), note="loud")


@pytest.mark.parametrize(
    ("verb", "before", "after", "words"),
    [
        ("rate", HEAT, HEAT._replace(rating=6), "rate Heat 4½ -> 3"),
        ("rate", HEAT, HEAT._replace(rating=None), "rate Heat 4½ -> none"),
        ("rate", HEAT._replace(rating=None), HEAT._replace(rating=1), "rate Heat ½ stars"),
        ("tag", HEAT, HEAT._replace(tags=("noir",)), "tag Heat +noir, -crime"),
        ("remove", HEAT, None, "remove Heat (4½ stars, seen on 1 July 2024, a note, 1 tag)"),
        ("add", None, Entry("up", "Up"), "add Up"),
        ("watched", Entry("up", "Up"), Entry("up", "Up").watched(DAY), "watched Up on 1 July 2024"),
        ("watched", HEAT, HEAT.watched(None), "watched Heat on an unknown day"),
        ("edit", HEAT, HEAT._replace(note="quiet"), 'edit Heat note "loud" -> "quiet"'),
        ("watched --remove", HEAT, HEAT.without_viewing(DAY), "watched --remove Heat on 1 July 2024"),
        ("edit", HEAT, HEAT.without_viewing(DAY), "edit Heat not seen on 1 July 2024"),
        ("edit", HEAT, HEAT.watched(None), "edit Heat seen on an unknown day"),
        ("drop", HEAT, HEAT.planned(Status.DROPPED), "drop Heat watched -> dropped"),
        ("note", HEAT, HEAT._replace(note="quiet"), 'note Heat "loud" -> "quiet"'),
        ("note", HEAT, HEAT._replace(note=None), 'note Heat "loud" -> none'),
        ("note", HEAT._replace(note=None), HEAT._replace(note="x" * 50), f'note Heat "{"x" * 39}…"'),
        (
            "want",
            HEAT,
            HEAT._replace(want=Want("JP", Channel.THEATRICAL), status=Status.WANTED),
            "want Heat watched -> wanted, any release -> cinemas, JP",
        ),
    ],
)
def test_a_step_says_what_was_and_what_is(verb: str, before: Entry | None, after: Entry | None, words: str) -> None:
    assert step_words(verb, Change((EntryChange(before, after),))) == words


def test_of_many_films_the_first_are_named_and_what_they_have_in_common() -> None:
    films = [Entry(f"film-{number}", f"Film {number}") for number in range(7)]
    tagged = Change(tuple(EntryChange(film, film._replace(tags=("noir",))) for film in films))
    assert step_words("tag", tagged) == "tag 7 films +noir: Film 0, Film 1, Film 2, Film 3, Film 4, and 2 more"
    rated = (EntryChange(HEAT, HEAT._replace(rating=6)), EntryChange(films[0], films[0]._replace(rating=6)))
    assert step_words("rate", Change(rated)) == "rate 2 films: Heat 4½ -> 3, Film 0 3 stars"
    assert sum_words(Change((EntryChange(None, HEAT), *tagged.entries))) == "1 film new, 7 changed"


def test_a_list_differs_by_what_comes_what_goes_and_what_changes() -> None:
    changes = (
        EntryChange(None, Entry("up", "Up")),
        EntryChange(HEAT, None),
        EntryChange(HEAT, HEAT._replace(rating=6)),
    )
    assert list_words(changes) == ("+Up, -Heat (4½ stars, seen on 1 July 2024, a note, 1 tag), Heat 4½ -> 3")
    assert list_words(()) == ""
