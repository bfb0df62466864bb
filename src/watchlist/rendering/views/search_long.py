"""The view of what a search found, with details: what matches, who directed it, and the next release in full."""

from collections.abc import Iterator

from watchlist.rendering.drawing import QUIET, Drawing, cell, stack
from watchlist.rendering.film_rows import details
from watchlist.rendering.views import search
from watchlist.services.search import FoundFilm, SearchResult


def as_json(result: SearchResult) -> object:
    """Return what `search` returns."""
    return search.as_json(result)


def as_lines(result: SearchResult) -> Iterator[str]:
    """Return the lines of `search`: they have every detail."""
    return search.as_lines(result)


def as_drawing(result: SearchResult, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw a few lines per film, the best match first."""
    if not result.films:
        return search.nothing(result)
    return stack(*(part for one in result.films for part in (_details(one, result), "")))


def _details(one: FoundFilm, result: SearchResult) -> Drawing:
    film = one.upcoming.film
    directors = f"directed by {', '.join(film.directors)}" if film.directors else ""
    listed = "on your list" if one.listed else ""
    notes = (cell(note, QUIET) for note in (search.reason(one), directors, listed, film.id) if note)
    return details(film, one.upcoming.shown, one.upcoming.others, result.today, *notes)
