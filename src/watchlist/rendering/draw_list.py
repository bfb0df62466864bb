"""The user's list, drawn: a line per film, or with details a few lines per film."""

from datetime import date

from watchlist.domain.entry import Entry, Status
from watchlist.rendering.drawing import QUIET, TITLE, Cell, Drawing, Row, cell, indented, stack
from watchlist.rendering.film_rows import (
    countdown_cell,
    date_cell,
    details,
    draw_legend,
    draw_rows,
    entry_cell,
    place_cell,
    stars_cell,
    title_cells,
)
from watchlist.rendering.marks import STATUS, Mark, sureness_mark
from watchlist.rendering.short_words import short_day
from watchlist.services.list import ListedFilm, Listing


def in_lines(result: Listing, *, width: int) -> Drawing:
    """Draw a line per entry: of a wanted film when it comes, of a watched one its stars and when it was seen."""
    rows = [_row(one, result.today) for one in result.films]
    marks: set[Mark] = {STATUS[one.entry.status] for one in result.films}
    for one in result.films:
        if one.upcoming and one.upcoming.shown and one.entry.status is Status.WANTED:
            marks.add(sureness_mark(one.upcoming.shown))
    return stack(*draw_rows(rows, width=width), "", draw_legend(marks, width=width))


def in_full(result: Listing) -> Drawing:
    """Draw a few lines per entry, with all that the user noted."""
    return stack(*(part for one in result.films for part in (_details(one, result.today), "")))


def _row(one: ListedFilm, today: date) -> Row:
    entry, shown = one.entry, one.upcoming.shown if one.upcoming else None
    mark = STATUS[entry.status]
    title, year = title_cells(one.upcoming.film) if one.upcoming else (cell(entry.title, TITLE), cell(""))
    status = cell(mark.sign, mark.style)
    if one.upcoming is None:
        return Row(status, (), title, year, (cell("not in the catalogue", QUIET), cell(""), cell("")))
    if entry.status is Status.WANTED:
        return Row(status, (), title, year, (countdown_cell(shown, today), date_cell(shown, today), place_cell(shown)))
    return Row(status, (), title, year, (stars_cell(entry), _seen(entry), _tags(entry)))


def _seen(entry: Entry) -> Cell:
    day = short_day(entry.viewings[-1]) if entry.viewings else ""
    times = f"×{entry.times_seen}" if entry.times_seen > 1 else ""
    return cell(" ".join(part for part in (day, times) if part), QUIET)


def _tags(entry: Entry) -> Cell:
    return cell(", ".join(entry.tags), QUIET)


def _details(one: ListedFilm, today: date) -> Drawing:
    noted = entry_cell(one.entry)
    if one.upcoming is None:
        return stack(cell(one.entry.title, TITLE), cell("  not in the catalogue", QUIET), indented(noted))
    return details(one.upcoming.film, one.upcoming.shown, one.upcoming.others, today, noted)
