"""A change: what a command does to the list and to the user's own films, before and after."""

from collections.abc import Iterable
from typing import NamedTuple

from watchlist.domain.claim import Claim, Source
from watchlist.domain.entry import Entry
from watchlist.domain.film import AlsoKnownAs, ExternalId, Film
from watchlist.domain.people import Person


class EntryChange(NamedTuple):
    """One entry before and after: None before for a new one, None after for one that goes."""

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
    """Say how one list becomes another: what comes, what goes, then what changes, each in the order of its list."""
    old, new = {entry.id: entry for entry in before}, {entry.id: entry for entry in after}
    return (
        *(EntryChange(None, entry) for key, entry in new.items() if key not in old),
        *(EntryChange(entry, None) for key, entry in old.items() if key not in new),
        *(EntryChange(old[key], entry) for key, entry in new.items() if key in old and old[key] != entry),
    )


class UserFilm(NamedTuple):
    """What goes into the user's own file of films about one film.

    A film that is not there yet is made; of one that is there, each fact is replaced
    where it is given, and claims are added.
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
    """Films as they stand in a film file, with people and sources.

    `layout` tells in which order the tables of the three kinds follow each other there, in runs: `("films", 3)`.
    """

    films: tuple[Film, ...] = ()
    people: tuple[Person, ...] = ()
    sources: tuple[Source, ...] = ()
    layout: tuple[tuple[str, int], ...] = ()


class Change(NamedTuple):
    """What one command changes, as one step: empty if there is nothing to do."""

    entries: tuple[EntryChange, ...] = ()
    own: tuple[UserFilm, ...] = ()
    own_removed: tuple[str, ...] = ()
    """The ids of films that go from the user's own file."""
    whole: WholeFilms = WholeFilms()
    """Films that come whole into the user's own file: of one that is there, only what it lacks."""

    def __bool__(self) -> bool:
        says_something = any(one != UserFilm(one.film_id) for one in self.own)
        says_something = says_something or bool(self.own_removed or self.whole.films or self.whole.people)
        return says_something or any(one.before != one.after for one in self.entries)
