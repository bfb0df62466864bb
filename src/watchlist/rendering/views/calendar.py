"""The view of a month: a grid of weeks with the releases in their days, and the vague ones beside their range."""

from collections.abc import Iterator
from datetime import date, timedelta

from watchlist.rendering import wording
from watchlist.rendering.drawing import (
    CERTAINTY,
    HEADING,
    QUIET,
    TITLE,
    Cell,
    Drawing,
    cell,
    grid,
    lines,
    ruled_grid,
    section,
    stack,
)
from watchlist.rendering.film_json import film_fields, release_fields
from watchlist.rendering.view import line
from watchlist.services.calendar import Month, MonthRelease

_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_NARROW = 72
"""Columns below which a day has no room for titles: it counts them."""
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
    if result.days:
        table = grid("day", "film", "place", "how sure", ratios=(None, 5, 4, None))
        for day, releases in result.days:
            for one in releases:
                table.add_row(cell(f"{_WEEKDAYS[day.weekday()]} {day.day}", HEADING), *_cells(one))
        parts += ["", table]
    if result.vague:
        table = grid("range", "film", "place", "how sure", ratios=(None, 5, 4, None))
        for one in result.vague:
            table.add_row(_range(one, result, width), *_cells(one))
        parts += ["", section("Some time", table)]
    if not result.days and not result.vague:
        parts += ["", cell("No releases in this month.", QUIET)]
    return stack(*parts)


def _weeks(result: Month, width: int) -> Drawing:
    table = ruled_grid(_WEEKDAYS, width=max(5, (min(width, 140) - 16) // 7))
    releases = dict(result.days)
    day = result.first - timedelta(days=result.first.weekday())
    while day <= result.last:
        week = [day + timedelta(days=number) for number in range(7)]
        table.add_row(*(_day(one, releases.get(one, ()), result, width) for one in week))
        day += timedelta(days=7)
    return table


def _day(day: date, releases: tuple[MonthRelease, ...], result: Month, width: int) -> Cell:
    if not result.first <= day <= result.last:
        return cell("")
    mark = f"[{day.day}]" if day == result.today else str(day.day)
    number = cell(mark, "reverse" if day == result.today else "" if releases else QUIET)
    films: dict[str, MonthRelease] = {}
    for one in releases:
        films.setdefault(one.film.id, one)
    if films and width < _NARROW:
        return lines(number, cell("●" * min(len(films), _MOST_DOTS), CERTAINTY[releases[0].shown.release.certainty]))
    titles = (cell(wording.title_words(one.film), CERTAINTY[one.shown.release.certainty]) for one in films.values())
    return lines(number, *titles)


def _cells(one: MonthRelease) -> tuple[Cell, Cell, Cell]:
    release = one.shown.release
    return (
        cell(wording.film_words(one.film)),
        cell(wording.place_words(release.key), QUIET),
        cell(str(release.certainty), CERTAINTY[release.certainty]),
    )


def _range(one: MonthRelease, result: Month, width: int) -> Cell:
    """Word a vague date, and draw the part of the month that it covers if there is room."""
    release = one.shown.release
    span = release.span
    first = max(result.first, (span and span.earliest) or result.first)
    last = min(result.last, (span and span.latest) or result.last)
    bar = ("·" * (first.day - 1) + "━" * ((last - first).days + 1)).ljust(result.last.day, "·")
    drawn = cell(bar, CERTAINTY[release.certainty]) if width >= _NARROW else None
    return lines(cell(wording.release_date_words(release)), drawn)


def _json(one: MonthRelease) -> dict[str, object]:
    return {**film_fields(one.film), **release_fields(one.shown)}
