"""The catalogue: every film the program knows, from several layers, found by id."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from watchlist.domain.film import ExternalId, Film
from watchlist.domain.people import Person

_T = TypeVar("_T")


class Layer(NamedTuple):
    """The films of one file, and the spellings of the people in them."""

    films: tuple[Film, ...] = ()
    people: tuple[Person, ...] = ()
    fills_gaps: bool = False
    """True where it states facts only for want of others: it replaces none that a lower layer has."""


class Catalogue(NamedTuple):
    """Films by id, and people by each key."""

    films: Mapping[str, Film]
    people: Mapping[str, Person] = MappingProxyType({})

    def written_forms(self, name: str) -> tuple[str, ...]:
        """Give a person's name and its other spellings."""
        person = self.people.get(name)
        return (name, *person.written) if person else (name,)


def merge(layers: Iterable[Layer]) -> Catalogue:
    """Lay the later layers over the earlier ones.

    Films are the same if their id or one of their external ids is. The later layer adds
    claims, titles and disputes, and replaces any other fact that it states, or only fills
    gaps, as the layer says.
    """
    films: dict[str, Film] = {}
    by_external_id: dict[ExternalId, str] = {}
    people: dict[str, Person] = {}
    for layer in layers:
        for film in layer.films:
            same = next((by_external_id[key] for key in film.ids if key in by_external_id), film.id)
            key = film.id if film.id in films else same
            films[key] = _merged(films[key], film, layer) if key in films else _titled(film)
            by_external_id.update(dict.fromkeys(films[key].ids, key))
        for person in layer.people:
            known = people.get(person.name)
            people[person.name] = joined_person([known, person]) if known else person
    return Catalogue(MappingProxyType(films), MappingProxyType(people))


def joined_person(layers: Iterable[Person]) -> Person:
    """Give a person with every written form that the layers know; the lowest says which is the family name."""
    first, *others = layers
    for other in others:
        first = first._replace(written=_joined(first.written, other.written))
    return first


_ADDED_UP = ("also_known_as", "ids", "disputes", "claims")


def _titled(film: Film) -> Film:
    return film if film.title else film._replace(title=film.id)


def _merged(lower: Film, upper: Film, layer: Layer) -> Film:
    merged = _over(lower, upper)
    return _over(merged, lower) if layer.fills_gaps else merged


def _over(lower: Film, upper: Film) -> Film:
    stated: dict[str, Any] = {
        name: value
        for name in Film._fields
        if name not in ("id", *_ADDED_UP) and (value := getattr(upper, name)) not in (None, "", ())
    }
    added: dict[str, Any] = {name: _joined(getattr(lower, name), getattr(upper, name)) for name in _ADDED_UP}
    return lower._replace(**stated, **added)


def _joined(first: tuple[_T, ...], second: tuple[_T, ...]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys((*first, *second)))
