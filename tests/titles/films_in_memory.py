"""Films in memory, looked up as an index looks them up: the plainest `TitleLookup` there can be."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from watchlist.domain.film import ExternalId, Film
from watchlist.domain.title import parse_title, short_forms


class FilmsInMemory(NamedTuple):
    films: tuple[Film, ...] = ()

    def with_id(self, film_id: str) -> Sequence[Film]:
        return [film for film in self.films if film.id == film_id]

    def with_external_id(self, key: ExternalId) -> Sequence[Film]:
        return [film for film in self.films if key in film.ids]

    def titled(self, readings: Iterable[str]) -> Sequence[Film]:
        wanted = frozenset(readings)
        return [film for film in self.films if any(not wanted.isdisjoint(_findable(title)) for title in film.titles)]


@cache
def _findable(title: str) -> frozenset[str]:
    return parse_title(title).readings | short_forms(title)
