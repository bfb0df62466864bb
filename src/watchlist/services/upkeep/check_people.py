"""Faults in the credits of films: people under two names, names with remarks in them, missing people."""

import re
from collections.abc import Iterator

from watchlist.domain.catalogue import Layer
from watchlist.domain.film import Film
from watchlist.domain.names import PLAIN_LETTERS, fold, words
from watchlist.domain.people import Person
from watchlist.storage.toml.read import At
from watchlist.storage.toml.schema import Problem


def people_faults(layer: Layer) -> Iterator[Problem]:
    """Find the faults in the credits of one film file."""
    yield from _written_two_ways(layer)
    for number, film in enumerate(layer.films):
        for at, message in (*_more_than_names(film), *_uncredited(film, layer.people)):
            yield Problem(("films", number, *at), message)


def _names(film: Film) -> Iterator[tuple[At, str]]:
    """Yield everyone credited, each with their place in the film's table."""
    for field in ("directors", "writers", "producers", "composers"):
        for number, name in enumerate(getattr(film, field)):
            yield (field, number), name
    for number, role in enumerate(film.cast):
        yield ("cast", number, "name"), role.name
    if film.based_on and film.based_on.author:
        yield ("based_on", "author"), film.based_on.author


_GENERATIONS = frozenset({"jr", "sr", "ii", "iii"})


def _written_two_ways(layer: Layer) -> Iterator[Problem]:
    """Find people under two names: in a different order or spelling, with a typo, or with one more word."""
    known = {key: person.name for person in layer.people for key in _keys(person.name)}
    other = {key: person.name for person in layer.people for form in person.written for key in _keys(form)}
    names: list[tuple[At, str]] = []
    for number, film in enumerate(layer.films):
        for place, name in _names(film):
            at = ("films", number, *place)
            usual = next((table[key] for table in (known, other) for key in _keys(name) if key in table), name)
            if usual != name:
                yield Problem(at, f'"{name}" is "{usual}" elsewhere: credit a person under one name')
            else:
                names.append((at, name))
            known |= {key: usual for key in _keys(name) if key not in known}
    own = {person.name for person in layer.people}
    doubted: set[str] = set()
    for at, name in names:
        nearly = next((known[key] for key in _near_keys(name) if key in known), name)
        if name not in own and nearly not in {name, *doubted}:
            doubted.add(name)
            yield Problem(at, f'"{name}" may be "{nearly}": use one name, or add the person under [[people]]')


_Key = frozenset[str] | str


def _keys(name: str) -> tuple[_Key, _Key]:
    """Return the keys that a name shares with its other spellings: its words in any order, and all its letters."""
    return words(name), _letters(name)


_PLAIN = str.maketrans({**PLAIN_LETTERS, "ð": "d", "þ": "th"})


def _letters(name: str) -> str:
    return fold(name).translate(_PLAIN).replace(" ", "")


_LONG = 9
"""Letters: two names this long that differ by one letter are probably the same."""


def _near_keys(name: str) -> Iterator[_Key]:
    """Yield the keys of names that may be meant: with one word or letter less, or two letters swapped."""
    parts = words(name)
    if len(parts) > 2:
        yield from (parts - {word} for word in sorted(parts - _GENERATIONS))
        yield frozenset(word for word in parts if len(word) > 1)
    letters = _letters(name)
    if len(parts) > 1 and len(letters) >= _LONG and not parts & _GENERATIONS:
        for place in range(len(letters)):
            first, rest = letters[:place], letters[place:]
            yield first + rest[1:]
            yield first + rest[1::-1] + rest[2:]


_BRACKET = r"[()\[\]{}（）［］【】]"
_JOB = r"\b(voiced?|voices|uncredited|narrator|(co-?)?(director|writer|producer)|dir|(him|her)self|themselves)\b"
_NOT_A_NAME = rf"{_BRACKET}|\s[-–—]\s|[:;|]|,(?!\s*({'|'.join(sorted(_GENERATIONS))})\b)|{_JOB}"
_NOT_A_ROLE = rf"{_BRACKET}|^voice of\b|[,:–—-]\s*voice$|\buncredited\b"
_SEVERAL = r"\s(&|and|und|et|y)\s|\w\s?/\s?\w|^the \w+s$|\b(brothers|bros|sisters)\b"


def _more_than_names(film: Film) -> Iterator[tuple[At, str]]:
    """Find names and roles with remarks in them, and names of several people in one credit."""
    for at, name in _names(film):
        if re.search(_NOT_A_NAME, name, re.IGNORECASE):
            yield at, f'"{name}" is more than a name: give only the name'
        elif at[0] in ("directors", "writers", "producers") and re.search(_SEVERAL, name, re.IGNORECASE):
            yield at, f'"{name}" names several people: credit each by name'
    for number, role in enumerate(film.cast):
        if role.role and re.search(_NOT_A_ROLE, role.role, re.IGNORECASE):
            yield ("cast", number, "role"), f'"{role.role}" is more than a name: give only the name'


def _uncredited(film: Film, people: tuple[Person, ...]) -> Iterator[tuple[At, str]]:
    """Find people in the file, and directors, who are named by a source that is not wrong, but not in the credits."""
    for number, dispute in enumerate(film.disputes):
        is_on_director = fold(dispute.field) in ("director", "directors")
        credited = film.directors if is_on_director else tuple(film.people)
        for place, reading in enumerate(dispute.readings):
            named = _several(reading.value) if is_on_director else _named_in(reading.value, people)
            for name in named if not reading.wrong else ():
                if not {*_keys(name)} & {key for one in credited for key in _keys(one)}:
                    at = ("disputes", number, "readings", place, "value")
                    yield at, f'names "{name}", who is not in the credits: add the name, or write wrong = true'


def _several(names: str) -> list[str]:
    return [name for name in re.split(r",\s*|\s+(?:and|&)\s+", names) if name]


def _named_in(text: str, people: tuple[Person, ...]) -> Iterator[str]:
    """Yield the people whom a text names, in any of their written forms."""
    value = f" {fold(text)} "
    for person in people:
        if any(f" {fold(form)} " in value for form in (person.name, *person.written)):
            yield person.name
