"""A change: what a command does to the list and to the user's own films, before and after."""

from collections.abc import Iterable
from typing import NamedTuple

from watchlist.domain.claim import Claim, Source
from watchlist.domain.entry import Entry
from watchlist.domain.film import AlsoKnownAs, ExternalId, Film
from watchlist.domain.people import Person


class EntryChange(NamedTuple):
    """One entry before and after: `before` is None for a new entry, `after` is None for a removed one."""

    before: Entry | None
    after: Entry | None

    @property
    def entry(self) -> Entry:
        """The entry as it is now, or as it was."""
        entry = self.after or self.before
        if entry is None:
            raise ValueError("an entry change needs an entry")
        return entry


def changes_between(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[EntryChange, ...]:
    """Return how one list becomes another: entries added, removed, then changed, each in the order of its list."""
    old, new = {entry.id: entry for entry in before}, {entry.id: entry for entry in after}
    return (
        *(EntryChange(None, entry) for key, entry in new.items() if key not in old),
        *(EntryChange(entry, None) for key, entry in old.items() if key not in new),
        *(EntryChange(old[key], entry) for key, entry in new.items() if key in old and old[key] != entry),
    )


class UserFilm(NamedTuple):
    """What to write about one film into the user's own film file.

    A film that is not in the file is added. For one that is, each fact given here
    replaces the old one, and claims are added.
    """

    film_id: str
    title: str = ""
    year: int | None = None
    ids: tuple[ExternalId, ...] = ()
    claims: tuple[Claim, ...] = ()
    original_title: str = ""
    directors: tuple[str, ...] = ()
    other_ids: tuple[str, ...] = ()
    also_known_as: tuple[AlsoKnownAs, ...] = ()


class WholeFilms(NamedTuple):
    """Complete films from a film file, with people and sources.

    `layout` is the order of the three kinds of table in that file, as runs: `("films", 3)` is three films in a row.
    """

    films: tuple[Film, ...] = ()
    people: tuple[Person, ...] = ()
    sources: tuple[Source, ...] = ()
    layout: tuple[tuple[str, int], ...] = ()


class Change(NamedTuple):
    """What one command changes, as one step; false if there is nothing to do."""

    entries: tuple[EntryChange, ...] = ()
    user_films: tuple[UserFilm, ...] = ()
    removed_user_films: tuple[str, ...] = ()
    """The ids of films to remove from the user's own file."""
    whole_films: WholeFilms = WholeFilms()
    """Complete films to add to the user's own file; a film already there only gains what it lacks."""

    @property
    def is_about_own_films(self) -> bool:
        """True if it touches the user's own files of films, not the list alone."""
        return bool(self.user_films or self.removed_user_films or self.whole_films.films or self.whole_films.people)

    def __bool__(self) -> bool:
        says_something = any(one != UserFilm(one.film_id) for one in self.user_films)
        says_something = says_something or bool(
            self.removed_user_films or self.whole_films.films or self.whole_films.people
        )
        return says_something or any(one.before != one.after for one in self.entries)
