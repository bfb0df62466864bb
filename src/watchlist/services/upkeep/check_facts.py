"""Faults in the facts about films that the schema cannot see: names, genres, titles and synopses."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from watchlist.domain.catalogue import Layer
from watchlist.domain.claim import UNSOURCED, Channel
from watchlist.domain.countdown import State, countdown
from watchlist.domain.film import Film
from watchlist.domain.names import fold, words
from watchlist.domain.people import Person
from watchlist.domain.release import releases_on
from watchlist.storage.toml.read import At
from watchlist.storage.toml.schema import Problem

GENRES: Mapping[str, str] = {
    "animated": "animation",
    "biographical": "biography",
    "biopic": "biography",
    "comedic": "comedy",
    "documentaries": "documentary",
    "historical": "history",
    "romantic": "romance",
    "sci-fi": "science fiction",
    "scifi": "science fiction",
    "sports": "sport",
    "super hero": "superhero",
    "thrillers": "thriller",
}
"""Other names of genres, with the one that film files use: to a filter, two names would be two genres."""

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii"})
_TO_COME = (State.DATED, State.DUE, State.UNDATED)


def fact_faults(layer: Layer, seen: date) -> Iterator[Problem]:
    """Find the faults in the facts of one film file; `seen` is the day on which its claims were read."""
    yield from _written_two_ways(layer)
    yield from _without_synopsis(layer.films, seen)
    for number, film in enumerate(layer.films):
        for at, message in _film_faults(film, layer.people):
            yield Problem(("films", number, *at), message)


def _film_faults(film: Film, people: tuple[Person, ...]) -> Iterator[tuple[At, str]]:
    yield from _remarks_in_names(film)
    yield from _uncredited(film, people)
    for number, genre in enumerate(film.genres):
        if usual := GENRES.get(genre.casefold()):
            yield ("genres", number), f'write the genre "{genre}" as "{usual}"'
    untitled = film.title.casefold().startswith("untitled ")
    if film.languages and "en" not in film.languages and not film.original_title and not untitled:
        yield ("title",), "the film is not in English: give its original_title"


def _names(film: Film) -> Iterator[tuple[At, str]]:
    """Yield everyone credited, each with their place in the film's table."""
    for field in ("directors", "writers", "producers", "composers"):
        for number, name in enumerate(getattr(film, field)):
            yield (field, number), name
    for number, role in enumerate(film.cast):
        yield ("cast", number, "name"), role.name
    if film.based_on and film.based_on.author:
        yield ("based_on", "author"), film.based_on.author


def _written_two_ways(layer: Layer) -> Iterator[Problem]:
    """Find people credited under two names: in a different order or spelling, or with one more word."""
    known = {words(person.name): person.name for person in layer.people}
    other = {words(form): person.name for person in layer.people for form in person.written}
    credited = [(("films", number, *at), name) for number, film in enumerate(layer.films) for at, name in _names(film)]
    for at, name in credited:
        usual = known.setdefault(words(name), other.get(words(name), name))
        if usual != name:
            yield Problem(at, f'"{name}" is "{usual}" elsewhere: credit a person under one name')
    own = {person.name for person in layer.people}
    for at, name in credited:
        if name not in own and (shorter := _with_a_word_less(name, known)):
            yield Problem(at, f'"{name}" may be "{shorter}": use one name, or add the person under [[people]]')


def _with_a_word_less(name: str, known: Mapping[frozenset[str], str]) -> str | None:
    parts = words(name)
    shorter = (known.get(parts - {word}) for word in sorted(parts - _GENERATIONS) if len(parts) > 2)
    return next((one for one in shorter if one), None)


def _remarks_in_names(film: Film) -> Iterator[tuple[At, str]]:
    roles = ((("cast", number, "role"), role.role) for number, role in enumerate(film.cast) if role.role)
    for at, name in (*_names(film), *roles):
        if re.search(r"[()\[\]]", name):
            yield at, f'"{name}" holds a remark in brackets: give the name alone'


def _uncredited(film: Film, people: tuple[Person, ...]) -> Iterator[tuple[At, str]]:
    """Find people in the file who are named by a source that is not wrong, but are not in the film's credits."""
    credited = set(film.people)
    for number, dispute in enumerate(film.disputes):
        for place, reading in enumerate(dispute.readings):
            value = f" {fold(reading.value)} "
            for person in people:
                named = any(f" {fold(form)} " in value for form in (person.name, *person.written))
                if named and not reading.wrong and person.name not in credited:
                    at = ("disputes", number, "readings", place, "value")
                    yield at, f'names "{person.name}", whom the film does not credit'


def _without_synopsis(films: tuple[Film, ...], seen: date) -> Iterator[Problem]:
    """Find upcoming films without a synopsis, in a file that has any synopses."""
    if any(film.synopsis for film in films):
        for number, film in enumerate(films):
            if not film.synopsis and _is_to_come(film, seen):
                yield Problem(("films", number, "title"), "the film is not out yet: give a synopsis of one sentence")


def _is_to_come(film: Film, seen: date) -> bool:
    """Return whether a named source claims an upcoming release, other than at festivals."""
    claims = [claim for claim in film.claims if claim.source != UNSOURCED and not claim.error]
    return any(
        countdown(release.resolution, seen).state in _TO_COME
        for release in releases_on(claims, seen)
        if release.key.channel is not Channel.PREMIERE
    )
