"""The view of the home page: it fits one screen of 80 columns and 24 lines."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from watchlist.domain.entry import Status
from watchlist.domain.moves import MoveKind
from watchlist.rendering import wording
from watchlist.rendering.big_digits import big
from watchlist.rendering.drawing import (
    CERTAINTY,
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
    shortened,
    stack,
)
from watchlist.rendering.view import line
from watchlist.rendering.views.upcoming import upcoming_json, upcoming_words
from watchlist.services.home import Home
from watchlist.services.moved import Moved
from watchlist.services.upcoming import UpcomingFilm

WELCOME = (
    'Add the first film:  watchlist add "Drawing Closer"',
    "See what is coming:  watchlist upcoming --all",
    "Find any film:       watchlist search nagase",
)
_CARDS, _NEXT, _FEW = 3, 3, 2
"""How many films have a big countdown, how many more are named below, and how many in each other part."""
_CARD, _WHEN = 24, 19
"""Columns that a card has at least, and columns of a countdown in a line."""


def as_json(result: Home) -> object:
    """Return what is upcoming, out and overdue, as `upcoming` does, what moved, and the entries by status."""
    return {
        "next": [upcoming_json(one) for one in result.coming[: _CARDS + _NEXT]],
        "out": [upcoming_json(one) for one in result.out],
        "overdue": [upcoming_json(one) for one in result.overdue],
        "moved": [
            {"id": one.film.id, "title": one.film.title, "kind": str(one.move.kind), "days": one.move.days}
            for one in result.moved
        ],
        "since": result.since.isoformat(),
        "entries": {str(status): number for status, number in result.by_status.items()},
    }


def as_lines(result: Home) -> Iterator[str]:
    """One line per film, with the part of the page that it is in, then one with the counts."""
    if not any(result.by_status.values()):
        yield from WELCOME
        return
    for name, films in (("next", result.coming[: _CARDS + _NEXT]), ("out", result.out), ("overdue", result.overdue)):
        for film in films:
            yield line(name, *upcoming_words(film, result.today))
    for one in result.moved:
        words = _moved_line(one)
        yield line("moved", words.when, words.film, words.what, one.film.id)
    yield line("list", summary(result))


def as_drawing(result: Home, *, width: int) -> Drawing:
    """Draw the page."""
    if not any(result.by_status.values()):
        return stack(*(cell(one) for one in WELCOME))
    cards = max(1, min(_CARDS, (width + 2) // (_CARD + 2)))
    parts: list[Drawing] = []
    if result.coming:
        parts += [_cards(result.coming[:cards], result, max(_CARD, (width - 2 * _CARDS) // _CARDS)), ""]
    rest = _rest(result, cards)
    if rest:
        parts += [stack(*rest), ""]
    return stack(*parts, cell(summary(result), QUIET))


def summary(result: Home) -> str:
    """Count the list in words."""
    by_status = result.by_status
    words = [f"{wording.count(by_status[Status.WANTED], 'film')} wanted", f"{by_status[Status.WATCHED]} watched"]
    if by_status[Status.DROPPED]:
        words.append(f"{by_status[Status.DROPPED]} dropped")
    if result.undated:
        words.append(f"{result.undated} without a date")
    more = len(result.coming) - _CARDS - _NEXT
    return ", ".join(words) + (f"; {more} more to come: watchlist upcoming" if more > 0 else "")


def _cards(films: Iterable[UpcomingFilm], result: Home, width: int) -> Drawing:
    table = grid("first", "second", "third")
    for column in table.columns:
        column.width = width
    cards = [_card(film, result, width) for film in films]
    table.columns[len(cards) :] = []
    table.add_row(*cards)
    return table


def _card(film: UpcomingFilm, result: Home, width: int) -> Cell:
    """Draw a countdown in big digits, and below it what it counts down to."""
    shown = film.shown
    if shown is None:
        return cell("")
    style = STATE[film.state]
    countdown = shown.countdown
    words = wording.countdown_words(countdown, shown.release.span, result.today)
    number = countdown.days if countdown.days is not None and countdown.days > 0 else 0
    exact = countdown.days == countdown.days_latest
    below = ("day" if number == 1 else "days") if exact and number else words
    return lines(
        *(cell(one, style) for one in big(number)),
        cell(below, style),
        shortened(wording.film_words(film.film), TITLE, width),
        shortened(wording.release_date_words(shown.release), "", width),
        shortened(wording.place_words(shown.release.key), QUIET, width),
        cell(str(shown.release.certainty), CERTAINTY[shown.release.certainty]),
    )


class _Line(NamedTuple):
    when: str
    film: str
    what: str
    style: str


def _rest(result: Home, cards: int) -> list[Drawing]:
    """Draw one line per film without a card: what follows, what came out, what moved, what is overdue."""
    parts: dict[str, list[_Line]] = {
        "Then": [_film_line(one, result) for one in result.coming[cards : cards + _NEXT]],
        f"Out since {wording.day_words(result.since)}": [_film_line(one, result) for one in result.out[:_FEW]],
        "Moved": [_moved_line(one) for one in result.moved[:_FEW]],
        "Overdue": [_film_line(one, result) for one in result.overdue[:_FEW]],
    }
    shown: list[Drawing] = []
    for name, kept in parts.items():
        if kept:
            shown += [cell(name, HEADING), _lines_table(kept)]
    return shown


def _lines_table(kept: Iterable[_Line]) -> Drawing:
    table = grid("when", "film", "what", ratios=(None, 1, 1))
    table.columns[0].width = _WHEN
    for column in table.columns:
        column.no_wrap, column.overflow = True, "ellipsis"
    for one in kept:
        table.add_row(cell(f"  {one.when}", one.style), cell(one.film), cell(one.what))
    return table


def _film_line(film: UpcomingFilm, result: Home) -> _Line:
    title, style = wording.film_words(film.film), STATE[film.state]
    shown = film.shown
    if shown is None:
        return _Line("no date yet", title, "", style)
    words = wording.countdown_words(shown.countdown, shown.release.span, result.today)
    date = wording.release_date_words(shown.release)
    return _Line(words.partition(", ")[0], title, f"{date}, {wording.place_words(shown.release.key)}", style)


_CHANGED = {MoveKind.PRECISION: "narrowed", MoveKind.UNDATED: "date lost"}
"""Short words for changes that are not a number of days; the other kinds are such words themselves."""


def _moved_line(one: Moved) -> _Line:
    days = one.move.days
    short = _CHANGED.get(one.move.kind, str(one.move.kind)) if days is None else wording.signed_words(days)
    return _Line(short, wording.film_words(one.film), wording.move_words(one.move), WARNING)
