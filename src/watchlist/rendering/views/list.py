"""The view of the user's list."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from watchlist.rendering import wording
from watchlist.rendering.fields import film_fields, release_fields
from watchlist.rendering.film_json import entry_json
from watchlist.rendering.view import line
from watchlist.rendering.views.show import entry_words
from watchlist.services.list import Listed, Listing

if TYPE_CHECKING:
    from rich.console import RenderableType


def as_json(result: Listing) -> Any:
    """Give an array of entries, each with its film and the release that counts; None where unknown."""
    return [
        {
            "id": listed.entry.id,
            **entry_json(listed.entry),
            "film": listed.row and film_fields(listed.row.film),
            "release": listed.row and listed.row.shown and release_fields(listed.row.shown),
        }
        for listed in result.entries
    ]


def as_lines(result: Listing) -> Iterator[str]:
    """Give a line an entry: title, what was done with it, the release that counts, its countdown, id."""
    for listed in result.entries:
        yield line(_title(listed), entry_words(listed.entry), *_release_words(listed, result), listed.entry.id)


def as_drawing(result: Listing, *, width: int) -> "RenderableType":  # noqa: ARG001
    """Draw the entries in their order."""
    from watchlist.rendering.drawing import QUIET, TITLE, cell, grid, lines

    if not result.entries:
        empty = 'Your list is empty. To start: watchlist add "Drawing Closer"'
        return cell("Nothing on your list fits." if result.is_filtered else empty, QUIET)
    table = grid("film", "release", "entry", ratios=(5, 4, 4))
    for listed in result.entries:
        date, countdown = _release_words(listed, result)
        table.add_row(
            cell(_title(listed), TITLE),
            lines(cell(date), cell(countdown, QUIET)),
            cell(entry_words(listed.entry), QUIET),
        )
    return table


def _title(listed: Listed) -> str:
    return wording.film_words(listed.row.film) if listed.row else listed.entry.title


def _release_words(listed: Listed, result: Listing) -> tuple[str, str]:
    if listed.row is None:
        return "not in the catalogue", ""
    counts = listed.row.shown
    if counts is None:
        return "nothing known yet", ""
    words = wording.countdown_words(counts.countdown, counts.release.span, result.today)
    return wording.release_date_words(counts.release), words
