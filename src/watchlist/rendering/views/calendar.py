"""The view of a month: a grid of weeks with each release on its day, and vague dates as bars."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from watchlist.rendering import wording
from watchlist.rendering.age_words import certainty_words, lacking_words
from watchlist.rendering.drawing import (
    HEADING,
    QUIET,
    TITLE,
    Cell,
    Drawing,
    Row,
    beside,
    cell,
    joined,
    lines,
    ruled_grid,
    section,
    stack,
)
from watchlist.rendering.film_json import film_fields, lacking_json, release_fields
from watchlist.rendering.film_rows import draw_legend, draw_rows, place_cell, title_cells
from watchlist.rendering.marks import sureness_mark
from watchlist.rendering.safe_text import line
from watchlist.rendering.short_words import short_date
from watchlist.services.calendar import Month, MonthRelease

_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_NARROW = 72
"""Columns; below this many, a day has no room for titles and shows their marks."""
_ROOMY = 100
"""Columns; from this many on, the range of a vague date fits beside the words for a missing date."""
_EMPTY_DAY, _GAPS, _WIDEST = 5, 16, 140
"""Columns of a weekday without a release, of the gaps between all seven, and of the widest grid."""


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
        countdown = wording.countdown_words(one.shown.countdown, release.span, result.today)
        yield line(
            wording.release_date_words(release, weekday=True),
            wording.film_words(one.film),
            wording.place_words(release.key),
            certainty_words(one.shown, result.today),
            "; ".join(part for part in (lacking_words(one.lacking), countdown) if part),
            one.film.id,
        )


def as_drawing(result: Month, *, width: int) -> Drawing:
    """Draw the grid, and below it one line per release."""
    parts: list[Drawing] = [cell(wording.month_words(result.first), TITLE), _weeks(result, width)]
    dated = [_row(_day_words(day), films) for day, found in result.days for films in _by_film(found)]
    if dated:
        parts += ["", *draw_rows(dated, width=width)]
    if result.vague:
        rows = [_row(_range(one, result, width), [one]) for one in result.vague]
        parts += ["", section("Some time", *draw_rows(rows, width=width - 2))]
    if not result.days and not result.vague:
        return stack(*parts, "", cell(f"No releases in {wording.month_words(result.first)}.", QUIET))
    drawn = (*(films[0] for _, found in result.days for films in _by_film(found)), *result.vague)
    marks = {sureness_mark(one.shown) for one in drawn}
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
    """Return the width of each weekday: those with titles share the space that the empty ones do not need."""
    longest = [_EMPTY_DAY] * 7
    if width < _NARROW:
        return longest
    for day, releases in result.days:
        title = max(cell(wording.title_words(one.film)).width for one in releases)
        longest[day.weekday()] = max(longest[day.weekday()], title)
    share = room = min(width, _WIDEST) - _GAPS
    while sum(min(one, share) for one in longest) > room:
        share -= 1
    return [min(one, share) for one in longest]


def _day(day: date, releases: tuple[MonthRelease, ...], result: Month, width: int) -> Cell:
    if not result.first <= day <= result.last:
        return cell("")
    is_narrow, is_today = width < _NARROW, day == result.today
    mark = (f"›{day.day}" if is_narrow else f"[{day.day}]") if is_today else str(day.day)
    number = cell(mark, "reverse" if is_today else "" if releases else QUIET)
    films = [shown[0] for shown in _by_film(releases)]
    if is_narrow:
        return lines(number, _signs(films, min(_EMPTY_DAY, (width - _GAPS) // 7)))
    return lines(number, *(cell(wording.title_words(one.film), _style(one)) for one in films))


def _by_film(releases: Iterable[MonthRelease]) -> list[list[MonthRelease]]:
    """Put the releases of each film on one day together, those that are not stale first."""
    films: dict[str, list[MonthRelease]] = {}
    for one in sorted(releases, key=lambda one: one.shown.stale):
        films.setdefault(one.film.id, []).append(one)
    return list(films.values())


def _signs(films: Sequence[MonthRelease], room: int) -> Cell:
    """Draw the mark of each film; a plus stands for those that do not fit."""
    if len(films) <= room:
        return beside(*map(_sign, films))
    return beside(*map(_sign, films[: room - 1]), cell("+", QUIET))


def _sign(one: MonthRelease) -> Cell:
    return cell(sureness_mark(one.shown).sign, _style(one))


def _style(one: MonthRelease) -> str:
    return QUIET if one.lacking else sureness_mark(one.shown).style


def _day_words(day: date) -> Cell:
    return cell(f"{_WEEKDAYS[day.weekday()]} {day.day}", HEADING)


def _row(when: Cell, releases: Sequence[MonthRelease]) -> Row:
    """Draw a film's releases on one day on one line, with all their places."""
    first = releases[0]
    places = joined(", ", (place_cell(one.shown) for one in releases))
    lacking = cell(lacking_words(first.lacking), QUIET)
    title, year = title_cells(first.film, QUIET if first.lacking else "")
    return Row(_sign(first), (when,), title, year, (places,), (lacking,) if lacking.pieces else ())


def _range(one: MonthRelease, result: Month, width: int) -> Cell:
    """Draw the part of the month that a vague date covers, if there is room, and word the date."""
    release = one.shown.release
    span = release.span
    first = max(result.first, (span and span.earliest) or result.first)
    last = min(result.last, (span and span.latest) or result.last)
    bar = (" " * (first.day - 1) + "━" * ((last - first).days + 1)).ljust(result.last.day)
    words = cell(short_date(release, result.today))
    has_room = width >= (_ROOMY if one.lacking else _NARROW)
    return joined("  ", (cell(bar, f"bold {_style(one)}"), words)) if has_room else words


def _json(one: MonthRelease) -> dict[str, object]:
    return {**film_fields(one.film), **release_fields(one.shown), "lacking": lacking_json(one.lacking)}
