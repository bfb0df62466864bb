"""Matching a film of another site with ours; if there is none, making a new one."""

from collections.abc import Container

from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.services.film_lookup import FilmLookup
from watchlist.services.live.identity import contradicts
from watchlist.services.live.memory import Memory


def matching_film(films: FilmLookup, memory: Memory, facts: Film) -> Film | None:
    """Return our film for another site's facts: as remembered, by an equal id, or the only one with title and year."""
    item = dict(facts.ids).get("wikidata")
    remembered = next((key for key, one in memory.films.items() if item and one.item == item), None)
    if remembered and (film := films.films([remembered]).films.get(remembered)):
        return film
    known = films.named([fold(facts.title)], facts.ids).films.values()
    same = next((film for film in known if set(film.ids) & set(facts.ids)), None)
    if same:
        return same
    fitting = [film for film in known if _fits(film, facts) and not contradicts(film, dict(facts.ids))]
    return fitting[0] if len(fitting) == 1 else None


def new_film(films: FilmLookup, facts: Film, taken: Container[str] = ()) -> Film:
    """Make an empty film with an id that no film has, and that is not `taken`."""
    number, film_id = 1, facts.id
    while film_id in taken or film_id in films.films([film_id]).films:
        number += 1
        film_id = f"{facts.id}-no{number}"
    return Film(film_id, "")


def _fits(film: Film, facts: Film) -> bool:
    has_year = film.year is not None and facts.year is not None and abs(film.year - facts.year) <= 1
    return has_year and fold(facts.title) in {fold(title) for title in film.titles}
