"""The films that come with the program, looked up in their index: reading their file takes a tenth of a second."""

from collections.abc import Iterable, Mapping

from watchlist.domain.claim import Source
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.people import Person
from watchlist.storage.index.indexed_films import open_bundled
from watchlist.storage.index.sqlite_index import Reopening
from watchlist.storage.paths import Paths


class BundledFilms:
    """The films of the bundled file. Raises `InvalidFile` if it is missing or damaged."""

    def __init__(self, paths: Paths) -> None:
        self._index = Reopening(lambda trust: open_bundled(paths, trust=trust))

    def films(self, keys: Iterable[ExternalId]) -> list[Film]:
        """Return the films with any of these ids."""
        wanted = list(keys)
        return self._index.ask(lambda index: index.films(index.with_keys(wanted)))

    def person(self, name: str) -> Person | None:
        """Return the written forms of a name; None if there are none."""
        return self._index.ask(lambda index: index.person(name))

    def sources(self) -> Mapping[str, Source]:
        """Return the sources, by id."""
        return self._index.ask(lambda index: index.sources())
