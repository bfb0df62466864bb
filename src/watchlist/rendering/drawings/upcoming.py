"""Upcoming films, drawn in groups: one line per film, or several with details."""

from collections.abc import Sequence

from watchlist.rendering.drawing import EMPTY_LIST, HEADING, QUIET, Drawing, Row, cell, hint, stack
from watchlist.rendering.film_details import details
from watchlist.rendering.film_rows import (
    WIDE,
    countdown_cell,
    date_cell,
    draw_legend,
    draw_rows,
    place_cell,
    sureness_cells,
    title_cells,
)
from watchlist.rendering.marks import Mark, sureness_mark
from watchlist.rendering.wording import month_words
from watchlist.services.periods import Group, Period, period_of
from watchlist.services.upcoming import Upcoming, UpcomingFilm


def in_lines(result: Upcoming, *, width: int) -> Drawing:
    """Draw one line per film: countdown, title, how sure, date, place; two on a narrow terminal."""
    if not result.films:
        return _nothing(result, width)
    drawn = draw_rows([_row(film, result, width) for film in result.films], width=width)
    marks = [sureness_mark(film.shown) for film in result.films if film.shown]
    if any(_is_marked(film, result) for film in result.films):
        marks.append(Mark.LISTED)
    return stack(*_in_groups(result, drawn), "", draw_legend(marks, width=width))


def in_full(result: Upcoming, *, width: int) -> Drawing:
    """Draw a few lines per film, with everything that `in_lines` leaves out."""
    if not result.films:
        return _nothing(result, width)
    drawn = [details(film, result.today, width=width) for film in result.films]
    return stack(*_in_groups(result, drawn, gap=("",)))


def _row(film: UpcomingFilm, result: Upcoming, width: int) -> Row:
    listed = cell(Mark.LISTED.sign, Mark.LISTED.style) if _is_marked(film, result) else cell("")
    more = sureness_cells(film.shown, result.today) if width >= WIDE else ()
    after = (date_cell(film, result.today), place_cell(film.shown))
    return Row(listed, (countdown_cell(film, result.today),), *title_cells(film.film), after, more)


def _is_marked(film: UpcomingFilm, result: Upcoming) -> bool:
    return result.all_films and film.listed


def _in_groups(result: Upcoming, drawn: Sequence[Drawing], gap: Sequence[Drawing] = ()) -> list[Drawing]:
    """Put the drawings of films under the headings of their groups, with a gap between films."""
    groups: dict[Period, list[Drawing]] = {}
    for film, drawing in zip(result.films, drawn, strict=True):
        group = groups.setdefault(period_of(film, result.today), [])
        group += [*(gap if group else ()), drawing]
    parts: list[Drawing] = []
    for period, films in sorted(groups.items(), key=lambda group: group[0].order):
        parts += ["", cell(_heading(period), HEADING), *films]
    return parts[1:]


def _heading(period: Period) -> str:
    """Word a group: "This week", "December 2026", the first and the last month of a season, "2029"."""
    if period.group is Group.SOMEDAY and period.last:
        return f"Some time in {period.last.year}"
    if period.first is None or period.last is None or period.group in _HEADINGS:
        return _HEADINGS[period.group]
    if period.group is Group.YEAR and period.first.month == 1:
        return str(period.first.year)
    if (period.first.year, period.first.month) == (period.last.year, period.last.month):
        return month_words(period.first)
    first = month_words(period.first)
    if period.first.year == period.last.year:
        first = first.removesuffix(f" {period.first.year}")
    return f"{first} – {month_words(period.last)}"


_HEADINGS = {
    Group.WEEK: "This week",
    Group.MONTH: "This month",
    Group.SOMEDAY: "Someday",
    Group.OVERDUE: "Overdue: the date has passed, no release reported",
    Group.UNDATED: "No date yet",
    Group.CANCELLED: "Cancelled",
}


def _nothing(result: Upcoming, width: int) -> Drawing:
    if result.empty_list and not result.all_films:
        return hint(EMPTY_LIST, width=width)
    return cell("No upcoming films match.", QUIET)
