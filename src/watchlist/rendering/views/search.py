"""The view of what a search found."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from watchlist.rendering import wording
from watchlist.rendering.fields import film_fields, release_fields
from watchlist.rendering.view import line
from watchlist.services.finding import Findings, Hit
from watchlist.services.search import How

if TYPE_CHECKING:
    from rich.console import RenderableType


def as_json(result: Findings) -> Any:
    """Give an array of films with the release that counts, and what in them fits."""
    return [
        {
            **film_fields(hit.row.film),
            **release_fields(hit.row.shown),
            "listed": hit.listed,
            "match": {"kind": hit.match.how.name.lower(), "fits": hit.match.fits},
        }
        for hit in result.hits
    ]


def as_lines(result: Findings) -> Iterator[str]:
    """Give a line a film: title, directors, date, what fits, id."""
    for hit in result.hits:
        film = hit.row.film
        yield line(wording.film_words(film), ", ".join(film.directors), _date(hit), why(hit), film.id)


def as_drawing(result: Findings, *, width: int) -> "RenderableType":  # noqa: ARG001
    """Draw a block a film."""
    from watchlist.rendering.drawing import QUIET, TITLE, cell, grid, lines

    if not result.hits:
        return cell(f'Nothing fits "{result.query}".' if result.query else "Nothing fits.", QUIET)
    table = grid("film", "release", "id", ratios=(5, 3, 4))
    for hit in result.hits:
        film, reason = hit.row.film, why(hit)
        title = lines(cell(wording.film_words(film), TITLE), cell(reason, QUIET) if reason else None)
        listed = cell("on your list", QUIET) if hit.listed else None
        table.add_row(title, cell(_date(hit)), lines(cell(film.id, QUIET), listed))
    return table


def why(hit: Hit) -> str:
    """Say what in a film fits, where its title does not say it."""
    match = hit.match
    if match.how is How.NEAR_MISS:
        return f"like “{match.fits}”"
    return "" if match.fits == hit.row.film.title or match.how is How.ID else match.fits


def _date(hit: Hit) -> str:
    return wording.release_date_words(hit.row.shown.release) if hit.row.shown else ""
