"""Finding films: by id, any title, person or role, in any written form, and with a slip of the finger."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import IntEnum
from typing import NamedTuple

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.errors import NoSuchFilm, SeveralFilms
from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.services.film_lookup import FilmLookup


class How(IntEnum):
    """How well words fit a film, the best first."""

    ID = 0
    TITLE = 1
    OTHER_ORDER = 2
    PREFIX = 3
    WORDS = 4
    PERSON = 5
    SERIES = 6
    SOURCE_WORK = 7
    NEAR_MISS = 8


class Match(NamedTuple):
    """A film that was found, what in it fits, and how well: `likeness` is 1 but for near misses."""

    film: Film
    how: How
    fits: str
    likeness: float = 1.0


class Found(NamedTuple):
    """The one film that was meant; `guessed` where the words had to be read as something else."""

    film: Film
    fits: str
    guessed: bool


CLOSE_ENOUGH = 0.75
"""The likeness from which a misspelt title is offered."""

_CLEAR_LEAD = 0.05
_MOST_OFFERED = 5


def search(shelf: FilmLookup, query: str) -> tuple[Match, ...]:
    """Find every film that fits, the best first; near misses only where nothing else does."""
    catalogue = shelf.fitting(query)
    matches = [match for film in catalogue.films.values() if (match := _match(catalogue, film, query))]
    return tuple(sorted(matches, key=_order) or near_misses(shelf, query))


def find(shelf: FilmLookup, query: str, *, exactly: bool = False) -> Found:
    """Find the one film that is meant; `exactly` takes an id or a whole title and nothing less.

    Raises `SeveralFilms` where the words fit more than one equally well, and `NoSuchFilm`
    where they fit none; both carry what could be meant as `candidates`.
    """
    films = shelf.fitting(query).films.values()
    matches = sorted((match for film in films if (match := _title_match(film, query))), key=_order)
    if exactly:
        matches = [match for match in matches if match.how <= How.OTHER_ORDER]
    best = [match for match in matches if match.how is matches[0].how]
    if len(best) == 1:
        return Found(best[0].film, best[0].fits, guessed=False)
    if best:
        raise several(query, [match.film for match in best])
    near = near_misses(shelf, query)
    if near and not exactly and (len(near) == 1 or near[0].likeness - near[1].likeness >= _CLEAR_LEAD):
        return Found(near[0].film, near[0].fits, guessed=True)
    raise none(query, [match.film for match in near])


def several(query: str, films: list[Film]) -> SeveralFilms:
    """Make the error for words that fit several films."""
    return SeveralFilms(
        f'"{query}" fits {len(films)} films: {_named(films)}',
        hint="Say which one by its id.",
        candidates=tuple(film.id for film in films[:_MOST_OFFERED]),
    )


def none(query: str, near: list[Film]) -> NoSuchFilm:
    """Make the error for words that fit no film."""
    return NoSuchFilm(
        f'no film is called "{query}"',
        kept=f"Nearest: {_named(near)}" if near else "",
        hint=f'To make it your own film: watchlist add "{query}" --release TBA',
        candidates=tuple(film.id for film in near[:_MOST_OFFERED]),
    )


def near_misses(shelf: FilmLookup, query: str) -> list[Match]:
    """Find the films with titles that are most like misspelt words, the likest first."""
    folded = fold(query)
    if not folded:
        return []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(folded)
    like = {film_id for film_id, title in shelf.like(folded) if _likeness(matcher, title) >= CLOSE_ENOUGH}
    near = []
    for film in shelf.films(like).films.values():
        likeness, fits = max(((_likeness(matcher, title), title) for title in film.titles), key=lambda one: one[0])
        if likeness >= CLOSE_ENOUGH:
            near.append(Match(film, How.NEAR_MISS, fits, likeness))
    return sorted(near, key=_order)


def _likeness(matcher: SequenceMatcher[str], title: str) -> float:
    matcher.set_seq1(fold(title))
    if matcher.real_quick_ratio() < CLOSE_ENOUGH or matcher.quick_ratio() < CLOSE_ENOUGH:
        return 0.0
    return matcher.ratio()


def _order(match: Match) -> tuple[int, float, str, int]:
    return match.how, -match.likeness, fold(match.film.title), match.film.year or 0


def _match(catalogue: Catalogue, film: Film, query: str) -> Match | None:
    title = _title_match(film, query)
    if title:
        return title
    wanted = set(fold(query).split())
    for how, fits in _beside_titles(catalogue, film):
        if wanted and _begin_words(wanted, fold(fits).split()):
            return Match(film, how, fits)
    return None


def _title_match(film: Film, query: str) -> Match | None:
    """Say how the words fit the film's id or one of its titles."""
    folded = fold(query)
    if query.strip() in (film.id, *(key.id for key in film.ids)):
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
    return How.WORDS if _begin_words(set(wanted), title.split()) or _inside(folded, title) else None


def _with_year(film: Film) -> Iterator[str]:
    yield from film.titles
    if film.year:
        yield f"{film.title} {film.year}"


def _inside(folded: str, title: str) -> bool:
    """Say whether words stand inside a title of a script that writes no spaces."""
    return not folded.isascii() and len(folded) > 1 and folded in title


def _begin_words(wanted: Iterable[str], words: list[str]) -> bool:
    """Say whether each wanted word begins one of the words, or is it where it is short."""
    return all(any(word == one or (len(one) > 2 and word.startswith(one)) for word in words) for one in wanted)


def _beside_titles(catalogue: Catalogue, film: Film) -> Iterator[tuple[How, str]]:
    for name in film.people:
        for form in catalogue.written_forms(name):
            yield How.PERSON, form
    for role in film.cast:
        yield from ((How.PERSON, played) for played in (role.role, *role.role_variants) if played)
    for series in film.series:
        yield How.SERIES, series.name
    if film.based_on:
        for work in (film.based_on.title, *film.based_on.also_known_as):
            if work:
                yield How.SOURCE_WORK, work


def _named(films: list[Film]) -> str:
    shown = [f"{film.title} ({film.year or 'no year'}, {film.id})" for film in films[:_MOST_OFFERED]]
    more = len(films) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more > 0 else "")
