"""Looking up films on the user's list, for `services.choose`."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from watchlist.domain.entry import Entry
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.names import fold
from watchlist.services.choose import TitleLookup


class KnownTitles(TitleLookup, Protocol):
    """The films of the catalogue, which can also be looked up by a title without its subtitle."""

    def shortened(self, readings: Iterable[str]) -> Iterable[Film]:
        """Return the films with a title that has any of these readings once its subtitle is left out."""


class ListedTitles(Protocol):
    """The entries of the list."""

    def of(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        """Return the entries with these film ids; ids that are not on the list are left out."""

    def titled(self, folded: Iterable[str]) -> tuple[Entry, ...]:
        """Return the entries with any of these folded titles."""

    def with_external_id(self, key: ExternalId) -> tuple[Entry, ...]:
        """Return the entries with an id on another site."""


class ListedFilms(NamedTuple):
    """The films on the list; a film that the catalogue no longer has is made from its entry."""

    entries: ListedTitles
    known: KnownTitles

    def with_id(self, film_id: str) -> list[Film]:
        """Return the film with an id, if it is on the list."""
        found = list(self.known.with_id(film_id))
        return self._films(self.entries.of(film.id for film in found) or self.entries.of([film_id]), found)

    def with_external_id(self, key: ExternalId) -> list[Film]:
        """Return the films on the list with an id on another site."""
        found = list(self.known.with_external_id(key))
        entries = (*self.entries.of(film.id for film in found), *self.entries.with_external_id(key))
        return self._films({entry.id: entry for entry in entries}.values(), found)

    def titled(self, readings: Iterable[str]) -> list[Film]:
        """Return the films on the list with a title that has any of these readings, in full or without its subtitle."""
        wanted = frozenset(readings)
        found = [*self.known.titled(wanted), *self.known.shortened(wanted)]
        entries = (*self.entries.of(dict.fromkeys(film.id for film in found)), *self.entries.titled(map(fold, wanted)))
        return self._films({entry.id: entry for entry in entries}.values(), found)

    def _films(self, entries: Iterable[Entry], found: Sequence[Film]) -> list[Film]:
        """Return the films of some entries; those that were `found` are not looked up again."""
        return [self._film(entry, found) for entry in entries]

    def _film(self, entry: Entry, found: Sequence[Film]) -> Film:
        has_it = any(film.has_id(entry.id) for film in found)
        films = found if has_it else self.known.with_id(entry.id)
        return next((film for film in films if film.has_id(entry.id)), None) or film_of_entry(entry)


def film_of_entry(entry: Entry) -> Film:
    """Make a film from its entry, for one that the catalogue no longer has."""
    return Film(entry.id, entry.title, ids=entry.ids)
