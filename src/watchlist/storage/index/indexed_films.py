"""The catalogue as it is asked: every layer from its index, merged film by film as films are asked for.

The answers follow the rules of `domain.catalogue.merge`, in time that follows the answer and
not the catalogue. An index that turns out to be damaged is made anew from its file.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path
from types import MappingProxyType

from watchlist.domain.catalogue import Catalogue, Layer, joined_person, merge
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.people import Person
from watchlist.storage.index.film_reader import FilmIndex
from watchlist.storage.index.sqlite_index import Reopening, open_index, valid_index
from watchlist.storage.paths import Paths

Place = tuple[int, int]
"""A film in a layer: the number of the layer, the bundled one being 0, and that of the film in it."""

Watch = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Makes something to watch while a file is compiled: from its name and its bytes, a function to tell progress."""


def layer_files(paths: Paths) -> list[Path]:
    """Give the files of the catalogue, the lowest layer first."""
    added = sorted(paths.catalogues.glob("[0-9]*")) if paths.catalogues.is_dir() else []
    fetched = [path for path in (paths.fetched, paths.fetched_tmdb) if path.exists()]
    return [paths.bundled, *added, *fetched, paths.films]


def is_compiled(paths: Paths) -> bool:
    """Say whether every layer has a valid index."""
    files = layer_files(paths)
    return all(valid_index(paths.cache, _name(path, paths), _under(files, path)) for path in files if path.exists())


def no_progress(what: str, size: int) -> AbstractContextManager[Callable[[int], None]]:
    """Watch nothing: for those who have nobody to show progress to."""
    del what, size
    return nullcontext(lambda _: None)


def open_films(paths: Paths, watch: Watch = no_progress) -> "IndexedFilms":
    """Give the films, compiled anew where that is needed.

    Raises `InvalidFile` where a film file that has to be read is damaged or the bundled one is missing.
    """
    return IndexedFilms(lambda trust: open_layers(paths, watch, trust=trust))


def open_layers(paths: Paths, watch: Watch, *, trust: bool = True) -> list[FilmIndex]:
    """Open the index of every layer, the lowest first; without `trust`, make each anew."""
    files = layer_files(paths)
    layers: list[FilmIndex] = []
    for path in files:
        if path.exists() or path == paths.bundled:
            layers.append(_open_layer(paths, path, _under(files, path), tuple(layers), watch, trust=trust))
    return layers


def _open_layer(
    paths: Paths, path: Path, files: list[Path], below: tuple[FilmIndex, ...], watch: Watch, *, trust: bool
) -> FilmIndex:
    def fill(connection: sqlite3.Connection) -> None:
        from watchlist.storage.index.build import fill as fill_layer

        size = path.stat().st_size if path.exists() else 0
        with watch(path.name, size) as done:
            fill_layer(connection, path, below, done)

    def patch(connection: sqlite3.Connection) -> bool:
        from watchlist.storage.index.build import patch as patch_layer

        with watch(path.name, path.stat().st_size) as done:
            return patch_layer(connection, path, below, done)

    index = open_index(paths.cache, _name(path, paths), files, fill, trust=trust, patch=patch)
    return FilmIndex(index, fills_gaps=path in (paths.fetched, paths.fetched_tmdb))


def _name(path: Path, paths: Paths) -> str:
    if path == paths.bundled:
        return "bundled"
    if path in (paths.fetched, paths.fetched_tmdb):
        return path.stem
    return "own" if path == paths.films else f"catalogue-{path.name}"


def _under(files: list[Path], path: Path) -> list[Path]:
    """Give a file and those below it, whose sources it may name and whose films it may speak of."""
    return files[: files.index(path) + 1]


