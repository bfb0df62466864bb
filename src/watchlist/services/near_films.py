"""Films that may be meant by words that do not name one exactly: candidates for a question, or the nearest one.

Typed numbers and years must agree: a film with a different number is never near, however similar its title.
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
"""By how much the likeness of the best near miss must exceed the second's, so that it is taken."""


def near_films(films: FilmLookup, reference: FilmReference) -> tuple[Match, ...]:
    """Find the films that may be meant, the nearest first; none for an id or a link, which are exact."""
    if reference.external or reference.is_link or reference.is_id:
        return ()
    dated = reference.dated
    queries = [] if dated and dated.bracketed else [reference.text]
    queries += [dated.text] if dated else []
    matches = [match for query in queries for match in search(films, query) if may_be_meant(reference, match.film)]
    return tuple({match.film.id: match for match in reversed(matches)}[film_id] for film_id in _ids(matches))


def nearest(reference: FilmReference, choice: Choice, near: Sequence[Match]) -> Film | None:
    """Return the film that a command that only reads may assume; None if none is near, or two are equally near."""
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
"""Letters: shorter text, up to this length, is not near any title."""


def _ids(matches: Sequence[Match]) -> list[str]:
    return list(dict.fromkeys(match.film.id for match in matches))


def may_be_meant(reference: FilmReference, film: Film) -> bool:
    """Return whether the typed numbers and year agree with a film's."""
    dated, titles = reference.dated, [parse_title(title) for title in film.titles]
    fits_year = dated and (film.year is None or abs(film.year - dated.year) <= 1)
    if dated and fits_year and any(numbers_agree(dated.title, title) for title in titles):
        return True
    return not (dated and dated.bracketed) and any(numbers_agree(reference.title, title) for title in titles)


def _may_be_taken(reference: FilmReference, film: Film) -> bool:
    """Return whether a film agrees with the typed numbers and year, and has a year if one was typed."""
    return may_be_meant(reference, film) and not (reference.dated and film.year is None)


def _word_by_word(typed: str, title: str) -> bool:
    """Return whether a misspelt title has the same words: each is similar, or only a space is missing or added."""
    pairs = list(zip(typed.split(), title.split(), strict=False))
    if len(typed.split()) == len(title.split()):
        return all(_likeness(*pair) >= _LIKE for pair in pairs)
    return _likeness(typed.replace(" ", ""), title.replace(" ", "")) >= _SPACED_OTHERWISE


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


_LIKE = 0.7
"""The least likeness of two words that differ by a typo: "lst" and "list", "matirx" and "matrix"."""
_SPACED_OTHERWISE = 0.92
"""The least likeness of two titles without their spaces, if they differ by a space and another typo."""


def _in_order(words: Sequence[str], film: Film) -> bool:
    """Return whether a title of the film has words that begin with these, in this order."""
    return any(_follow(words, parse_title(title).written.split()) for title in film.titles)


def _follow(words: Sequence[str], title: Sequence[str]) -> bool:
    rest = iter(title)
    return all(any(one.startswith(word) for one in rest) for word in words)
