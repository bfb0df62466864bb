"""How services look films up.

A lookup may return more films than were asked for, and never fewer: what a service makes of
them must follow from the films alone, never from which others came with them.
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
        """Return at least the films with these ids, as far as they exist."""

    def named(self, titles: Iterable[str], ids: Iterable[ExternalId]) -> Catalogue:
        """Return at least the films that have one of these folded titles, or of these ids on other sites."""

    def of_years(self, years: range) -> Catalogue:
        """Return films of some years, the newest first, as many as anybody reads."""

    def fitting(self, query: str) -> Catalogue:
        """Return films whose id, titles, people, roles or source works match the words, as many as anybody reads."""

    def like(self, folded: str) -> Iterable[tuple[str, str]]:
        """Return the titles that misspelt words may mean, each with the id of its film."""

    def to_come(self, day: date, until: date | None = None) -> Catalogue:
        """Return at least the films with a release that may come out on a day or later; with `until`, by then."""
