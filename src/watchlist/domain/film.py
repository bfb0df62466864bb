"""A film: one work, the facts about it, and every claim on its releases."""

from collections.abc import Iterator
from typing import NamedTuple

from watchlist.domain.claim import Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.people import Role


class AlsoKnownAs(NamedTuple):
    """Another title of a film, with its language (ISO 639-1) and a note."""

    title: str
    language: str | None = None
    note: str | None = None


class ExternalId(NamedTuple):
    """A film's id on another site, such as `imdb` `tt1234567`."""

    site: str
    id: str


OWN = ""
"""Stands for the site in our own ids."""


class Work(NamedTuple):
    """What a film is based on."""

    title: str | None = None
    also_known_as: tuple[str, ...] = ()
    author: str | None = None
    kind: str | None = None
    year: int | None = None
    publisher: str | None = None
    note: str | None = None


class Series(NamedTuple):
    """A series or collection that a film belongs to, and the film's place in it, if it has one."""

    name: str
    place: int | None = None


class Filming(NamedTuple):
    """When and where a film was shot; `doubt` says what contradicts it."""

    start: Edtf | None = None
    end: Edtf | None = None
    place: str | None = None
    source: Source | None = None
    doubt: str | None = None


class DisputedValue(NamedTuple):
    """One source's value for a disputed fact; `wrong` if it has been shown to be an error."""

    value: str
    source: Source
    wrong: bool = False


class Dispute(NamedTuple):
    """A fact on which sources differ: the field, and each source's value."""

    field: str
    readings: tuple[DisputedValue, ...]
    note: str | None = None


class Film(NamedTuple):
    """One work, identified by `id`, a slug that never changes. `runtime` is in minutes.

    `other_ids` are the slugs that it had earlier, or has in other film files.
    """

    id: str
    title: str
    original_title: str | None = None
    also_known_as: tuple[AlsoKnownAs, ...] = ()
    year: int | None = None
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    runtime: int | None = None
    genres: tuple[str, ...] = ()
    synopsis: str | None = None
    directors: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    producers: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    composers: tuple[str, ...] = ()
    theme_song: str | None = None
    based_on: Work | None = None
    series: tuple[Series, ...] = ()
    filming: Filming | None = None
    ids: tuple[ExternalId, ...] = ()
    cast: tuple[Role, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    claims: tuple[Claim, ...] = ()
    note: str | None = None
    other_ids: tuple[str, ...] = ()

    @property
    def keys(self) -> Iterator[ExternalId]:
        """Every id that identifies the film: its own, under the site `OWN`, then those on other sites."""
        yield from (ExternalId(OWN, one) for one in (self.id, *self.other_ids))
        yield from self.ids

    def has_id(self, film_id: str) -> bool:
        """Return whether `film_id` is the film's id, or was once."""
        return film_id == self.id or film_id in self.other_ids

    @property
    def titles(self) -> Iterator[str]:
        """Every title of the film, the main one first."""
        yield self.title
        if self.original_title:
            yield self.original_title
        yield from (other.title for other in self.also_known_as)

    @property
    def people(self) -> Iterator[str]:
        """The key of everyone credited, directors first; a person may appear twice."""
        yield from self.directors
        yield from self.writers
        yield from self.producers
        yield from self.composers
        yield from (role.name for role in self.cast)
        if self.based_on and self.based_on.author:
            yield self.based_on.author

    @property
    def disputed(self) -> Iterator[str]:
        """Every value of the disputed facts, which may include names of people."""
        return (reading.value for dispute in self.disputes for reading in dispute.readings)
