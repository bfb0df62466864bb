"""Films that may be meant by words that name none: candidates of a question, and the nearest for a reading command.

The numbers and the year that were typed decide: a film with others is not near at any likeness.
"""

from collections.abc import Sequence

from watchlist.domain.film import Film
from watchlist.domain.film_reference import FilmReference
from watchlist.domain.names import fold
from watchlist.domain.title import numbers_agree, parse_title
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
    matches = [match for query in queries for match in search(films, query) if _may_be_meant(reference, match.film)]
    return tuple({match.film.id: match for match in reversed(matches)}[film_id] for film_id in _ids(matches))


def nearest(reference: FilmReference, near: Sequence[Match]) -> Film | None:
    """Give the film that a reading command may take for what was typed; None where two are as near, or none is."""
    first = next(iter(near), None)
    if first is None or len(fold(reference.text)) <= _SHORT:
        return None
    second = near[1] if len(near) > 1 else None
    if first.how is How.NEAR_MISS:
        is_clear = second is None or first.likeness - second.likeness >= _CLEAR_LEAD
    else:
        is_clear = first.how in (How.PREFIX, How.WORDS) and (second is None or second.how is not first.how)
        is_clear = is_clear and _in_order(reference.title.written.split(), first.film)
    return first.film if is_clear else None


_SHORT = 2
"""Letters up to which no word is near another."""


def _ids(matches: Sequence[Match]) -> list[str]:
    return list(dict.fromkeys(match.film.id for match in matches))


def _may_be_meant(reference: FilmReference, film: Film) -> bool:
    dated, titles = reference.dated, [parse_title(title) for title in film.titles]
    if dated and (film.year is None or abs(film.year - dated.year) <= 1):
        if any(numbers_agree(dated.title, title) for title in titles):
            return True
    return not (dated and dated.bracketed) and any(numbers_agree(reference.title, title) for title in titles)


def _in_order(words: Sequence[str], film: Film) -> bool:
    """Say whether words stand in this order in a title of the film; the last may be the beginning of one."""
    return any(_follow(words, parse_title(title).written.split()) for title in film.titles)


def _follow(words: Sequence[str], title: Sequence[str]) -> bool:
    rest = iter(title)
    return all(any(one.startswith(word) for one in rest) for word in words)
