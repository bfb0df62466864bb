"""The view of what a search found."""

from collections.abc import Iterator

from watchlist.rendering import wording
from watchlist.rendering.drawing import QUIET, TITLE, Drawing, cell, grid, lines
from watchlist.rendering.film_json import film_fields, release_fields
from watchlist.rendering.view import line
from watchlist.services.find_film import How
from watchlist.services.search import FoundFilm, SearchResult


def as_json(result: SearchResult) -> object:
    """Return an array of films with the release that counts, and what in them matches."""
    return [
        {
            **film_fields(one.upcoming.film),
            **release_fields(one.upcoming.shown),
            "listed": one.listed,
            "match": {"kind": one.match.how.name.lower(), "fits": one.match.fits},
        }
        for one in result.films
    ]


def as_lines(result: SearchResult) -> Iterator[str]:
    """One line per film: title, directors, date, what matches, id."""
    for one in result.films:
        film = one.upcoming.film
        yield line(wording.film_words(film), ", ".join(film.directors), _date(one), _reason(one), film.id)


def as_drawing(result: SearchResult, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw the films, the best match first."""
    if not result.films:
        return cell(f'No films match "{result.query}".' if result.query else "No films match.", QUIET)
    table = grid("film", "release", "id", ratios=(5, 3, 4))
    for one in result.films:
        film, reason = one.upcoming.film, _reason(one)
        title = lines(cell(wording.film_words(film), TITLE), cell(reason, QUIET) if reason else None)
        listed = cell("on your list", QUIET) if one.listed else None
        table.add_row(title, cell(_date(one)), lines(cell(film.id, QUIET), listed))
    return table


def _reason(one: FoundFilm) -> str:
    """Say what in a film matches, if its title does not show it."""
    match = one.match
    if match.how is How.NEAR_MISS:
        return f"like “{match.fits}”"
    return "" if match.fits == match.film.title or match.how is How.ID else match.fits


def _date(one: FoundFilm) -> str:
    return wording.release_date_words(one.upcoming.shown.release) if one.upcoming.shown else ""
