"""The view of the dates that moved."""

from collections.abc import Iterator
from typing import NamedTuple

from watchlist.rendering import wording
from watchlist.rendering.drawing import GOOD, QUIET, TITLE, WARNING, Drawing, cell, grid, lines
from watchlist.rendering.film_json import film_fields, key_fields, move_json
from watchlist.rendering.view import line
from watchlist.services.moved import Moved, Movements


def as_json(result: Movements) -> object:
    """Return an array of changes, the newest first, each with its film, release and source."""
    return [
        {
            **film_fields(one.film),
            **key_fields(one.release.key),
            **move_json(one.move),
            "source": one.move.claim.source.id,
        }
        for one in result.moved
    ]


def as_lines(result: Movements) -> Iterator[str]:
    """One line per change: when it was reported, the film, what changed, where, who says so, the id."""
    for one in result.moved:
        yield line(*_moved_words(one), one.film.id)


def as_drawing(result: Movements, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw two lines per change."""
    if not result.moved:
        since = f" since {wording.day_words(result.since)}" if result.since else ""
        return cell(f"No dates moved{since}.", QUIET)
    table = grid("film", "change", ratios=(1, 1))
    for number, one in enumerate(result.moved):
        if number:
            table.add_row()
        words = _moved_words(one)
        table.add_row(
            lines(cell(words.film, TITLE), cell(words.place, QUIET)),
            lines(
                cell(words.change, WARNING if one.move.kind.is_setback else GOOD),
                cell(f"{words.publisher}, {words.reported}", QUIET),
            ),
        )
    return table


class _MovedWords(NamedTuple):
    reported: str
    film: str
    change: str
    place: str
    publisher: str


def _moved_words(one: Moved) -> _MovedWords:
    before = f", was {wording.date_words(one.move.before)}" if one.move.kind.is_shift else ""
    return _MovedWords(
        reported=wording.reported_words(one.move.claim),
        film=wording.film_words(one.film),
        change=f"{wording.move_words(one.move)}{before}",
        place=wording.place_words(one.release.key),
        publisher=one.move.claim.source.publisher,
    )
