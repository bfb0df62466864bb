"""A change in JSON: the film, its entry before and after, and the claims that were noted or taken back."""

from claims import claim
from watchlist.domain.change import EntryChange
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.rendering.change_json import changed_json, entry_changes_json
from watchlist.rendering.film_json import entry_json

FILM = Film("heat-2", "Heat 2", original_title="Hitze 2", year=2027)
BEFORE = Entry("heat-2", "Heat 2")
AFTER = BEFORE.planned(Status.DROPPED)
NOTED = {
    "region": "US",
    "channel": "theatrical",
    "service": None,
    "date": "2027-06",
    "said": None,
    "error": None,
    "certainty": "rumoured",
    "reported": "2026-01-05",
    "source": {"id": "variety", "publisher": "Variety", "published": None, "url": None},
}


def test_a_changed_entry_stands_there_before_and_after() -> None:
    assert changed_json(FILM, EntryChange(BEFORE, AFTER)) == {
        "id": "heat-2",
        "title": "Heat 2",
        "original_title": "Hitze 2",
        "year": 2027,
        "changed": True,
        "before": entry_json(BEFORE),
        "after": entry_json(AFTER),
        "noted": [],
        "taken_back": [],
    }


def test_a_claim_is_a_change_too_and_names_its_release() -> None:
    said, same = claim("2027-06", "rumoured", "2026-01-05"), EntryChange(BEFORE, BEFORE)
    assert changed_json(FILM, same)["changed"] is False
    noted, taken_back = changed_json(FILM, same, noted=(said,)), changed_json(FILM, same, taken_back=(said,))
    assert (noted["changed"], noted["noted"], noted["taken_back"]) == (True, [NOTED], [])
    assert (taken_back["changed"], taken_back["noted"], taken_back["taken_back"]) == (True, [], [NOTED])


def test_an_entry_that_came_had_nothing_before_and_one_that_went_has_nothing_after() -> None:
    named = {"id": "heat-2", "title": "Heat 2"}
    assert entry_changes_json((EntryChange(None, AFTER), EntryChange(BEFORE, None))) == [
        {**named, "before": None, "after": entry_json(AFTER)},
        {**named, "before": entry_json(BEFORE), "after": None},
    ]