class IndexedFilms:
    """The films of all layers, looked up in their indexes."""

    __slots__ = ("_layers",)

    def __init__(self, open_layers: Callable[[bool], list[FilmIndex]]) -> None:
        self._layers = Reopening(open_layers)

    def claimed(self) -> Catalogue:
        """Give the films on which there are claims."""
        return self._catalogue(lambda index: index.claimed())

    def films(self, ids: Iterable[str]) -> Catalogue:
        """Give the films with these ids."""
        wanted = list(dict.fromkeys(ids))
        return self._catalogue(lambda index: (number for one in wanted for number in index.with_id(one)))

    def named(self, titles: Iterable[str], ids: Iterable[ExternalId]) -> Catalogue:
        """Give the films that have one of some folded titles, or of some ids on other sites."""
        wanted, keys = sorted(set(titles)), sorted(set(ids))
        return self._catalogue(
            lambda index: (
                *(number for title in wanted for number in index.titled(title)),
                *(number for key in keys for number in index.with_external_id(key)),
            )
        )

    def of_years(self, years: range) -> Catalogue:
        """Give the films of some years, as many as anybody reads, the newest first."""
        return self._catalogue(lambda index: index.of_years(years))

    def fitting(self, query: str) -> Catalogue:
        """Give the films that have all the words, or whose titles begin with them or hold them."""
        from watchlist.domain.names import fold

        def fits(index: FilmIndex) -> Iterator[int]:
            yield from index.fitting(query)
            for name in people:
                yield from index.with_credit(name)

        people = list(dict.fromkeys(self._layers.ask(lambda layers: _people(layers, fold(query)))))
        return self._catalogue(fits)

    def like(self, folded: str) -> Iterable[tuple[str, str]]:
        """Give the titles that are most like misspelt words, each with the id of a film."""
        return self._layers.ask(
            lambda layers: [(layer.film(number).id, title) for layer in layers for number, title in layer.like(folded)]
        )

    def beginning(self, folded: str, most: int) -> list[tuple[str, str]]:
        """Give ids and titles of films with a title that begins so."""
        return self._layers.ask(lambda layers: [one for layer in layers for one in layer.beginning(folded, most)])[
            :most
        ]

    def services(self) -> list[str]:
        """Name the services that claims name, in the order of the alphabet."""
        return sorted(set(self._layers.ask(lambda layers: [name for layer in layers for name in layer.services()])))

    def to_come(self, day: date, until: date | None = None) -> Catalogue:
        """Give the films of which a release is not surely out on a day; with `until`, of which one may be by then."""
        return self._catalogue(lambda index: index.to_come(day, until))

    def _catalogue(self, numbers: Callable[[FilmIndex], Iterable[int]]) -> Catalogue:
        return self._layers.ask(
            lambda layers: _merged(layers, ((at, n) for at, layer in enumerate(layers) for n in numbers(layer)))
        )


def films_of_several(layers: list[FilmIndex]) -> frozenset[str]:
    """Give the ids of films on which a higher layer has claims under an id of another site."""
    places = [(at, number) for at, layer in enumerate(layers) if at for number in layer.claimed_with_external_id()]
    return frozenset(_merged(layers, places).films)


def _people(layers: list[FilmIndex], folded: str) -> list[str]:
    return [name for layer in layers for name in layer.people(folded)]


def _merged(layers: list[FilmIndex], wanted: Iterable[Place]) -> Catalogue:
    """Merge the films at some places, each with all that any layer says about it."""
    places: set[Place] = set()
    todo = list(wanted)
    while todo:
        place = todo.pop()
        if place in places:
            continue
        places.add(place)
        film = layers[place[0]].film(place[1])
        todo += [
            (at, number)
            for at, layer in enumerate(layers)
            for number in (*layer.with_id(film.id), *(n for key in film.ids for n in layer.with_external_id(key)))
            if (at, number) not in places
        ]
    films: list[list[Film]] = [[] for _ in layers]
    for at, number in sorted(places):
        films[at].append(layers[at].film(number))
    merged = merge(Layer(tuple(few), fills_gaps=layer.fills_gaps) for few, layer in zip(films, layers, strict=True))
    return Catalogue(merged.films, _People(layers) if merged.films else MappingProxyType({}))


class _People(Mapping[str, Person]):
    """The written forms of people, looked up one by one."""

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
