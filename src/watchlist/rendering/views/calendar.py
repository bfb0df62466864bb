"""The view of a month: a grid of weeks with the releases in their days, and the vague ones beside their span."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from watchlist.rendering import wording
from watchlist.rendering.fields import film_fields, release_fields
from watchlist.rendering.view import line
from watchlist.services.calendar import Month, MonthRelease

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_NARROW = 72
"""Columns below which a day has no room for titles: it counts them."""


def as_json(result: Month) -> Any:
    """Give the month, an array of releases with a day, and one of those without."""
    return {
        "month": f"{result.first:%Y-%m}",
        "days": [_json(row) for _, rows in result.days for row in rows],
        "vague": [_json(row) for row in result.vague],
    }


def as_lines(result: Month) -> Iterator[str]:
    """Give a line a release: its day or span, the film, where, how sure, the countdown, the id."""
    for row in (*(row for _, rows in result.days for row in rows), *result.vague):
        release = row.shown.release
        yield line(
            wording.release_date_words(release, weekday=True),
            wording.film_words(row.film),
            wording.place_words(release.key),
            str(release.certainty),
            wording.countdown_words(row.shown.countdown, release.span, result.today),
            row.film.id,
        )


def as_drawing(result: Month, *, width: int) -> "RenderableType":
    """Draw the grid, and under it a line a release."""
    from rich.console import Group

    from watchlist.rendering.drawing import HEADING, QUIET, TITLE, cell, grid, section

    parts: list[RenderableType] = [cell(wording.month_words(result.first), TITLE), _grid(result, width)]
    if result.days:
        table = grid("day", "film", "place", "how sure", ratios=(None, 5, 4, None))
        for day, rows in result.days:
            for row in rows:
                table.add_row(cell(f"{_WEEKDAYS[day.weekday()]} {day.day}", HEADING), *_cells(row))
        parts += ["", table]
    if result.vague:
        table = grid("span", "film", "place", "how sure", ratios=(None, 5, 4, None))
        for row in result.vague:
            table.add_row(_span(row, result, width), *_cells(row))
        parts += ["", section("Some time", table)]
    if not result.days and not result.vague:
        parts += ["", cell("Nothing is to come out in this month.", QUIET)]
    return Group(*parts)


def _grid(result: Month, width: int) -> "RenderableType":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from watchlist.rendering.drawing import QUIET, cell

    room = max(5, (min(width, 140) - 16) // 7)
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, header_style=QUIET)
    for name in _WEEKDAYS:
        table.add_column(cell(name), width=room, no_wrap=True, overflow="ellipsis")
    releases = dict(result.days)
    day = result.first - timedelta(days=result.first.weekday())
    while day <= result.last:
        week = [day + timedelta(days=number) for number in range(7)]
        table.add_row(*(_day(one, releases.get(one, ()), result, width) for one in week))
        day += timedelta(days=7)
    return table


def _day(day: date, rows: tuple[MonthRelease, ...], result: Month, width: int) -> "Text":
    from watchlist.rendering.drawing import CERTAINTY, QUIET, cell, lines

    if not result.first <= day <= result.last:
        return cell("")
    mark = f"[{day.day}]" if day == result.today else str(day.day)
    number = cell(mark, "reverse" if day == result.today else "" if rows else QUIET)
    once: dict[str, MonthRelease] = {}
    for row in rows:
        once.setdefault(row.film.id, row)
    if once and width < _NARROW:
        return lines(number, cell("●" * min(len(once), 5), CERTAINTY[rows[0].shown.release.certainty]))
    titles = (cell(wording.title_words(row.film), CERTAINTY[row.shown.release.certainty]) for row in once.values())
    return lines(number, *titles)


def _cells(row: MonthRelease) -> "tuple[Text, Text, Text]":
    from watchlist.rendering.drawing import CERTAINTY, QUIET, cell

    release = row.shown.release
    return (
        cell(wording.film_words(row.film)),
        cell(wording.place_words(release.key), QUIET),
        cell(str(release.certainty), CERTAINTY[release.certainty]),
    )


def _span(row: MonthRelease, result: Month, width: int) -> "Text":
    """Word a vague date, and draw the part of the month that it covers where there is room."""
    from watchlist.rendering.drawing import CERTAINTY, cell, lines

    release = row.shown.release
    span = release.span
    first = max(result.first, (span and span.earliest) or result.first)
    last = min(result.last, (span and span.latest) or result.last)
    bar = ("·" * (first.day - 1) + "━" * ((last - first).days + 1)).ljust(result.last.day, "·")
    drawn = cell(bar, CERTAINTY[release.certainty]) if width >= _NARROW else None
    return lines(cell(wording.release_date_words(release)), drawn)


def _json(row: MonthRelease) -> dict[str, Any]:
    return {**film_fields(row.film), **release_fields(row.shown)}
