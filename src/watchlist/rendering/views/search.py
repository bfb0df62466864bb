"""The view of what a search found."""

from collections.abc import Iterator
from datetime import date

from watchlist.domain.countdown import State
from watchlist.rendering import wording
from watchlist.rendering.age_words import doubt_words, lacking_words
from watchlist.rendering.drawing import QUIET, Drawing, Row, cell, stack
from watchlist.rendering.film_details import details
from watchlist.rendering.film_json import film_fields, lacking_json, release_fields
from watchlist.rendering.film_rows import countdown_cell, date_cell, draw_legend, draw_rows, place_cell, title_cells
from watchlist.rendering.marks import Mark, sureness_mark
from watchlist.rendering.safe_text import line
from watchlist.services.find_film import How
from watchlist.services.search import FoundFilm, SearchResult


def as_json(result: SearchResult) -> object:
    """Return an array of films with the release that counts, and what in them matches."""
    return [
        {
            **film_fields(one.upcoming.film),
            **release_fields(one.upcoming.shown),
            "listed": one.listed,
            "lacking": lacking_json(one.upcoming.lacking),
            "match": {"kind": one.match.how.name.lower(), "fits": one.match.fits},
        }
        for one in result.films
    ]


def as_lines(result: SearchResult) -> Iterator[str]:
    """One line per film: title, directors, date, what matches, id."""
    for one in result.films:
        film = one.upcoming.film
        directors, date_words = ", ".join(film.directors), _date_words(one, result.today)
        yield line(wording.film_words(film), directors, date_words, _reason(one), film.id)


def as_drawing(result: SearchResult, *, width: int) -> Drawing:
    """Draw one line per film, the best match first."""
    if not result.films:
        return _nothing(result)
    marks = [sureness_mark(one.upcoming.shown) for one in result.films if one.upcoming.shown]
    if any(one.listed for one in result.films):
        marks.append(Mark.LISTED)
    rows = [_row(one, result.today) for one in result.films]
    return stack(*draw_rows(rows, width=width), "", draw_legend(marks, width=width))


def in_full(result: SearchResult, *, width: int) -> Drawing:
    """Draw a few lines per film: what matches, who directed it, and the next release in full."""
    if not result.films:
        return _nothing(result)
    return stack(*(part for one in result.films for part in (_details(one, result.today, width=width), "")))


def _nothing(result: SearchResult) -> Drawing:
    """Say that no film matches."""
    return cell(f'No films match "{result.query}".' if result.query else "No films match.", QUIET)


def _row(one: FoundFilm, today: date) -> Row:
    shown, matches = one.upcoming.shown, _reason(one)
    title, year = title_cells(one.upcoming.film)
    is_out = shown is not None and shown.countdown.state is State.OUT
    countdown = cell("") if is_out else countdown_cell(one.upcoming, today)
    return Row(
        cell(Mark.LISTED.sign if one.listed else "", Mark.LISTED.style),
        (),
        title,
        year,
        (cell(matches, QUIET), date_cell(one.upcoming, today), countdown, place_cell(shown)),
    )


def _details(one: FoundFilm, today: date, *, width: int) -> Drawing:
    film = one.upcoming.film
    directors = f"directed by {', '.join(film.directors)}" if film.directors else ""
    listed = "on your list" if one.listed else ""
    notes = (cell(note, QUIET) for note in (_reason(one), directors, listed, film.id) if note)
    return details(one.upcoming, today, *notes, width=width)


def _reason(one: FoundFilm) -> str:
    """Say what in a film matches, if its title does not show it."""
    match = one.match
    if match.how is How.NEAR_MISS:
        return f"like “{match.fits}”"
    return "" if match.fits == match.film.title or match.how is How.ID else match.fits


def _date_words(one: FoundFilm, today: date) -> str:
    shown = one.upcoming.shown
    if shown is None:
        return ""
    words = (wording.release_date_words(shown.release), doubt_words(shown, today), lacking_words(one.upcoming.lacking))
    return "; ".join(part for part in words if part)
