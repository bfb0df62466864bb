"""Films that may be meant by words that name none: candidates of a question, and the nearest for a reading command.

The numbers and the year that were typed decide: a film with others is not near at any likeness.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from watchlist.domain.film import Film
from watchlist.domain.film_reference import FilmReference
from watchlist.domain.names import fold
from watchlist.domain.title import numbers_agree, parse_title
from watchlist.services.choose import Ask, Choice, Chosen
from watchlist.services.film_lookup import FilmLookup
from watchlist.services.find_film import How, Match
from watchlist.services.search import search

_CLEAR_LEAD = 0.05
"""How much more alike than the second the best near miss must be to be taken."""


def near_films(films: FilmLookup, reference: FilmReference) -> tuple[Match, ...]:
    """Find the films that may be meant, the nearest first; none for an id or a link, which name one film or none."""
    if reference.external or reference.is_link or reference.is_id:
        return ()
    dated = reference.dated
    queries = [] if dated and dated.bracketed else [reference.text]
    queries += [dated.text] if dated else []
    matches = [match for query in queries for match in search(films, query) if may_be_meant(reference, match.film)]
    return tuple({match.film.id: match for match in reversed(matches)}[film_id] for film_id in _ids(matches))


def nearest(reference: FilmReference, choice: Choice, near: Sequence[Match]) -> Film | None:
    """Return the film that a reading command may take for what was typed; None where two are as near, or none is."""
    match choice:
        case Chosen(film):
            return film
        case Ask(candidates):
            return candidates[0] if len(candidates) == 1 and _may_be_taken(reference, candidates[0]) else None
    first, second = (*near, None, None)[:2]
    if first is None or len(fold(reference.text)) <= _SHORT or not _may_be_taken(reference, first.film):
        return None
    if first.how is How.NEAR_MISS:
        leads = second is None or first.likeness - second.likeness >= _CLEAR_LEAD
        is_clear = leads and _word_by_word(reference.title.written, parse_title(first.fits).written)
    else:
        is_first = second is None or second.how is not first.how
        is_clear = is_first and first.how <= How.WORDS and _in_order(reference.title.written.split(), first.film)
    return first.film if is_clear else None


_SHORT = 3
"""Letters up to which no word is near another."""


def _ids(matches: Sequence[Match]) -> list[str]:
    return list(dict.fromkeys(match.film.id for match in matches))


def may_be_meant(reference: FilmReference, film: Film) -> bool:
    """Return whether the numbers and the year that were typed are those of a film."""
    dated, titles = reference.dated, [parse_title(title) for title in film.titles]
    fits_year = dated and (film.year is None or abs(film.year - dated.year) <= 1)
    if dated and fits_year and any(numbers_agree(dated.title, title) for title in titles):
        return True
    return not (dated and dated.bracketed) and any(numbers_agree(reference.title, title) for title in titles)


def _may_be_taken(reference: FilmReference, film: Film) -> bool:
    """Return whether a film fits the numbers and the year that were typed, and has a year if one was typed."""
    return may_be_meant(reference, film) and not (reference.dated and film.year is None)


def _word_by_word(typed: str, title: str) -> bool:
    """Return whether a misspelt title has the same words: each is like its own, or a space is missing or too much."""
    pairs = list(zip(typed.split(), title.split(), strict=False))
    if len(typed.split()) == len(title.split()):
        return all(_likeness(*pair) >= _LIKE for pair in pairs)
    return _likeness(typed.replace(" ", ""), title.replace(" ", "")) >= _SPACED_OTHERWISE


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


_LIKE = 0.7
"""How alike two words are that differ by a slip: "lst" and "list", "matirx" and "matrix"."""
_SPACED_OTHERWISE = 0.92
"""How alike two titles without their spaces are that differ by a slip in a space, and another."""


def _in_order(words: Sequence[str], film: Film) -> bool:
    """Return whether words stand in this order in a title of the film; the last may be the beginning of one."""
    return any(_follow(words, parse_title(title).written.split()) for title in film.titles)


def _follow(words: Sequence[str], title: Sequence[str]) -> bool:
    rest = iter(title)
    return all(any(one.startswith(word) for one in rest) for word in words)
