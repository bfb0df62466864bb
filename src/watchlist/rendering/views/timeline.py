"""The view of the coming year: a row a film, a mark for a day and a bar for a span."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from watchlist.domain.claim import Certainty
from watchlist.domain.dates import Span
from watchlist.rendering import wording
from watchlist.rendering.view import line
from watchlist.rendering.views import upcoming
from watchlist.services.upcoming import Upcoming, UpcomingFilm

if TYPE_CHECKING:
    from rich.console import RenderableType

DAYS = 365
"""How far ahead the timeline reaches."""

_LABEL, _DATE = 26, 18
"""Columns for titles and for dates."""
_WIDEST, _NARROW = 96, 72
"""Columns of the longest scale, and of a terminal below which the dates are left out."""
_FIRM, _WEAK = ("●", "━"), ("○", "╌")
"""A day and a day of a span; where nobody is firm, hollow ones."""


def as_json(result: Upcoming) -> Any:
    """Give what `upcoming` gives for the coming year."""
    return upcoming.as_json(result)


def as_lines(result: Upcoming) -> Iterator[str]:
    """Give a line a film, in words: date, countdown, film, where, how sure, id."""
    for row in result.rows:
        counts = row.shown
        if counts is not None:
            release = counts.release
            yield line(
                wording.release_date_words(release),
                wording.countdown_words(counts.countdown, release.span, result.today),
                wording.film_words(row.film),
                wording.place_words(release.key),
                str(release.certainty),
                row.film.id,
            )


def as_drawing(result: Upcoming, *, width: int) -> "RenderableType":
    """Draw a scale of months, and a row a film on it."""
    from rich.console import Group

    from watchlist.rendering.drawing import CERTAINTY, QUIET, TITLE, cell, grid

    rows = [row for row in result.rows if row.shown and row.shown.release.span]
    if not rows:
        return cell("Nothing on it has a date in the coming year. For all films: watchlist timeline --all", QUIET)
    dates = _DATE if width >= _NARROW else 0
    columns = min(_WIDEST, width - _LABEL - dates - 4)
    table = grid(*("film", "track", "date")[: 3 if dates else 2])
    for column, size in zip(table.columns, (_LABEL, columns, dates), strict=False):
        column.width, column.no_wrap, column.overflow = size, True, "ellipsis"
    table.add_row(cell(""), cell(_months(result.today, columns), QUIET))
    for row in rows:
        if row.shown:
            certainty = row.shown.release.certainty
            track = cell(_track(row, result.today, columns), CERTAINTY[certainty])
            shown = [cell(wording.release_date_words(row.shown.release))] if dates else []
            table.add_row(cell(wording.title_words(row.film), TITLE), track, *shown)
    legend = "● a day   ━ a span   ○ ╌ nobody is firm   › goes on"
    return Group(table, "", cell(legend, QUIET))


def _months(today: date, columns: int) -> str:
    """Write the names of the months over the scale, where each begins."""
    marks = [" "] * columns
    for months in range(1, 13):
        year, number = divmod(today.month - 1 + months, 12)
        first = date(today.year + year, number + 1, 1)
        place = _place(first, today, columns)
        name = f"{first:%b}"
        if place + len(name) <= columns and all(mark == " " for mark in marks[max(0, place - 1) : place + len(name)]):
            marks[place : place + len(name)] = name
    return "".join(marks)


def _place(day: date, today: date, columns: int) -> int:
    return round((day - today).days * (columns - 1) / DAYS)


def _track(row: UpcomingFilm, today: date, columns: int) -> str:
    """Draw a release on the scale; what goes beyond its end has an arrow there."""
    release = row.shown.release if row.shown else None
    span = (release.span if release else None) or Span(None, None)
    certainty = release.certainty if release else Certainty.RUMOURED
    dot, bar = _FIRM if certainty.is_firm else _WEAK
    first = max(0, _place(span.earliest, today, columns)) if span.earliest else 0
    last = _place(span.latest, today, columns) if span.latest else columns
    if span.day:
        return ("·" * first + dot).ljust(columns, "·")[:columns]
    track = ("·" * first + bar * (min(last, columns - 1) - first + 1)).ljust(columns, "·")[:columns]
    return track[:-1] + "›" if last >= columns else track
