"""The films of the catalogue, looked up in the indexes of its files and merged film by film.

They are merged by the rules of `domain.catalogue.merge`: a film on the user's list keeps the id that it has there.
The time depends on the number of films in the answer, not on the size of the catalogue. A damaged index is rebuilt
from its file.
"""

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from watchlist.domain.catalogue import Catalogue, FilmsById, Layer, joined_person, merge
from watchlist.domain.film import OWN, ExternalId, Film
from watchlist.domain.names import fold
from watchlist.domain.people import Person
from watchlist.storage import grounds
from watchlist.storage.index.film_reader import FilmIndex
from watchlist.storage.index.index_note import valid_index
from watchlist.storage.index.sqlite_index import Reopening, open_index
from watchlist.storage.paths import Paths

Place = tuple[int, int]
"""Where a film is: the number of its layer (0 is the bundled one), and its number in that layer."""

Progress = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Shows progress while a file is read: takes its name and size in bytes; yields a function to call with bytes read."""


def layer_files(paths: Paths) -> list[Path]:
    """Return the files of the catalogue, the lowest layer first."""
    added = _added_files(paths.catalogues) if grounds.exists(paths.catalogues) else []
    fetched = [path for path in paths.fetched_layers if grounds.exists(path)]
    home = [paths.home_films] if paths.home_films and grounds.exists(paths.home_films) else []
    return [paths.bundled, *added, *fetched, *home, paths.films]


def _added_files(folder: Path) -> list[Path]:
    """Return the film files that were added, in their order: their names begin with a number."""
    try:
        return sorted(path for path in folder.iterdir() if path.name[0] in "0123456789")
    except OSError:
        return []


def is_indexed(paths: Paths) -> bool:
    """Return whether every layer has a valid index."""
    return all(is_layer_indexed(paths, path) for path in layer_files(paths) if path.exists())


def is_layer_indexed(paths: Paths, path: Path) -> bool:
    """Return whether the file of a layer has a valid index."""
    return valid_index(paths.cache, _name(path, paths), _under(layer_files(paths), path)) is not None


def no_progress(what: str, size: int) -> AbstractContextManager[Callable[[int], None]]:
    """Report no progress."""
    del what, size
    return nullcontext(lambda _: None)


class Listed(Protocol):
    """The user's list, as far as merging needs it: which entry belongs to which film. Entries are numbered."""

    def with_keys(self, keys: Iterable[ExternalId], /) -> list[int]:
        """Return the numbers of the entries with any of these ids."""

    def keys_of(self, numbers: Iterable[int], /) -> Mapping[int, Sequence[ExternalId]]:
        """Return the ids of each of some entries."""

    def films(self, numbers: Sequence[int], /) -> list[Film]:
        """Return films made of the ids and the title that some entries have."""


def open_films(
    paths: Paths, progress: Progress = no_progress, listed: Callable[[], Listed | None] = lambda: None
) -> "IndexedFilms":
    """Open the indexes of all film files, rebuilt if needed; `listed` opens the user's list when it is first needed.

    Raises `InvalidFile` if a film file has to be read and is damaged, or if the bundled one is missing.
    """
    return IndexedFilms(lambda trust: open_layers(paths, progress, trust=trust), listed)


def open_layers(paths: Paths, progress: Progress, *, trust: bool = True) -> list[FilmIndex]:
    """Open the index of every layer, the lowest first; without `trust` each is rebuilt."""
    files = layer_files(paths)
    layers: list[FilmIndex] = []
    for path in files:
        if grounds.exists(path) or path == paths.bundled:
            layers.append(_open_layer(paths, path, _under(files, path), tuple(layers), progress, trust=trust))
    return layers


def open_bundled(paths: Paths, *, trust: bool = True) -> FilmIndex:
    """Open the index of the films that come with the program."""
    return _open_layer(paths, paths.bundled, [paths.bundled], (), no_progress, trust=trust)


