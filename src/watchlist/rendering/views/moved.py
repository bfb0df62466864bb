"""The view of the dates that moved."""

from collections.abc import Iterator
from typing import NamedTuple

from watchlist.rendering import wording
from watchlist.rendering.age_words import lacking_words
from watchlist.rendering.drawing import GOOD, QUIET, TITLE, WARNING, Cell, Drawing, cell, grid, indented, lines, stack
from watchlist.rendering.film_json import film_fields, key_fields, lacking_json, move_json
from watchlist.rendering.film_rows import NARROW
from watchlist.rendering.safe_text import line
from watchlist.services.moved import Moved, Movements


def as_json(result: Movements) -> object:
    """Return an array of changes, the newest first, each with its film, release and source."""
    return [
        {
            **film_fields(one.film),
            **key_fields(one.release.key),
            **move_json(one.move),
            "lacking": lacking_json(one.lacking),
            "source": one.move.claim.source.id,
        }
        for one in result.moved
    ]


def as_lines(result: Movements) -> Iterator[str]:
    """One line per change: when it was reported, the film, what changed, where, who says so, the id."""
    for one in result.moved:
        yield line(*_moved_words(one), one.film.id)


def as_drawing(result: Movements, *, width: int) -> Drawing:
    """Draw two lines per change, the film beside what changed, or above it on a narrow terminal."""
    if not result.moved:
        since = f" since {wording.day_words(result.since)}" if result.since else ""
        return cell(f"No dates moved{since}.", QUIET)
    if width < NARROW:
        return stack(*[part for one in result.moved for part in ("", _film(one), indented(_change(one)))][1:])
    table = grid("film", "change", ratios=(1, 1))
    for number, one in enumerate(result.moved):
        if number:
            table.add_row()
        table.add_row(_film(one), _change(one))
    return table


def _film(one: Moved) -> Cell:
    words = _moved_words(one)
    return lines(cell(words.film, TITLE), cell(words.place, QUIET))


def _change(one: Moved) -> Cell:
    words = _moved_words(one)
    change = cell(words.change, WARNING if one.move.kind.is_setback else GOOD)
    return lines(change, cell(f"{words.publisher}, {words.reported}", QUIET))


class _MovedWords(NamedTuple):
    reported: str
    film: str
    change: str
    place: str
    publisher: str


def _moved_words(one: Moved) -> _MovedWords:
    before = f", was {wording.date_words(one.move.before)}" if one.move.kind.is_shift else ""
    place = wording.place_words(one.release.key)
    return _MovedWords(
        reported=wording.reported_words(one.move.claim),
        film=wording.film_words(one.film),
        change=f"{wording.move_words(one.move)}{before}",
        place="; ".join(part for part in (place, lacking_words(one.lacking)) if part),
        publisher=one.move.claim.source.publisher,
    )
