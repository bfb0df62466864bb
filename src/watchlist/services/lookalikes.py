"""Finding films that may be the same: their title and year are equal, and no id tells them apart."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.domain.site_ids import tell_apart


class LookalikePair(NamedTuple):
    """A film on the list, and the only other film with its title and year."""

    film: Film
    other: Film


def lookalikes(
    listed: Mapping[str, Film], entries: Iterable[Entry], named: Iterable[Film], *, today: date
) -> tuple[LookalikePair, ...]:
    """Return the lookalikes of the films on a list, each pair once; `named` are all films with the titles of `listed`.

    A film without a year may be one that is still to come. If several other films fit, none is returned.
    """
    by_title: dict[str, dict[str, Film]] = {}
    for film in named:
        by_title.setdefault(fold(film.title), {})[film.id] = film
    found: dict[frozenset[str], LookalikePair] = {}
    for film in [listed[entry.id] for entry in entries if entry.id in listed]:
        others = [one for one in by_title.get(fold(film.title), {}).values() if one.id != film.id]
        fit = [one for one in others if _years_fit(film.year, one.year, today)]
        if len(fit) == 1 and not tell_apart(film.ids, film.titles, fit[0].ids, fit[0].titles):
            found.setdefault(frozenset((film.id, fit[0].id)), LookalikePair(film, fit[0]))
    return tuple(found.values())


def _years_fit(year: int | None, other: int | None, today: date) -> bool:
    if year is None or other is None:
        return (year or other or 0) >= today.year
    return year == other
