"""The view of what comes out next."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from watchlist.domain.countdown import ReleaseToday
from watchlist.domain.release import Agreement
from watchlist.rendering import wording
from watchlist.rendering.drawing import (
    CERTAINTY,
    CONFLICT,
    HEADING,
    QUIET,
    STATE,
    TITLE,
    WARNING,
    Cell,
    Drawing,
    cell,
    grid,
    lines,
    stack,
)
from watchlist.rendering.film_json import film_fields, release_fields
from watchlist.rendering.view import line
from watchlist.services.upcoming import Group, Upcoming, UpcomingFilm, group_of

_NARROW = 72
"""Columns below which the certainty goes under the date instead of beside it."""
_COUNTDOWN, _SHORT_COUNTDOWN = 17, 15
"""Columns of the countdown, on a wide and on a narrow terminal."""


def as_json(result: Upcoming) -> object:
    """Return an array of films with the release that counts."""
    return [upcoming_json(film) for film in result.films]


def upcoming_json(film: UpcomingFilm) -> dict[str, object]:
    """Return a film with the release that counts."""
    return {**film_fields(film.film), **release_fields(film.shown), "listed": film.listed}


def as_lines(result: Upcoming) -> Iterator[str]:
    """One line per film: countdown, date, title, where, certainty, sources, moves, other releases, id."""
    for film in result.films:
        yield line(*upcoming_words(film, result.today))


class UpcomingWords(NamedTuple):
    """A film and the release that counts, in words: the fields of a plain line, in their order."""

    countdown: str
    date: str
    film: str
    place: str
    certainty: str
    sources: str
    moves: str
    others: str
    id: str


def upcoming_words(film: UpcomingFilm, today: date) -> UpcomingWords:
    """Word a film and the release that counts."""
    title = wording.film_words(film.film)
    if film.shown is None:
        return UpcomingWords("no date yet", "nothing known", title, "", "", "", "", "", film.film.id)
    release = film.shown.release
    return UpcomingWords(
        countdown=wording.countdown_words(film.shown.countdown, release.span, today),
        date=wording.release_date_words(release),
        film=title,
        place=wording.place_words(release.key),
        certainty=str(release.certainty),
        sources=wording.agreement_words(release),
        moves=wording.moved_words(release),
        others="; ".join(map(_other_words, film.others)),
        id=film.film.id,
    )


def as_drawing(result: Upcoming, *, width: int) -> Drawing:
    """Draw the films in groups by how near they are: countdown, film, date and place, how sure it is."""
    if not result.films:
        return cell(_nothing(result), QUIET)
    groups: dict[Group, list[UpcomingFilm]] = {group: [] for group in Group}
    for film in result.films:
        groups[group_of(film, result.today)].append(film)
    parts: list[Drawing] = []
    for group, films in groups.items():
        if films:
            parts += ["", cell(group, HEADING), _table(films, result, width=width)]
    return stack(*parts[1:])


def _table(films: Sequence[UpcomingFilm], result: Upcoming, *, width: int) -> Drawing:
    wide = width >= _NARROW
    table = grid("countdown", "film", "date and place", "how sure", ratios=(None, 5, 4, 4) if wide else (None, 1, 1))
    table.columns[0].max_width = table.columns[0].min_width = _COUNTDOWN if wide else _SHORT_COUNTDOWN
    for number, film in enumerate(films):
        if number:
            table.add_row()
        countdown, title, when, sure = _cells(film, result)
        if wide:
            table.add_row(countdown, title, when, sure)
        else:
            table.add_row(countdown, title, lines(when, sure))
    return table


def _nothing(result: Upcoming) -> str:
    if result.empty_list and not result.whole:
        return 'Your list is empty. To start: watchlist add "Drawing Closer"'
    return "No upcoming films match."


def _cells(film: UpcomingFilm, result: Upcoming) -> tuple[Cell, Cell, Cell, Cell]:
    """Draw a film in four columns: countdown, film, date and place, how sure it is."""
    other = wording.other_title_words(film.film)
    mark = cell("on your list", QUIET) if result.whole and film.listed else None
    title = lines(cell(wording.film_words(film.film), TITLE), cell(other, QUIET) if other else None, mark)
    if film.shown is None:
        return cell("no date yet", QUIET), title, cell("nothing known yet", QUIET), cell("")
    release, countdown = film.shown.release, film.shown.countdown
    lost = " strike" if release.resolution.last else ""
    when = lines(
        cell(wording.last_date_words(release), f"{STATE[countdown.state]}{lost}"),
        cell(wording.place_words(release.key)),
        *(cell(_other_words(other), QUIET) for other in film.others),
    )
    words = wording.countdown_words(countdown, release.span, result.today)
    return cell(words, STATE[countdown.state]), title, when, lines(*sureness(film.shown))


def _other_words(one: ReleaseToday) -> str:
    return f"also {wording.release_date_words(one.release)}: {wording.place_words(one.release.key)}"


def sureness(shown: ReleaseToday) -> "tuple[Cell | None, ...]":
    """Draw how sure a date is: the certainty, how many sources agree or how they differ, how it moved."""
    release = shown.release
    conflict = release.agreement is Agreement.CONFLICT
    moved = wording.moved_words(release)
    return (
        cell(str(release.certainty), CERTAINTY[release.certainty]),
        cell(wording.agreement_words(release), CONFLICT if conflict else QUIET),
        cell(moved, WARNING) if moved else None,
    )
