"""The view of the film for tonight."""

from collections.abc import Iterator

from watchlist.rendering import wording
from watchlist.rendering.age_words import lacking_words
from watchlist.rendering.drawing import QUIET, Cell, Drawing, cell, stack
from watchlist.rendering.film_details import details, entry_cell
from watchlist.rendering.film_json import entry_json, film_json, lacking_json, release_fields
from watchlist.rendering.film_words import facts, head_facts
from watchlist.rendering.safe_text import line
from watchlist.services.tonight import Tonight
from watchlist.services.upcoming import UpcomingFilm

_HEAD, _MAKERS = ("about", "synopsis"), ("directed by", "theme song")


def as_json(result: Tonight) -> object:
    """Return the film with its facts, the release by which it is out, the entry, and how many films match."""
    return {
        **film_json(result.film),
        "release": result.release and release_fields(result.release),
        "lacking": lacking_json(result.lacking),
        "entry": entry_json(result.entry),
        "of": result.of,
    }


def as_lines(result: Tonight) -> Iterator[str]:
    """One line: the film, its length in minutes, its genres, where it is out, the id."""
    film, shown = result.film, result.release
    place = wording.place_words(shown.release.key) if shown else ""
    where = "; ".join(part for part in (lacking_words(result.lacking), place) if part)
    yield line(wording.film_words(film), str(film.runtime or ""), ", ".join(film.genres), where, film.id)


def as_drawing(result: Tonight, *, width: int) -> Drawing:
    """Draw the film in a few lines, and how many others there are."""
    film = result.film
    about = [cell(fact.value, QUIET if fact.name == "about" else "") for fact in head_facts(film) if fact.name in _HEAD]
    made = [cell(f"{fact.name} {fact.value}") for fact in facts(film) if fact.name in _MAKERS]
    shown = UpcomingFilm(film, result.release, lacking=result.lacking)
    drawn = details(shown, result.today, entry_cell(result.entry), width=width)
    return stack(drawn, "", *about, *made, "", _others(result.of))


def _others(number: int) -> Cell:
    if number == 1:
        return cell("The only film that matches.", QUIET)
    return cell(f"One of {wording.count(number, 'film')} that match. For another: watchlist tonight", QUIET)
