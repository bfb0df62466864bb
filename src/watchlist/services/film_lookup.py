"""A shelf: the films that the program knows, given out as they are asked for.

It may give out more films than are wanted, and never fewer, so that what a service makes
of them follows from the films alone.
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.film import ExternalId


class FilmLookup(Protocol):
    """Where services get films from."""

    def claimed(self) -> Catalogue:
        """Give at least the films on which there are claims."""

    def films(self, ids: Iterable[str]) -> Catalogue:
        """Give at least the films with these ids, as far as there are any."""

    def named(self, titles: Iterable[str], ids: Iterable[ExternalId]) -> Catalogue:
        """Give at least the films that have one of some folded titles, or of some ids on other sites."""

    def of_years(self, years: range) -> Catalogue:
        """Give the films of some years, as many as anybody reads, the newest first."""

    def fitting(self, query: str) -> Catalogue:
        """Give the films whose id, titles, people, roles or source works fit the words, as many as anybody reads."""

    def like(self, folded: str) -> Iterable[tuple[str, str]]:
        """Give the titles that folded, misspelt words may mean, each with the id of a film."""

    def to_come(self, day: date, until: date | None = None) -> Catalogue:
        """Give at least the films of which a release is not surely out on a day; with `until`, may be out by then."""
