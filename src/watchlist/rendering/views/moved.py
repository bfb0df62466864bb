"""The view of what moved."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from watchlist.rendering import wording
from watchlist.rendering.fields import film_fields
from watchlist.rendering.film_json import move_json
from watchlist.rendering.view import line
from watchlist.services.moved import Moved, Movements

if TYPE_CHECKING:
    from rich.console import RenderableType


def as_json(result: Movements) -> Any:
    """Give an array of changes, the newest first, each with its film, release and source."""
    return [
        {
            **film_fields(one.film),
            "region": one.release.key.region,
            "channel": str(one.release.key.channel),
            "service": one.release.key.service,
            **move_json(one.move),
            "source": one.move.claim.source.id,
        }
        for one in result.moved
    ]


def as_lines(result: Movements) -> Iterator[str]:
    """Give a line a change: when it was reported, the film, what changed, where, who says so."""
    for one in result.moved:
        yield line(*_words(one), one.film.id)


def as_drawing(result: Movements, *, width: int) -> "RenderableType":  # noqa: ARG001
    """Draw a block a change."""
    from watchlist.rendering.drawing import QUIET, TITLE, WARNING, cell, grid, lines

    if not result.moved:
        since = f" since {wording.day_words(result.since)}" if result.since else ""
        return cell(f"Nothing moved{since}.", QUIET)
    table = grid("film", "change", ratios=(1, 1))
    for number, one in enumerate(result.moved):
        if number:
            table.add_row()
        reported, film, change, place, publisher = _words(one)
        table.add_row(
            lines(cell(film, TITLE), cell(place, QUIET)),
            lines(
                cell(change, WARNING if one.move.kind in ("slip", "undated", "cancelled") else "green"),
                cell(f"{publisher}, {reported}", QUIET),
            ),
        )
    return table


def _words(one: Moved) -> tuple[str, str, str, str, str]:
    before = f", was {wording.date_words(one.move.before)}" if one.move.kind in ("slip", "moved-up") else ""
    return (
        wording.reported_words(one.move.claim),
        wording.film_words(one.film),
        f"{wording.move_words(one.move)}{before}",
        wording.place_words(one.release.key),
        one.move.claim.source.publisher,
    )
