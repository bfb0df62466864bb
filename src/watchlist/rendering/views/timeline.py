"""The view of the coming year: one row per film; a dot marks a day, a bar a range."""

from collections.abc import Iterator
from datetime import date

from watchlist.domain.release import Release
from watchlist.rendering import wording
from watchlist.rendering.drawing import CERTAINTY, QUIET, TITLE, Drawing, cell, grid, stack
from watchlist.rendering.view import line
from watchlist.rendering.views import upcoming
from watchlist.services.upcoming import Upcoming

DAYS = 365
"""How far ahead the timeline reaches."""

_LABEL, _DATE = 26, 18
"""Columns for titles and for dates."""
_WIDEST, _NARROW = 96, 72
"""Columns of the longest scale, and of a terminal below which the dates are left out."""
_FIRM, _WEAK = ("●", "━"), ("○", "╌")
"""A day, and a day of a range; hollow where the date is only rumoured or speculated."""
_LEGEND = "● day   ━ range   ○ ╌ rumoured or speculated   › continues"


def as_json(result: Upcoming) -> object:
    """Return what `upcoming` returns for the coming year."""
    return upcoming.as_json(result)


def as_lines(result: Upcoming) -> Iterator[str]:
    """One line per film, in words: date, countdown, film, where, how sure, id."""
    for film in result.films:
        if film.shown is not None:
            words = upcoming.upcoming_words(film, result.today)
            yield line(words.date, words.countdown, words.film, words.place, words.certainty, words.id)


def as_drawing(result: Upcoming, *, width: int) -> Drawing:
    """Draw a scale of months, and below it one row per film."""
    shown = [(film, film.shown.release) for film in result.films if film.shown and film.shown.release.span]
    if not shown:
        return cell(_nothing(result), QUIET)
    dates = _DATE if width >= _NARROW else 0
    columns = min(_WIDEST, width - _LABEL - dates - 4)
    sizes = {"film": _LABEL, "track": columns, **({"date": dates} if dates else {})}
    table = grid(*sizes)
    for column, size in zip(table.columns, sizes.values(), strict=True):
        column.width, column.no_wrap, column.overflow = size, True, "ellipsis"
    table.add_row(cell(""), cell(_months(result.today, columns), QUIET))
    for film, release in shown:
        track = cell(_track(release, result.today, columns), CERTAINTY[release.certainty])
        date_words = [cell(wording.release_date_words(release))] if dates else []
        table.add_row(cell(wording.title_words(film.film), TITLE), track, *date_words)
    return stack(table, "", cell(_LEGEND, QUIET))


def _nothing(result: Upcoming) -> str:
    if result.whole:
        return "No film has a date in the coming year."
    return "No film on your list has a date in the coming year. For all films: watchlist timeline --all"


def _months(today: date, columns: int) -> str:
    """Write the names of the months over the scale, each where it begins."""
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


def _track(release: Release, today: date, columns: int) -> str:
    """Draw a release with a date on the scale; an arrow at the end means that its range goes on."""
    span = release.span
    dot, bar = _FIRM if release.certainty.is_firm else _WEAK
    first = max(0, _place(span.earliest, today, columns)) if span and span.earliest else 0
    last = _place(span.latest, today, columns) if span and span.latest else columns
    if span and span.day:
        return ("·" * first + dot).ljust(columns, "·")[:columns]
    track = ("·" * first + bar * (min(last, columns - 1) - first + 1)).ljust(columns, "·")[:columns]
    return track[:-1] + "›" if last >= columns else track
