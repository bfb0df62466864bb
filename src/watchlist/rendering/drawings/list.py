"""The user's list, drawn: one line per film, or several with details."""

from datetime import date

from watchlist.domain.entry import Entry, Status
from watchlist.rendering.drawing import EMPTY_LIST, QUIET, TITLE, Cell, Drawing, Row, cell, hint, indented, stack
from watchlist.rendering.film_details import details, entry_cell, stars_cell
from watchlist.rendering.film_rows import (
    NARROW,
    WIDE,
    countdown_cell,
    date_cell,
    draw_legend,
    draw_rows,
    place_cell,
    title_cells,
)
from watchlist.rendering.marks import STATUS, Mark, sureness_mark
from watchlist.rendering.short_words import short_day
from watchlist.services.list import ListedFilm, Listing

_TAGS = 14
"""Columns that several tags take at most on a terminal of 80 columns."""


def in_lines(result: Listing, *, width: int) -> Drawing:
    """Draw one line per entry: for a wanted film when it comes out, for others their stars and when they were seen."""
    if not result.films:
        return _nothing(result, width)
    rows = [_row(one, result.today, width) for one in result.films]
    marks: set[Mark] = {STATUS[one.entry.status] for one in result.films}
    for one in result.films:
        if one.upcoming and one.upcoming.shown and one.entry.status is Status.WANTED:
            marks.add(sureness_mark(one.upcoming.shown))
    return stack(*draw_rows(rows, width=width), "", draw_legend(marks, width=width))


def in_full(result: Listing, *, width: int) -> Drawing:
    """Draw a few lines per entry, with everything that the user noted."""
    if not result.films:
        return _nothing(result, width)
    return stack(*(part for one in result.films for part in (_details(one, result.today, width=width), "")))


def _nothing(result: Listing, width: int) -> Drawing:
    """Say why there is nothing to show, and what to do."""
    return cell("No films on your list match.", QUIET) if result.is_filtered else hint(EMPTY_LIST, width=width)


def _row(one: ListedFilm, today: date, width: int) -> Row:
    entry, film = one.entry, one.upcoming
    mark = STATUS[entry.status]
    status = cell(mark.sign, mark.style)
    if film is None:
        unknown = (cell("not in the catalogue", QUIET), cell(""), cell(""))
        return Row(status, (), cell(entry.title, TITLE), cell(""), unknown)
    title, year = title_cells(film.film)
    if entry.status is Status.WANTED:
        after = (countdown_cell(film, today), date_cell(film, today), place_cell(film.shown))
        return Row(status, (), title, year, after)
    return Row(status, (), title, year, (stars_cell(entry), _seen(entry), _tags(entry, width)))


def _seen(entry: Entry) -> Cell:
    day = short_day(entry.viewings[-1]) if entry.viewings else ""
    times = f"×{entry.times_seen}" if entry.times_seen > 1 else ""
    return cell(" ".join(part for part in (day, times) if part), QUIET)


def _tags(entry: Entry, width: int) -> Cell:
    """Draw the tags; where they would take room from the titles, the first one, and how many more there are."""
    every = cell(", ".join(entry.tags), QUIET)
    if len(entry.tags) < 2 or every.width <= _TAGS or not NARROW <= width < WIDE:
        return every
    return cell(f"{entry.tags[0]} +{len(entry.tags) - 1}", QUIET)


def _details(one: ListedFilm, today: date, *, width: int) -> Drawing:
    noted = entry_cell(one.entry)
    if one.upcoming is None:
        return stack(cell(one.entry.title, TITLE), cell("  not in the catalogue", QUIET), indented(noted))
    return details(one.upcoming, today, noted, width=width)
