"""How well words match a film: by id or title, in any written form, or misspelt."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import IntEnum
from typing import NamedTuple

from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.services.film_lookup import FilmLookup


class How(IntEnum):
    """How well words match a film, the best first."""

    ID = 0
    TITLE = 1
    OTHER_ORDER = 2
    PREFIX = 3
    WORDS = 4
    PERSON = 5
    SERIES = 6
    SOURCE_WORK = 7
    SONG = 8
    COMPANY = 9
    DISPUTED = 10
    NEAR_MISS = 11


class Match(NamedTuple):
    """A film that matches, the text of it that does (`fits`), and how well; `likeness` is 1 except for near misses."""

    film: Film
    how: How
    fits: str
    likeness: float = 1.0


CLOSE_ENOUGH = 0.75
"""The least likeness of a title that a misspelt one may mean."""


def near_misses(films: FilmLookup, query: str) -> list[Match]:
    """Find films with a title close to misspelt words, the closest first."""
    folded = fold(query)
    if not folded:
        return []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(folded)
    like = {film_id for film_id, title in films.like(folded) if _likeness(matcher, title) >= CLOSE_ENOUGH}
    near = []
    for film in films.films(like).films.values():
        likeness, fits = max(((_likeness(matcher, title), title) for title in film.titles), key=lambda one: one[0])
        if likeness >= CLOSE_ENOUGH:
            near.append(Match(film, How.NEAR_MISS, fits, likeness))
    return sorted(near, key=match_order)


def _likeness(matcher: SequenceMatcher[str], title: str) -> float:
    matcher.set_seq1(fold(title))
    if matcher.real_quick_ratio() < CLOSE_ENOUGH or matcher.quick_ratio() < CLOSE_ENOUGH:
        return 0.0
    return matcher.ratio()


def match_order(match: Match) -> tuple[int, float, str, int]:
    """Return a match's sort key: the best first, then by title and year."""
    return match.how, -match.likeness, fold(match.film.title), match.film.year or 0


def title_match(film: Film, query: str) -> Match | None:
    """Match words with a film's id and titles; None if nothing matches."""
    folded = fold(query)
    if any(query.strip() == key.id for key in film.keys):
        return Match(film, How.ID, query)
    wanted = folded.split()
    best: Match | None = None
    for title in _with_year(film):
        how = How.TITLE if title.casefold() == query.casefold() else _title_how(folded, wanted, fold(title))
        if how is not None and (best is None or how < best.how):
            best = Match(film, how, title)
    return best


def _title_how(folded: str, wanted: list[str], title: str) -> How | None:
    if not folded:
        return None
    if title == folded:
        return How.TITLE
    if sorted(title.split()) == sorted(wanted):
        return How.OTHER_ORDER
    if title.startswith(folded):
        return How.PREFIX
    return How.WORDS if begin_words(set(wanted), title.split()) or _inside(folded, title) else None


def _with_year(film: Film) -> Iterator[str]:
    yield from film.titles
    if film.year:
        yield f"{film.title} {film.year}"


def _inside(folded: str, title: str) -> bool:
    """Return whether words are part of a title in a script that is written without spaces."""
    return not folded.isascii() and len(folded) > 1 and folded in title


def begin_words(wanted: Iterable[str], words: list[str]) -> bool:
    """Return whether each wanted word begins one of the words; those of one or two letters must be whole words."""
    return all(any(word == one or (len(one) > 2 and word.startswith(one)) for word in words) for one in wanted)
