"""The plainest shelf there can be: all films in memory, given out whatever is asked for. The model of the others."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.film import ExternalId, Film


class WholeShelf(NamedTuple):
    catalogue: Catalogue

    def claimed(self) -> Catalogue:
        return self.catalogue

    def films(self, ids: Iterable[str]) -> Catalogue:
        del ids
        return self.catalogue

    def named(self, titles: Iterable[str], ids: Iterable[ExternalId]) -> Catalogue:
        del titles, ids
        return self.catalogue

    def titled(self, readings: Iterable[str]) -> tuple[Film, ...]:
        del readings
        return tuple(self.catalogue.films.values())

    def with_id(self, film_id: str) -> tuple[Film, ...]:
        return tuple(film for film in self.catalogue.films.values() if film.id == film_id)

    def with_external_id(self, key: ExternalId) -> tuple[Film, ...]:
        return tuple(film for film in self.catalogue.films.values() if key in film.ids)

    def of_years(self, years: range) -> Catalogue:
        del years
        return self.catalogue

    def fitting(self, query: str) -> Catalogue:
        del query
        return self.catalogue

    def like(self, folded: str) -> Iterable[tuple[str, str]]:
        del folded
        return ((film.id, title) for film in self.catalogue.films.values() for title in film.titles)

    def to_come(self, day: date, until: date | None = None) -> Catalogue:
        del day, until
        return self.catalogue
