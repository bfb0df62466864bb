"""The view of how the dates of a film moved: a chart of each release, a line a change."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from watchlist.domain.dates import Edtf
from watchlist.domain.moves import Move
from watchlist.domain.region import hemisphere
from watchlist.domain.release import Release
from watchlist.rendering import wording
from watchlist.rendering.fields import film_fields
from watchlist.rendering.film_json import move_json
from watchlist.rendering.view import line
from watchlist.services.show import FilmFacts

if TYPE_CHECKING:
    from rich.console import RenderableType

_DAY, _SPAN, _NONE = "●", "━", "·"
_WIDEST = 48


def as_json(result: FilmFacts) -> Any:
    """Give the film and, for each release, where it is and its moves."""
    return {
        **film_fields(result.film),
        "releases": [
            {
                "region": one.release.key.region,
                "channel": str(one.release.key.channel),
                "service": one.release.key.service,
                "moves": [move_json(move) for move in one.release.moves],
            }
            for one in result.releases
        ],
    }


def as_lines(result: FilmFacts) -> Iterator[str]:
    """Give a line a change, the oldest first, under a line for each release."""
    for one in result.releases:
        yield line("release", wording.place_words(one.release.key), wording.moved_words(one.release))
        for move in one.release.moves:
            yield line("move", *_words(move))


def as_drawing(result: FilmFacts, *, width: int) -> "RenderableType":
    """Draw each change on one scale of days: where the mark wanders to the right, the date slipped."""
    from rich.console import Group

    from watchlist.rendering.drawing import QUIET, TITLE, WARNING, cell, grid, lines, section

    parts: list[RenderableType] = [cell(wording.film_words(result.film), TITLE)]
    for one in result.releases:
        release = one.release
        scale = _scale(release)
        table = grid("change", "track")
        for move in release.moves:
            reported, change, publisher = _words(move)
            style = WARNING if move.kind in ("slip", "undated", "cancelled") else ""
            about = lines(cell(change, style), cell(f"{publisher}, {reported}", QUIET))
            table.add_row(about, cell(_track(move.after, release, scale, _columns(width)), style or "cyan"))
        ends = f"{wording.day_words(scale[0])} – {wording.day_words(scale[1])}" if scale else ""
        parts += ["", section(wording.place_words(release.key), table, cell(ends, QUIET))]
    if not result.releases:
        parts.append(cell("Nobody has said anything about a release.", QUIET))
    return Group(*parts)


def _columns(width: int) -> int:
    return max(10, min(_WIDEST, width - 46))


def _words(move: Move) -> tuple[str, str, str]:
    return wording.reported_words(move.claim), wording.move_words(move), move.claim.source.publisher


def _bounds(shown: Edtf | None, release: Release) -> tuple[date, date] | None:
    span = None if shown is None or shown.is_tba else shown.span(hemisphere(release.key.region))
    if span is None or (span.earliest is None and span.latest is None):
        return None
    earliest, latest = span.earliest or span.latest, span.latest or span.earliest
    return (earliest, latest) if earliest and latest else None


def _scale(release: Release) -> tuple[date, date] | None:
    """Give the first and the last day that any of the dates named."""
    bounds = [found for move in release.moves if (found := _bounds(move.after, release))]
    return (min(first for first, _ in bounds), max(last for _, last in bounds)) if bounds else None


def _track(shown: Edtf | None, release: Release, scale: tuple[date, date] | None, columns: int) -> str:
    """Draw a date on the scale: a dot for a day, a bar for a span, nothing where it was lost."""
    found = _bounds(shown, release)
    if found is None or scale is None:
        return _NONE * columns
    whole = max(1, (scale[1] - scale[0]).days)
    first, last = (round((day - scale[0]).days * (columns - 1) / whole) for day in found)
    mark = _DAY if found[0] == found[1] else _SPAN * (last - first + 1)
    return (_NONE * first + mark).ljust(columns, _NONE)[:columns]