def _open_layer(
    paths: Paths, path: Path, files: list[Path], below: tuple[FilmIndex, ...], progress: Progress, *, trust: bool
) -> FilmIndex:
    def fill(connection: sqlite3.Connection) -> None:
        from watchlist.storage.index.build import fill as fill_layer

        size = path.stat().st_size if path.exists() else 0
        with progress(path.name, size) as advance:
            fill_layer(connection, path, below, advance)

    def update(connection: sqlite3.Connection) -> bool:
        from watchlist.storage.index.build import update as update_layer

        with progress(path.name, path.stat().st_size) as advance:
            return update_layer(connection, path, below, advance)

    index = open_index(paths.cache, _name(path, paths), files, fill, trust=trust, update=update)
    fetched = path in paths.fetched_layers
    return FilmIndex(index, fills_gaps=fetched, may_repeat=fetched or path in paths.own_films)


def _name(path: Path, paths: Paths) -> str:
    if path == paths.bundled:
        return "bundled"
    if path in paths.fetched_layers:
        return path.stem
    if path not in paths.own_films:
        return f"catalogue-{path.name}"
    return f"own-{zlib.crc32(os.fsencode(path.absolute())):08x}"


def _under(files: list[Path], path: Path) -> list[Path]:
    """Return a file and those below it: its index depends on them, as it may refer to their sources and films."""
    return files[: files.index(path) + 1]


class IndexedFilms:
    """The films of all layers, looked up in their indexes. A film on the user's list has the id used there."""

    __slots__ = ("_layers", "_list", "_open_list")

    def __init__(self, open_layers: Callable[[bool], list[FilmIndex]], open_list: Callable[[], Listed | None]) -> None:
        self._layers = Reopening(open_layers)
        self._open_list = open_list
        self._list: list[Listed] | None = None

    def claimed(self) -> Catalogue:
        """Return the films with claims."""
        return self._catalogue(lambda index: index.claimed())

    def films(self, ids: Iterable[str]) -> Catalogue:
        """Return the films with these ids, which may be ids that only the user's list uses."""
        return self._catalogue(lambda _: (), [ExternalId(OWN, one) for one in ids])

    def named(self, titles: Iterable[str], ids: Iterable[ExternalId]) -> Catalogue:
        """Return the films with any of these folded titles, or of these ids on other sites."""
        wanted = set(titles)
        return self._catalogue(lambda index: index.titled(wanted), ids)

    def user_films(self, ids: Iterable[str]) -> Mapping[str, Film]:
        """Return the user's own films with these ids, by id; if several of their files have one, the last counts."""
        keys = [ExternalId(OWN, one) for one in ids]

        def said(layers: list[FilmIndex]) -> FilmsById:
            own = (layer for layer in layers if layer.may_repeat and not layer.fills_gaps)
            return FilmsById(film for layer in own for film in layer.films(layer.with_keys(keys)))

        return self._layers.ask(said)

    def titled(self, readings: Iterable[str]) -> tuple[Film, ...]:
        """Return the films with a title that has any of these readings (see `domain.title`), and perhaps others."""
        wanted = sorted(set(readings))
        found = self._catalogue(lambda index: (number for one in wanted for number in index.with_reading(one)))
        return tuple(found.films.values())

    def shortened(self, readings: Iterable[str]) -> tuple[Film, ...]:
        """Return the films with a title that has any of these readings once its subtitle is left out."""
        wanted = sorted(set(readings))
        found = self._catalogue(lambda index: (number for one in wanted for number in index.shortened(one)))
        return tuple(found.films.values())

    def with_id(self, film_id: str) -> tuple[Film, ...]:
        """Return the films with an id."""
        return tuple(self.films([film_id]).films.values())

    def with_external_id(self, key: ExternalId) -> tuple[Film, ...]:
        """Return the films with an id on another site."""
        return tuple(self.named((), (key,)).films.values())

    def of_years(self, years: range) -> Catalogue:
        """Return films of some years, the newest first, up to a limit per layer."""
        return self._catalogue(lambda index: index.of_years(years))

    def fitting(self, query: str) -> Catalogue:
        """Return the films with all the words in their titles or names, or with a title that contains the query."""

        def fits(index: FilmIndex) -> Iterator[int]:
            yield from index.fitting(query)
            for name in people:
                yield from index.with_credit(name)

        people = list(dict.fromkeys(self._layers.ask(lambda layers: _people(layers, fold(query)))))
        return self._catalogue(fits)

    def like(self, folded: str) -> Iterable[tuple[str, str]]:
        """Return the titles most like a misspelt one, each with the id of its film."""
        return self._layers.ask(
            lambda layers: [(layer.film(number).id, title) for layer in layers for number, title in layer.like(folded)]
        )

    def with_word(self, folded: str, most: int) -> list[tuple[str, str]]:
        """Return id and title of each film with a title, or a later word in one, that begins with this text."""
        found = self._layers.ask(lambda layers: [one for layer in layers for one in layer.with_word(folded, most)])
        return found[:most]

    def with_id_beginning(self, start: str, most: int) -> list[tuple[str, str]]:
        """Return the film ids that begin with this text, each with a title."""
        found = self._layers.ask(
            lambda layers: [one for layer in layers for one in layer.with_id_beginning(start, most)]
        )
        return found[:most]

    def services(self) -> list[str]:
        """Return the services that claims name, in alphabetical order."""
        return sorted(set(self._layers.ask(lambda layers: [name for layer in layers for name in layer.services()])))

    def to_come(self, day: date, until: date | None = None) -> Catalogue:
        """Return the films that may have an upcoming release on a day; with `until`, one that may be out by then."""
        return self._catalogue(lambda index: index.to_come(day, until))

    def _catalogue(self, numbers: Callable[[FilmIndex], Iterable[int]], keys: Iterable[ExternalId] = ()) -> Catalogue:
        wanted = list(keys)

        def merged(layers: list[FilmIndex]) -> Catalogue:
            start = {(at, number) for at, layer in enumerate(layers) for number in numbers(layer)}
            return _merged(layers, self._listed(), start, wanted)

        return self._layers.ask(merged)

    def _listed(self) -> list[Listed]:
        """Return the user's list, if there is one, opened at the first call."""
        if self._list is None:
            opened = self._open_list()
            self._list = [] if opened is None else [opened]
        return self._list


