"""Recognising a film on another site: by an equal id, else as the only one with its title and its year or a director.

Anything less certain is never assumed; the user has to decide.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from watchlist.domain.film import Film
from watchlist.domain.json_value import Json
from watchlist.domain.names import fold
from watchlist.services.live.shape import number, rows, text
from watchlist.services.live.wikidata import Item, Thing
from watchlist.services.live.wikidata_claims import years_of


class Hit(NamedTuple):
    """A film on another site: its id there, its titles, the years of its releases, and its directors."""

    key: str
    titles: tuple[str, ...]
    years: tuple[int, ...]
    directors: tuple[str, ...] = ()


def item_hit(item: Item, things: Mapping[str, Thing]) -> Hit:
    """Turn an item of Wikidata into a hit; `things` are the items that it refers to, by id."""
    names = (things[one].label for one in item.items("P57") if one in things)
    titles = (item.title, *item.aliases, *item.texts("P1476"))
    return Hit(
        item.id, tuple(one for one in titles if one), tuple(years_of(item)), tuple(name for name in names if name)
    )


def movie_hits(value: Json) -> list[Hit]:
    """Turn the answer of TMDB's search into hits."""
    hits = []
    for row in rows(value, "results"):
        key, titles = number(row, "id"), (text(row, "title"), text(row, "original_title"))
        year = (text(row, "release_date") or "")[:4]
        if key and key > 0:
            years = (int(year),) if year.isascii() and year.isdigit() else ()
            hits.append(Hit(str(key), tuple(one for one in titles if one), years))
    return hits


def contradicts(film: Film, ids: Mapping[str, str]) -> bool:
    """Return whether any id of a film differs from the one that we know, on any site."""
    return any(ids.get(one.site, one.id) != one.id for one in film.ids)


def shares_id(film: Film, ids: Mapping[str, str]) -> bool:
    """Return whether any id of a film equals the one that we know."""
    return any(ids.get(one.site) == one.id for one in film.ids)


def the_one(film: Film, hits: Sequence[Hit]) -> Hit | None:
    """Return the hit that is certainly this film; None if there is none, or several may be."""
    fitting = [hit for hit in hits if _has_title(film, hit)]
    sure = [hit for hit in fitting if _has_year(film, hit) or _has_director(film, hit)]
    return sure[0] if len(sure) == 1 else None


def _has_title(film: Film, hit: Hit) -> bool:
    return bool(_folded(film.titles) & _folded(hit.titles))


def _has_year(film: Film, hit: Hit) -> bool:
    return film.year is not None and any(abs(film.year - year) <= 1 for year in hit.years)


def _has_director(film: Film, hit: Hit) -> bool:
    return bool(_folded(film.directors) & _folded(hit.directors))


def _folded(names: Iterable[str]) -> set[str]:
    return {folded for name in names if (folded := fold(name))}
