"""A shelf: the films that the program knows, given out as they are asked for.

A shelf may hold all films in memory, or look each up in an index: it may give out more
films than are wanted, and never fewer, so that what a service makes of them is the same.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Protocol

from watchlist.domain.catalogue import Catalogue


class Shelf(Protocol):
    """Where services get films from."""

    def everything(self) -> Catalogue:
        """Give all films."""

    def films(self, ids: Iterable[str]) -> Catalogue:
        """Give the films with these ids, as far as there are any."""

    def fitting(self, query: str) -> Catalogue:
        """Give at least the films whose id, titles, people, roles or source works fit the words."""

    def titles(self) -> Iterable[tuple[str, str]]:
        """Give every title of every film, with the film's id."""

    def to_come(self, day: date) -> Catalogue:
        """Give at least the films of which a release is not surely out on a day."""


class WholeShelf(NamedTuple):
    """A shelf with all films in memory."""

    catalogue: Catalogue

    def everything(self) -> Catalogue:
        """Give all films."""
        return self.catalogue

    def films(self, ids: Iterable[str]) -> Catalogue:
        """Give all films: those that are wanted are among them."""
        del ids
        return self.catalogue

    def fitting(self, query: str) -> Catalogue:
        """Give all films: those that fit are among them."""
        del query
        return self.catalogue

    def titles(self) -> Iterable[tuple[str, str]]:
        """Give every title of every film, with the film's id."""
        return ((film.id, title) for film in self.catalogue.films.values() for title in film.titles)

    def to_come(self, day: date) -> Catalogue:
        """Give all films: those to come are among them."""
        del day
        return self.catalogue