def _people(layers: list[FilmIndex], folded: str) -> list[str]:
    return [name for layer in layers for name in layer.people(folded)]


def connected(
    stack: Sequence[FilmIndex | Listed], start: Iterable[Place], keys: Iterable[ExternalId]
) -> dict[Place, Sequence[ExternalId]]:
    """Return the ids of everything that may be the same film as one at `start` or with one of `keys`, sorted by place.

    Films that share an id may be the same, also through a third one. The last of the stack may be the user's list.
    """
    found: dict[Place, Sequence[ExternalId]] = {}
    asked: set[ExternalId] = set()
    places, new = set(start), set(keys)
    while places or new:
        asked |= new
        places |= {(at, number) for at, layer in enumerate(stack) for number in layer.with_keys(new)} if new else set()
        places -= found.keys()
        for at, layer in enumerate(stack):
            numbers = [number for where, number in places if where == at]
            if numbers:
                found |= {(at, number): keys for number, keys in layer.keys_of(numbers).items()}
        new = {key for place in places for key in found[place]} - asked
        places = set()
    return dict(sorted(found.items()))


def merged_films(layers: list[FilmIndex], listed: Listed, ids: Iterable[str]) -> Mapping[str, Film]:
    """Return the films of some entries on the list, merged from all layers, by the entries' ids."""
    return _merged(layers, [listed], (), [ExternalId(OWN, one) for one in ids]).films


def _merged(
    layers: list[FilmIndex], listed: list[Listed], start: Iterable[Place], keys: Iterable[ExternalId]
) -> Catalogue:
    """Merge the films at some places or with some ids, each with what every layer says about it."""
    places = list(connected([*layers, *listed], start, keys))
    films = [layer.films([number for where, number in places if where == at]) for at, layer in enumerate(layers)]
    names = [one.films([number for where, number in places if where == len(layers)]) for one in listed]
    stack = (
        Layer(tuple(few), fills_gaps=layer.fills_gaps, may_repeat=layer.may_repeat)
        for few, layer in zip(films, layers, strict=True)
    )
    merged = merge(stack, [name for one in names for name in one])
    return Catalogue(merged.films, _People(layers) if merged.films else MappingProxyType({}))


class _People(Mapping[str, Person]):
    """The written forms of people's names, looked up one by one."""

    def __init__(self, layers: list[FilmIndex]) -> None:
        self._layers = layers

    def __getitem__(self, name: str) -> Person:
        found = [person for layer in self._layers if (person := layer.person(name))]
        if not found:
            raise KeyError(name)
        return joined_person(found)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name for layer in self._layers for name in layer.person_names()))

    def __len__(self) -> int:
        return sum(1 for _ in self)
