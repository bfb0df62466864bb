"""The view of a month: a grid of weeks with the releases in their days, and the vague ones beside their range."""

from collections.abc import Iterator
from datetime import date, timedelta

from watchlist.rendering import wording
from watchlist.rendering.drawing import (
    HEADING,
    QUIET,
    TITLE,
    Cell,
    Drawing,
    Row,
    cell,
    joined,
    lines,
    ruled_grid,
    section,
    stack,
)
from watchlist.rendering.film_json import film_fields, release_fields
from watchlist.rendering.film_rows import draw_legend, draw_rows, place_cell, title_cells
from watchlist.rendering.marks import sureness_mark
from watchlist.rendering.short_words import short_date
from watchlist.rendering.view import line
from watchlist.services.calendar import Month, MonthRelease

_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_NARROW = 72
"""Columns below which a day has no room for titles: it counts them."""
_EMPTY_DAY, _GAPS, _WIDEST = 5, 16, 140
"""Columns of a weekday without a release, of the gaps between all seven, and of the widest grid."""
_MOST_DOTS = 5
"""How many films such a day counts at most."""


def as_json(result: Month) -> object:
    """Return the month, an array of releases with a day, and one of those without."""
    return {
        "month": f"{result.first:%Y-%m}",
        "days": [_json(one) for _, releases in result.days for one in releases],
        "vague": [_json(one) for one in result.vague],
    }


def as_lines(result: Month) -> Iterator[str]:
    """One line per release: its date, the film, where, how sure, the countdown, the id."""
    for one in (*(one for _, releases in result.days for one in releases), *result.vague):
        release = one.shown.release
        yield line(
            wording.release_date_words(release, weekday=True),
            wording.film_words(one.film),
            wording.place_words(release.key),
            str(release.certainty),
            wording.countdown_words(one.shown.countdown, release.span, result.today),
            one.film.id,
        )


def as_drawing(result: Month, *, width: int) -> Drawing:
    """Draw the grid, and below it one line per release."""
    parts: list[Drawing] = [cell(wording.month_words(result.first), TITLE), _weeks(result, width)]
    dated = [
        (cell(f"{_WEEKDAYS[day.weekday()]} {day.day}", HEADING), one) for day, found in result.days for one in found
    ]
    if dated:
        parts += ["", *draw_rows([_row(when, one) for when, one in dated], width=width)]
    if result.vague:
        rows = [_row(_range(one, result, width), one) for one in result.vague]
        parts += ["", section("Some time", *draw_rows(rows, width=width - 2))]
    if not result.days and not result.vague:
        return stack(*parts, "", cell("No releases in this month.", QUIET))
    marks = {sureness_mark(one.shown) for one in (*(one for _, one in dated), *result.vague)}
    return stack(*parts, "", draw_legend(marks, width=width))


def _weeks(result: Month, width: int) -> Drawing:
    releases = dict(result.days)
    table = ruled_grid(dict(zip(_WEEKDAYS, _widths(result, width), strict=True)))
    day = result.first - timedelta(days=result.first.weekday())
    while day <= result.last:
        week = [day + timedelta(days=number) for number in range(7)]
        table.add_row(*(_day(one, releases.get(one, ()), result, width) for one in week))
        day += timedelta(days=7)
    return table


def _widths(result: Month, width: int) -> list[int]:
    """Give each weekday its columns: those with titles share the room that the empty ones do not need."""
    longest = [_EMPTY_DAY] * 7
    if width < _NARROW:
        return longest
    for day, releases in result.days:
        title = max(cell(wording.title_words(one.film)).cell_len for one in releases)
        longest[day.weekday()] = max(longest[day.weekday()], title)
    share = room = min(width, _WIDEST) - _GAPS
    while sum(min(one, share) for one in longest) > room:
        share -= 1
    return [min(one, share) for one in longest]


def _day(day: date, releases: tuple[MonthRelease, ...], result: Month, width: int) -> Cell:
    if not result.first <= day <= result.last:
        return cell("")
    mark = f"[{day.day}]" if day == result.today else str(day.day)
    number = cell(mark, "reverse" if day == result.today else "" if releases else QUIET)
    films: dict[str, MonthRelease] = {}
    for one in releases:
        films.setdefault(one.film.id, one)
    if films and width < _NARROW:
        return lines(number, cell("●" * min(len(films), _MOST_DOTS), _style(releases[0])))
    return lines(number, *(cell(wording.title_words(one.film), _style(one)) for one in films.values()))


def _style(one: MonthRelease) -> str:
    return sureness_mark(one.shown).style


def _day_words(day: date) -> Cell:
    return cell(f"{_WEEKDAYS[day.weekday()]} {day.day}", HEADING)


def _row(when: Cell, one: MonthRelease) -> Row:
    mark = sureness_mark(one.shown)
    return Row(cell(mark.sign, mark.style), (when,), *title_cells(one.film, ""), (place_cell(one.shown),))


def _range(one: MonthRelease, result: Month, width: int) -> Cell:
    """Draw the part of the month that a vague date covers, if there is room, and word the date."""
    release = one.shown.release
    span = release.span
    first = max(result.first, (span and span.earliest) or result.first)
    last = min(result.last, (span and span.latest) or result.last)
    bar = (" " * (first.day - 1) + "━" * ((last - first).days + 1)).ljust(result.last.day)
    words = cell(short_date(release, result.today))
    return words if width < _NARROW else joined("  ", (cell(bar, f"bold {_style(one)}"), words))


def _json(one: MonthRelease) -> dict[str, object]:
    return {**film_fields(one.film), **release_fields(one.shown)}
