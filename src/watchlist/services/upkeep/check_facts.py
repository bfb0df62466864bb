"""Faults in the facts about films that the schema cannot see: genres, languages, titles and synopses."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from watchlist.domain.catalogue import Layer
from watchlist.domain.claim import UNSOURCED, Channel
from watchlist.domain.code_names import LANGUAGES
from watchlist.domain.countdown import State, countdown
from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.domain.release import releases_on
from watchlist.domain.resolution import evidence
from watchlist.storage.toml.read import At
from watchlist.storage.toml.schema import Problem

_GENRES = frozenset(
    (
        *("action", "adventure", "animation", "biography", "comedy", "crime", "documentary", "drama", "epic", "family"),
        *("fantasy", "history", "horror", "music", "musical", "mystery", "romance", "science fiction", "sport"),
        *("superhero", "thriller", "war", "western"),
    )
)
"""The genres that film files use, of those that have other names."""

_OTHER_GENRES: Mapping[str, str] = {
    "animated": "animation",
    "anime": "animation",
    "bio": "biography",
    "biographical": "biography",
    "biopic": "biography",
    "cartoon": "animation",
    "children": "family",
    "comedic": "comedy",
    "doc": "documentary",
    "fantastic": "fantasy",
    "historical": "history",
    "kids": "family",
    "period": "history",
    "romantic": "romance",
    "sci fi": "science fiction",
    "scifi": "science fiction",
    "sf": "science fiction",
    "super hero": "superhero",
    "superheroes": "superhero",
    "suspense": "thriller",
}
"""Other names of genres, with the one that film files use: to a filter, two names would be two genres."""
_TWO_GENRES: Mapping[str, str] = dict.fromkeys(("rom com", "romcom", "romantic comedy"), '"romance" and "comedy"')

_TO_COME = (State.DATED, State.DUE, State.OVERDUE, State.UNDATED)


def fact_faults(layer: Layer, seen: date) -> Iterator[Problem]:
    """Find the faults in the facts of one film file; `seen` is the day on which its claims were read."""
    yield from _without_synopsis(layer.films, seen)
    yield from _without_english_title(layer.films)
    for number, film in enumerate(layer.films):
        for at, message in _film_faults(film):
            yield Problem(("films", number, *at), message)


def _film_faults(film: Film) -> Iterator[tuple[At, str]]:
    for number, genre in enumerate(film.genres):
        usual = _usual(genre)
        if usual != f'"{genre}"':
            yield ("genres", number), f'write the genre "{genre}" as {usual}'
        elif genre in film.genres[:number]:
            yield ("genres", number), f'the genre "{genre}" is used twice'
    for number, code in enumerate(film.languages):
        if code not in LANGUAGES and not re.fullmatch("[a-z]{3}", code):
            yield ("languages", number), f'"{code}" is not a language: write its ISO 639-1 code, such as ja, ko or hi'
    untitled = film.title.casefold().startswith("untitled ")
    if film.languages and "en" not in film.languages and not film.original_title and not untitled:
        yield ("title",), "the film is not in English: give its original_title"


def _usual(genre: str) -> str:
    """Return the usual name of a genre in quotes, or the names of the two genres that it combines."""
    plain = re.sub(r" (film|movie)s?$", "", fold(genre))
    forms = (plain, plain.removesuffix("s"), re.sub("ies$", "y", plain))
    if two := next((_TWO_GENRES[form] for form in forms if form in _TWO_GENRES), None):
        return two
    known = next((_OTHER_GENRES.get(form, form) for form in forms if form in {*_OTHER_GENRES, *_GENRES}), None)
    return f'"{known or (genre.casefold().strip() if plain == fold(genre) else plain)}"'


def _without_synopsis(films: tuple[Film, ...], seen: date) -> Iterator[Problem]:
    """Find upcoming films without a synopsis, in a file that has any synopses."""
    if any(film.synopsis for film in films):
        for number, film in enumerate(films):
            if not film.synopsis and _is_to_come(film, seen):
                yield Problem(("films", number, "title"), "the film is not out yet: give a synopsis of one sentence")


def _without_english_title(films: tuple[Film, ...]) -> Iterator[Problem]:
    """Find films with only a title in another script, in a file that has separate original titles."""
    if any(film.original_title and film.original_title != film.title for film in films):
        for number, film in enumerate(films):
            if film.title and not re.search("[a-z0-9]", fold(film.title)):
                yield Problem(("films", number, "title"), "give the English title, and this one as original_title")


def _is_to_come(film: Film, seen: date) -> bool:
    """Return whether a named source claims an upcoming release, other than at festivals."""
    return any(
        countdown(release.resolution, seen).state in _TO_COME
        for release in releases_on(film.claims, seen)
        if release.key.channel is not Channel.PREMIERE
        and any(claim.source != UNSOURCED for claim in evidence(release.claims))
    )
