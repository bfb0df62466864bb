"""The catalogue: every film the program knows, from several layers, found by id."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from watchlist.domain.film import OWN, AlsoKnownAs, Film
from watchlist.domain.identity import Record, groups, same_films
from watchlist.domain.names import fold
from watchlist.domain.people import Person

_T = TypeVar("_T")


class Layer(NamedTuple):
    """The films of one file, and the spellings of the people in them."""

    films: tuple[Film, ...] = ()
    people: tuple[Person, ...] = ()
    fills_gaps: bool = False
    """True if its facts only fill gaps and never replace those of a lower layer."""
    may_repeat: bool = False
    """True if two films of the file may turn out to be the same: the user's own file, and the fetched ones."""


class FilmsById(Mapping[str, Film]):
    """Films by every id that they have or ever had; iteration and length count each film once."""

    def __init__(self, films: Iterable[Film]) -> None:
        self._films = {film.id: film for film in films}
        self._others = {other: film for film in self._films.values() for other in film.other_ids}

    def __getitem__(self, film_id: str) -> Film:
        found = self._films.get(film_id)
        return found if found is not None else self._others[film_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._films)

    def __len__(self) -> int:
        return len(self._films)


class Catalogue(NamedTuple):
    """Films by each of their ids, and people by their key."""

    films: Mapping[str, Film]
    people: Mapping[str, Person] = MappingProxyType({})

    def written_forms(self, name: str) -> tuple[str, ...]:
        """Return a person's name and its other spellings."""
        person = self.people.get(name)
        return (name, *person.written) if person else (name,)


def merge(layers: Iterable[Layer], listed: Sequence[Film] = ()) -> Catalogue:
    """Merge layers; later ones override earlier ones.

    Films are the same if they share an id, ours or another site's. A later layer adds claims, titles and disputes.
    It replaces every other fact that it states, unless the layer only fills gaps. `listed` holds the films of the
    user's list, of which only the ids and a title are known: a film keeps the id that it has there.
    """
    stack = [*layers, Layer(tuple(listed), may_repeat=True)]
    stated = [(layer, film) for layer in stack for film in layer.films]
    records = [Record(tuple(film.keys), at, layer.may_repeat) for at, layer in enumerate(stack) for film in layer.films]
    joined = (_joined_film([stated[number] for number in one], stack[-1]) for one in groups(same_films(records)))
    people: dict[str, Person] = {}
    for person in (person for layer in stack for person in layer.people):
        known = people.get(person.name)
        people[person.name] = joined_person([known, person]) if known else person
    return Catalogue(FilmsById(film for film in joined if film), MappingProxyType(people))


def joined_person(layers: Iterable[Person]) -> Person:
    """Return a person with every written form in the layers; the lowest layer decides which is the family name."""
    first, *others = layers
    for other in others:
        first = first._replace(written=_joined(first.written, other.written))
    return first


_ADDED_UP = ("also_known_as", "ids", "disputes", "claims")


def _joined_film(stated: Sequence[tuple[Layer, Film]], listed: Layer) -> Film | None:
    """Merge what the layers state about one film, the lowest first; return None if only the list names it."""
    names = [film for layer, film in stated if layer is listed]
    layers = [(layer, film) for layer, film in stated if layer is not listed]
    if not layers:
        return None
    film = layers[0][1]
    if len(layers) == 1 and film.title and all(_is_same(film, one) for one in names):
        return film
    for layer, upper in layers[1:]:
        film = _merged(film, upper, layer)
    film_id = (names[0] if names else film).id
    title = film.title or (names[0].title if names else film_id)
    ids = _joined(film.ids, tuple(key for one in names for key in one.ids))
    others = dict.fromkeys(key.id for _, one in stated for key in one.keys if key.site == OWN and key.id != film_id)
    return film._replace(id=film_id, title=title, ids=ids, other_ids=tuple(others))


def _is_same(film: Film, listed: Film) -> bool:
    """Return whether the list adds nothing to a film from a single layer."""
    return film.id == listed.id and (film.ids == listed.ids or set(listed.ids) <= set(film.ids))


def _merged(lower: Film, upper: Film, layer: Layer) -> Film:
    merged = _over(lower, upper)
    if layer.fills_gaps:
        return _over(merged, lower)
    return merged._replace(also_known_as=_with_old_title(lower, merged))


def _with_old_title(lower: Film, merged: Film) -> tuple[AlsoKnownAs, ...]:
    """Return the film's other titles, including a main title that was replaced, so that it can still be found by it."""
    is_lost = lower.title and fold(lower.title) not in map(fold, merged.titles)
    return (*merged.also_known_as, AlsoKnownAs(lower.title)) if is_lost else merged.also_known_as


def _over(lower: Film, upper: Film) -> Film:
    stated: dict[str, Any] = {
        name: value
        for name in Film._fields
        if name not in ("id", "other_ids", *_ADDED_UP) and (value := getattr(upper, name)) not in (None, "", ())
    }
    added: dict[str, Any] = {name: _joined(getattr(lower, name), getattr(upper, name)) for name in _ADDED_UP}
    return lower._replace(**stated, **added)


def _joined(first: tuple[_T, ...], second: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*first, *second)))
