"""The films of a list for an export to another computer: everything that the bundled file does not say about them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from watchlist.domain.claim import UNSOURCED, Claim, Source
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.people import Person

_T = TypeVar("_T")


def portable_films(
    listed: Iterable[tuple[Film, Iterable[ExternalId]]],
    own: Sequence[Film],
    bundled: Iterable[Film],
    excluded: frozenset[Claim] = frozenset(),
) -> tuple[Film, ...]:
    """Return the user's own films and those of the list, without what the bundled file says about them.

    Each listed film comes with the ids of its entry, which are exported with the entry. `excluded` are claims that
    may not be passed on. No two different sources in the result share an id.
    """
    below = {key: film for film in bundled for key in film.keys}
    own = _joined(own)
    mine = {key: film for film in own for key in film.keys}
    rest = {key: (film, tuple(ids)) for film, ids in listed for key in film.keys}
    films: dict[str, Film] = {}
    for film, ids in (*(rest.get(_key(one), (one, ())) for one in own), *rest.values()):
        if film.id not in films:
            lower = next((below[key] for key in film.keys if key in below), None)
            upper = next((mine[key] for key in film.keys if key in mine), Film(film.id, ""))
            added = _beyond(film, lower, upper, (*ids, *excluded))
            if added != Film(added.id, "", other_ids=added.other_ids) or lower is None or lower.id != film.id:
                films[film.id] = added
    named = _Sources()
    return tuple(with_sources(film, named.apart) for film in films.values())


def _joined(films: Iterable[Film]) -> tuple[Film, ...]:
    """Merge the films of several own files by id: the later one wins, with the claims of both."""
    found: dict[str, Film] = {}
    for film in films:
        claims = found[film.id].claims if film.id in found else ()
        found[film.id] = film._replace(claims=tuple(dict.fromkeys((*claims, *film.claims))))
    return tuple(found.values())


def _key(film: Film) -> ExternalId:
    return next(film.keys)


def _beyond(film: Film, lower: Film | None, upper: Film, left_out: Sequence[object]) -> Film:
    """Return what a film adds to a lower layer; facts from the user's own file (`upper`) are always kept."""
    values: dict[str, Any] = {}
    for name, value in film._asdict().items():
        said, stated = getattr(lower, name, None), getattr(upper, name)
        if name in ("also_known_as", "ids", "disputes", "claims"):
            values[name] = tuple(one for one in value if one in stated or not (one in (said or ()) or one in left_out))
        elif name not in ("id", "other_ids"):
            values[name] = value if stated or value != said else stated
    return Film(**{**values, "id": film.id, "other_ids": film.other_ids})


class _Sources:
    """Gives a source a new id if its id is taken by a different source."""

    def __init__(self) -> None:
        self._by_id: dict[str, Source] = {}

    def apart(self, source: Source) -> Source:
        number, named = 1, source
        while self._by_id.setdefault(named.id, named) != named:
            number += 1
            named = source._replace(id=f"{source.id}-no{number}")
        return named


def with_sources(film: Film, change: Callable[[Source], Source]) -> Film:
    """Return a film with `change` applied to each of its named sources."""

    def changed(one: _T) -> _T:
        source: Source | None = getattr(one, "source", None)
        if source is None or source == UNSOURCED:
            return one
        return one._replace(source=change(source))  # type: ignore[attr-defined,no-any-return]

    return film._replace(
        claims=tuple(map(changed, film.claims)),
        filming=film.filming and changed(film.filming),
        disputes=tuple(one._replace(readings=tuple(map(changed, one.readings))) for one in film.disputes),
    )


def portable_people(
    films: Iterable[Film], known: Mapping[str, Person], bundled: Callable[[str], Person | None]
) -> Iterator[Person]:
    """Yield the people in some films whose written forms the bundled file does not have."""
    for name in dict.fromkeys(name for film in films for name in film.people):
        person = known.get(name)
        if person is not None and person != bundled(name):
            yield person
