"""Choosing the film that a change is about, without ever guessing.

An id, a full title, or words that name only one film on the user's list are acted on at once. Anything
else is a question: `Ask` if there are films to choose from, `NotFound` if there are none.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from watchlist.domain.film import ExternalId, Film
from watchlist.domain.film_reference import FilmReference
from watchlist.domain.title import Title, is_sequel, parse_title, short_forms


class Scope(StrEnum):
    """Which films a command can be about, and which of them come first."""

    CATALOGUE = "catalogue"
    LIST_FIRST = "list first"
    LIST_ONLY = "list only"


class TitleLookup(Protocol):
    """Where films are looked up; it may return more films than asked for."""

    def with_id(self, film_id: str) -> Sequence[Film]:
        """Return the film with an id, if there is one."""

    def with_external_id(self, key: ExternalId) -> Sequence[Film]:
        """Return the films with an id on another site."""

    def titled(self, readings: Iterable[str]) -> Sequence[Film]:
        """Return the films with a title that has any of these readings; on the list, also without its subtitle."""


class Chosen(NamedTuple):
    """The film that was meant."""

    film: Film


class Ask(NamedTuple):
    """Films that may be meant, the likeliest first."""

    candidates: tuple[Film, ...]


class NotFound(NamedTuple):
    """No film has this name."""


Choice = Chosen | Ask | NotFound


def choose(reference: FilmReference, listed: TitleLookup, known: TitleLookup, scope: Scope) -> Choice:
    """Choose the film that is named, among the films on the list (`listed`) and in the catalogue (`known`).

    A year that differs by more than one never matches, and a film without a year never matches a year.
    """
    if reference.external or reference.is_link or _is_id(reference, listed, known):
        return _by_id(reference, listed, known)
    wanted = _all_readings(reference)
    on_list = {film.id: film for film in listed.titled(wanted)}
    films = on_list | {film.id: film for film in known.titled(wanted)}
    equal = _without_twins(_equal(reference, on_list.values(), films.values(), scope))
    if len(equal) == 1:
        return Chosen(equal[0])
    alike = [film for film in films.values() if _has_reading(film, wanted)]
    short = [film for film in on_list.values() if _has_short_form(film, reference.title.readings)]
    if len(short) == 1 and not alike and _short_is_enough(reference, scope):
        return Chosen(short[0])
    candidates = {film.id: film for film in (*equal, *alike, *short)}
    return Ask(tuple(candidates.values())) if candidates else NotFound()


def _equal(reference: FilmReference, on_list: Iterable[Film], films: Iterable[Film], scope: Scope) -> list[Film]:
    """Return the films whose full title matches best; if films on the list come first, only those on the list.

    If a film that is not on the list matches better, both are returned, unless the scope is the list only.
    """
    equal = _named(reference, films)
    listed = [] if scope is Scope.CATALOGUE else _named(reference, on_list)
    nearer = [film for film in equal if film not in listed] if not any(film in equal for film in listed) else []
    return [*listed, *(nearer if scope is Scope.LIST_FIRST else [])] if listed else equal


def _without_twins(films: list[Film]) -> list[Film]:
    """Leave out bare records from IMDb's table that are the same as another film: the only two of one year, ±1.

    A short is never the same as a feature film.
    """
    bare = [film for film in films if _is_bare(film)]
    features = [film for film in bare if "short" not in film.genres]
    others = [film for film in films if film not in bare and "imdb" not in dict(film.ids)]
    pairs = [(one, other) for one in features for other in others if _same_year(one, other)]
    twins = [one for one, other in pairs if [pair[0] for pair in pairs].count(one) == 1 and _once(other, pairs)]
    return [film for film in films if film not in twins]


def _is_bare(film: Film) -> bool:
    return ExternalId("imdb", film.id) in film.ids and not film.claims


def _same_year(one: Film, other: Film) -> bool:
    return one.year is not None and other.year is not None and abs(one.year - other.year) <= 1


def _once(film: Film, pairs: Sequence[tuple[Film, Film]]) -> bool:
    return [other for _, other in pairs].count(film) == 1


def _is_id(reference: FilmReference, *lookups: TitleLookup) -> bool:
    """Return whether the text is meant as an id: it is a film's id, and not also another film's title."""
    if reference.film_id is None or reference.is_id:
        return reference.is_id
    titled = [film for lookup in lookups for film in lookup.titled(reference.title.readings)]
    others = [film for film in titled if not film.has_id(reference.film_id)]
    is_id = any(film.has_id(reference.film_id) for lookup in lookups for film in lookup.with_id(reference.film_id))
    return is_id and not any(_has_reading(film, reference.title.readings) for film in others)


def _short_is_enough(reference: FilmReference, scope: Scope) -> bool:
    """Return whether a title without its subtitle is enough to name a film on the list.

    If the film need not be on the list, only with the number of a sequel at the end: "Venom" may mean the first of
    the series, and "28 Years Later" is a different film from its sequel with a subtitle.
    """
    return scope is Scope.LIST_ONLY or (scope is Scope.LIST_FIRST and is_sequel(reference.title))


def _by_id(reference: FilmReference, *lookups: TitleLookup) -> Choice:
    """Return the film with an id, which may be only on the list."""
    found: dict[str, Film] = {}
    for lookup in lookups:
        if reference.external:
            with_key = lookup.with_external_id(reference.external)
            found |= {film.id: film for film in with_key if reference.external in film.ids}
        elif reference.film_id:
            found |= {film.id: film for film in lookup.with_id(reference.film_id) if film.has_id(reference.film_id)}
    if not found:
        return NotFound()
    films = tuple(found.values())
    return Chosen(films[0]) if len(films) == 1 else Ask(films)


def _all_readings(reference: FilmReference) -> frozenset[str]:
    dated = reference.dated.title.readings if reference.dated else frozenset[str]()
    return reference.title.readings | dated


def _named(reference: FilmReference, films: Iterable[Film]) -> list[Film]:
    """Return the films whose titles match the typed one best; several if they match equally well."""
    ranked = [(rank, film) for film in films if (rank := _rank(reference, film)) is not None]
    best = min((rank for rank, _ in ranked), default=None)
    return [film for rank, film in ranked if rank == best]


_OTHER_YEAR = 10
"""What a year that is off by one adds to a rank."""


def _rank(reference: FilmReference, film: Film) -> int | None:
    """Rank how well a film's titles match the typed one, 0 is best; None if none matches."""
    titles = list(film.titles)
    ranks = [rank for title in titles if (rank := _written_alike(reference.title, title)) is not None]
    dated = reference.dated
    if dated and film.year and abs(film.year - dated.year) <= (1 if dated.bracketed else 0):
        other = _OTHER_YEAR if film.year != dated.year else 0
        for title in titles:
            rank = _written_alike(dated.title, title)
            ranks += [rank + other] if rank is not None else []
    return min(ranks, default=None)


def _written_alike(typed: Title, title: str) -> int | None:
    """Rank one title: 0 for the same words, 1 for the same key, 2 for a common reading; else None."""
    known = parse_title(title)
    if typed.written == known.written:
        return 0
    if typed.key == known.key:
        return 1
    return 2 if not typed.readings.isdisjoint(known.readings) else None


def _has_reading(film: Film, wanted: frozenset[str]) -> bool:
    return any(not wanted.isdisjoint(parse_title(title).readings) for title in film.titles)


def _has_short_form(film: Film, wanted: frozenset[str]) -> bool:
    return any(not wanted.isdisjoint(short_forms(title)) for title in film.titles)
