"""Entries that turn out to be of one film, by any id that it has or had."""

from watchlist.domain.catalogue import FilmsById
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.services.duplicates import duplicates

FILMS = FilmsById((Film("heat-1995", "Heat", other_ids=("heat", "hitze")), Film("jaws", "Jaws", other_ids=("shark",))))


def test_entries_of_one_film_stand_together_in_the_order_of_the_list() -> None:
    ids = ("shark", "heat", "alien", "heat-1995", "jaws", "alien-2", "hitze")
    entries = {key: Entry(key, key) for key in ids}
    assert duplicates(FILMS, entries.values()) == (
        (entries["shark"], entries["jaws"]),
        (entries["heat"], entries["heat-1995"], entries["hitze"]),
    )


def test_films_that_nobody_knows_and_single_entries_are_no_duplicates() -> None:
    assert duplicates(FILMS, [Entry("alien", "Alien"), Entry("alien", "Alien"), Entry("heat", "Heat")]) == ()
