"""How services look films up.

A lookup may return more films than asked for, never fewer: the result of a service must depend on
each film alone, never on which others came with it.
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.film import ExternalId


class FilmLookup(Protocol):
    """Where services get films from: an index of files, or films in memory."""

    def claimed(self) -> Catalogue:
        """Return at least the films that have claims."""

    def films(self, ids: Iterable[str]) -> Catalogue:
        """Return at least those of the films with these ids that exist."""

    def named(self, titles: Iterable[str], ids: Iterable[ExternalId]) -> Catalogue:
        """Return at least the films with any of these folded titles, or any of these ids on other sites."""

    def of_years(self, years: range) -> Catalogue:
        """Return films of some years, the newest first, up to a limit."""

    def fitting(self, query: str) -> Catalogue:
        """Return films whose id, titles, people, roles or source works match the words, up to a limit."""

    def like(self, folded: str) -> Iterable[tuple[str, str]]:
        """Return the titles that a misspelt one may mean, as pairs of film id and title."""

    def to_come(self, day: date, until: date | None = None) -> Catalogue:
        """Return at least the films with a release that may come out on `day` or later; with `until`, by then."""
