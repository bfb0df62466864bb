"""The view of the coming year, one row per film: a mark for a day, a bar for a range."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from watchlist.domain.countdown import ReleaseToday
from watchlist.rendering import wording
from watchlist.rendering.age_words import lacking_words
from watchlist.rendering.drawing import HEADING, QUIET, TITLE, Cell, Drawing, abridged, beside, cell, grid, hint, stack
from watchlist.rendering.film_rows import date_style, draw_legend
from watchlist.rendering.marks import sureness_mark
from watchlist.rendering.safe_text import line
from watchlist.rendering.short_words import short_date
from watchlist.rendering.views import upcoming
from watchlist.services.timeline import DAYS, Timeline
from watchlist.services.upcoming import Upcoming, UpcomingFilm

_LABEL, _DATE = 40, 16
"""The most columns for titles, and the columns for dates."""
_WIDEST, _NARROW = 96, 72
"""Columns of the longest scale; and columns of a terminal, below which dates are left out."""
_FIRM, _WEAK = "━", "╌"
"""The line for a range; dashed if it is only rumoured or speculated."""
_GROUND, _MONTH = " ", "┊"
"""The background of a track: nothing, and a line where a month begins."""
_LEGEND = {_FIRM: "a day in this range", _WEAK: "only rumoured", "›": "continues"}
"""The meanings of the signs that are not marks."""


def as_json(result: Timeline) -> object:
    """Return what `upcoming` returns for the coming year."""
    return upcoming.as_json(result.coming)


def as_lines(result: Timeline) -> Iterator[str]:
    """One line per film, in words: date, countdown, film, where, how sure, id."""
    for film in result.coming.films:
        if film.shown is not None:
            words = upcoming.upcoming_words(film, result.coming.today)
            yield line(words.date, words.countdown, words.film, words.place, words.certainty, words.id)


def as_drawing(result: Timeline, *, width: int) -> Drawing:
    """Draw a scale of months under their years, and below it one row per film."""
    coming, today = result.coming, result.coming.today
    shown = [(film, film.shown) for film in coming.films if film.shown and film.shown.release.span]
    if not shown:
        return stack(_nothing(coming, width), *_later(result, width))
    marks = {sureness_mark(one) for _, one in shown}
    drawn = "".join(_track(one, today, width).plain for _, one in shown)
    signs = (f"{sign} {meaning}" for sign, meaning in _LEGEND.items() if sign in drawn)
    lacking = dict.fromkeys(f"dimmed: {lacking_words(film.lacking)}" for film, _ in shown if film.lacking)
    legend = draw_legend(marks, *signs, *lacking, width=width)
    return stack(_tracks(shown, today, width), *_later(result, width), "", legend)


def _tracks(shown: Sequence[tuple[UpcomingFilm, ReleaseToday]], today: date, width: int) -> Drawing:
    dates = _DATE if width >= _NARROW else 0
    label = min(_LABEL, width // 3)
    columns = min(_WIDEST, width - label - dates - 4)
    sizes = {"film": label, "track": columns, **({"date": dates} if dates else {})}
    table = grid(*sizes)
    for column, size in zip(table.columns, sizes.values(), strict=True):
        column.width, column.no_wrap, column.overflow = size, True, "ellipsis"
    for names in (_years(today, columns), _months(today, columns)):
        table.add_row(cell(""), cell(names, HEADING))
    for film, one in shown:
        title = abridged(cell(wording.title_words(film.film), TITLE), label)
        date_words = [cell(short_date(one.release, today), date_style(one, film.lacking))] if dates else []
        table.add_row(title, _track(one, today, columns), *date_words)
    return table


def _later(result: Timeline, width: int) -> list[Drawing]:
    command = f"watchlist upcoming{' --all' if result.coming.all_films else ''}"
    return [hint(f"{result.later} more later: {command}", width=width)] if result.later else []


def _nothing(result: Upcoming, width: int) -> Drawing:
    if result.all_films:
        return cell("No film has a date in the coming year.", QUIET)
    words = "No film on your list has a date in the coming year. For all films: watchlist timeline --all"
    return hint(words, width=width)


def _first_days(today: date) -> list[date]:
    """Return the first days of the next twelve months."""
    months = (today.year * 12 + today.month + ahead for ahead in range(12))
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def _written(names: Iterable[tuple[int, str]], columns: int) -> str:
    """Write names at their places on the scale; those that do not fit are left out."""
    marks = [" "] * columns
    for place, name in names:
        around = marks[max(0, place - 1) : place + len(name) + 1]
        if place + len(name) <= columns and not any(map(str.strip, around)):
            marks[place : place + len(name)] = name
    return "".join(marks)


def _months(today: date, columns: int) -> str:
    days = sorted(_first_days(today), key=lambda day: day.month != 1)  # January names the month below a new year
    return _written(((_place(day, today, columns), f"{day:%b}") for day in days), columns)


def _years(today: date, columns: int) -> str:
    next_year = _place(date(today.year + 1, 1, 1), today, columns)
    return _written(((next_year, str(today.year + 1)), (0, str(today.year))), columns)


def _place(day: date, today: date, columns: int) -> int:
    return round((day - today).days * (columns - 1) / DAYS)


def _track(one: ReleaseToday, today: date, columns: int) -> Cell:
    """Draw a release with a date on the scale; an arrow at the end means that its range continues."""
    release, span = one.release, one.release.span
    sureness = sureness_mark(one)
    bar = _FIRM if release.certainty.is_firm else _WEAK
    first = max(0, _place(span.earliest, today, columns)) if span and span.earliest else 0
    last = _place(span.latest, today, columns) if span and span.latest else columns
    mark = sureness.sign if span and span.day else bar * (min(last, columns - 1) - first + 1)
    mark = mark[:-1] + "›" if last >= columns else mark
    ground = _ground(today, columns)
    return beside(
        cell(ground[:first], QUIET), cell(mark, f"bold {sureness.style}"), cell(ground[first + len(mark) :], QUIET)
    )


def _ground(today: date, columns: int) -> str:
    marks = [_GROUND] * columns
    for day in _first_days(today):
        marks[min(_place(day, today, columns), columns - 1)] = _MONTH
    return "".join(marks)
