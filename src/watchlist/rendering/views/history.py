"""The view of how the dates of a film moved: a chart per release, with one line per change."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from watchlist.domain.dates import Edtf
from watchlist.domain.moves import Move
from watchlist.domain.region import hemisphere
from watchlist.domain.release import Release
from watchlist.rendering import wording
from watchlist.rendering.drawing import QUIET, TITLE, WARNING, Drawing, cell, grid, lines, section, stack
from watchlist.rendering.film_json import film_fields, key_fields, move_json
from watchlist.rendering.safe_text import line
from watchlist.services.show import FilmFacts

_DAY, _SPAN, _NONE = "●", "━", "·"
_WIDEST = 48
"""Columns of the longest chart."""
_BESIDE = 46
"""Columns for the words beside a chart."""


def as_json(result: FilmFacts) -> object:
    """Return the film and, for each release, its place and its moves."""
    return {
        **film_fields(result.film),
        "releases": [
            {**key_fields(one.release.key), "moves": [move_json(move) for move in one.release.moves]}
            for one in result.releases
        ],
    }


def as_lines(result: FilmFacts) -> Iterator[str]:
    """One line per release, and below it one line per change, the oldest first."""
    for one in result.releases:
        yield line("release", wording.place_words(one.release.key), wording.moved_words(one.release))
        for move in one.release.moves:
            yield line("move", *_change_words(move))


def as_drawing(result: FilmFacts, *, width: int) -> Drawing:
    """Draw the changes of each release on one scale of days: a mark further right is a later date."""
    parts: list[Drawing] = [cell(wording.film_words(result.film), TITLE)]
    for one in result.releases:
        parts += ["", _chart(one.release, max(10, min(_WIDEST, width - _BESIDE)))]
    if not result.releases:
        parts.append(cell("No release is known yet.", QUIET))
    return stack(*parts)


def _chart(release: Release, columns: int) -> Drawing:
    scale = _scale(release)
    table = grid("change", "track")
    for move in release.moves:
        words = _change_words(move)
        style = WARNING if move.kind.is_setback else ""
        about = lines(cell(words.change, style), cell(f"{words.publisher}, {words.reported}", QUIET))
        table.add_row(about, cell(_track(move.after, release, scale, columns), style or "cyan"))
    ends = f"{wording.day_words(scale[0])} – {wording.day_words(scale[1])}" if scale else ""
    return section(wording.place_words(release.key), table, cell(ends, QUIET))


class _ChangeWords(NamedTuple):
    reported: str
    change: str
    publisher: str


def _change_words(move: Move) -> _ChangeWords:
    return _ChangeWords(wording.reported_words(move.claim), wording.move_words(move), move.claim.source.publisher)


def _bounds(shown: Edtf | None, release: Release) -> tuple[date, date] | None:
    """Return the first and last day of a date, the same day if one end is open; None without a date."""
    span = None if shown is None or shown.is_tba else shown.span(hemisphere(release.key.region))
    if span is None or (span.earliest is None and span.latest is None):
        return None
    earliest, latest = span.earliest or span.latest, span.latest or span.earliest
    return (earliest, latest) if earliest and latest else None


def _scale(release: Release) -> tuple[date, date] | None:
    """Return the first and the last day of all the dates that the release has had."""
    bounds = [found for move in release.moves if (found := _bounds(move.after, release))]
    return (min(first for first, _ in bounds), max(last for _, last in bounds)) if bounds else None


def _track(shown: Edtf | None, release: Release, scale: tuple[date, date] | None, columns: int) -> str:
    """Draw a date on the scale: a dot for a day, a bar for a range, nothing for a lost date."""
    found = _bounds(shown, release)
    if found is None or scale is None:
        return _NONE * columns
    whole = max(1, (scale[1] - scale[0]).days)
    first, last = (round((day - scale[0]).days * (columns - 1) / whole) for day in found)
    mark = _DAY if found[0] == found[1] else _SPAN * (last - first + 1)
    return (_NONE * first + mark).ljust(columns, _NONE)[:columns]
