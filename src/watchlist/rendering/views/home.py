"""The view of the home page: it fits one screen of 80 columns and 24 lines."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from watchlist.domain.entry import Status
from watchlist.rendering import wording
from watchlist.rendering.view import line
from watchlist.rendering.views import upcoming
from watchlist.services.home import Home
from watchlist.services.moved import Moved
from watchlist.services.upcoming import Upcoming, UpcomingFilm

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

WELCOME = (
    'Add the first film:  watchlist add "Drawing Closer"',
    "See what is coming:  watchlist upcoming --all",
    "Find any film:       watchlist search nagase",
)
_CARDS, _ROWS, _FEW = 3, 3, 2
"""How many films have a big countdown, how many more are named below, and how many in each other part."""
_CARD, _WHEN = 24, 19
"""Columns that a card has at least, and of a countdown in a line."""


def as_json(result: Home) -> Any:
    """Give what is to come, out and overdue, as `upcoming` does, what moved, and the entries by status."""
    return {
        "next": upcoming.as_json(_listed(result.coming[: _CARDS + _ROWS], result)),
        "out": upcoming.as_json(_listed(result.out, result)),
        "overdue": upcoming.as_json(_listed(result.overdue, result)),
        "moved": [
            {"id": one.film.id, "title": one.film.title, "kind": one.move.kind, "days": one.move.days}
            for one in result.moved
        ],
        "since": result.since.isoformat(),
        "entries": {str(status): number for status, number in result.by_status.items()},
    }


def as_lines(result: Home) -> Iterator[str]:
    """Give a line a film, named by the part that it is in, and one that counts."""
    if not any(result.by_status.values()):
        yield from WELCOME
        return
    for name, rows in (("next", result.coming[: _CARDS + _ROWS]), ("out", result.out), ("overdue", result.overdue)):
        for row in rows:
            yield line(name, *upcoming.row_fields(row, _listed(rows, result)))
    for one in result.moved:
        yield line("moved", *_moved_words(one), one.film.id)
    yield line("list", summary(result))


def as_drawing(result: Home, *, width: int) -> "RenderableType":
    """Draw the page."""
    from rich.console import Group

    from watchlist.rendering.drawing import QUIET, cell

    if not any(result.by_status.values()):
        return Group(*(cell(one) for one in WELCOME))
    cards = max(1, min(_CARDS, (width + 2) // (_CARD + 2)))
    parts: list[RenderableType] = []
    if result.coming:
        parts += [_cards(result.coming[:cards], result, (width - 2 * _CARDS) // _CARDS), ""]
    rest = _rest(result, cards)
    if rest is not None:
        parts += [rest, ""]
    return Group(*parts, cell(summary(result), QUIET))


def summary(result: Home) -> str:
    """Count the list in words."""
    by_status = result.by_status
    words = [f"{wording.count(by_status[Status.WANTED], 'film')} wanted", f"{by_status[Status.WATCHED]} watched"]
    if by_status[Status.DROPPED]:
        words.append(f"{by_status[Status.DROPPED]} dropped")
    if result.undated:
        words.append(f"{result.undated} without a date")
    more = len(result.coming) - _CARDS - _ROWS
    return ", ".join(words) + (f"; {more} more to come: watchlist upcoming" if more > 0 else "")


def _listed(rows: tuple[UpcomingFilm, ...], result: Home) -> Upcoming:
    return Upcoming(rows, result.today, whole=False)


def _cards(rows: Iterable[UpcomingFilm], result: Home, room: int) -> "RenderableType":
    from watchlist.rendering.drawing import grid

    table = grid("first", "second", "third")
    for column in table.columns:
        column.width = max(_CARD, room)
    cards = [_card(row, result, max(_CARD, room)) for row in rows]
    table.columns[len(cards) :] = []
    table.add_row(*cards)
    return table


def _card(row: UpcomingFilm, result: Home, width: int) -> "Text":
    """Draw a countdown in big digits, and under it what it counts down to."""
    from watchlist.rendering.big_digits import big
    from watchlist.rendering.drawing import CERTAINTY, QUIET, STATE, TITLE, cell, lines

    shown = row.shown
    if shown is None:
        return cell("")
    style = STATE[row.state]
    countdown = shown.countdown
    words = wording.countdown_words(countdown, shown.release.span, result.today)
    number = countdown.days if countdown.days is not None and countdown.days > 0 else 0
    exact = countdown.days == countdown.days_latest
    below = ("day" if number == 1 else "days") if exact and number else words
    return lines(
        *(cell(one, style) for one in big(number)),
        cell(below, style),
        _short(wording.film_words(row.film), TITLE, width),
        _short(wording.release_date_words(shown.release), "", width),
        _short(wording.place_words(shown.release.key), QUIET, width),
        cell(str(shown.release.certainty), CERTAINTY[shown.release.certainty]),
    )


def _short(text: str, style: str, width: int) -> "Text":
    from watchlist.rendering.drawing import cell

    shown = cell(text, style)
    shown.truncate(width, overflow="ellipsis")
    return shown


def _rest(result: Home, cards: int) -> "RenderableType | None":
    """Draw a line a film for all that has no card: what follows, what came out, what moved, what is overdue."""
    from rich.console import Group

    from watchlist.rendering.drawing import HEADING, STATE, WARNING, cell, grid

    out = f"Out since {wording.day_words(result.since)}"
    parts: list[tuple[str, list[tuple[str, str, str, str]]]] = [
        ("Then", [(*_row_words(row, result), STATE[row.state]) for row in result.coming[cards : cards + _ROWS]]),
        (out, [(*_row_words(row, result), STATE[row.state]) for row in result.out[:_FEW]]),
        ("Moved", [(*_moved_words(one), WARNING) for one in result.moved[:_FEW]]),
        ("Overdue", [(*_row_words(row, result), STATE[row.state]) for row in result.overdue[:_FEW]]),
    ]
    shown: list[RenderableType] = []
    for name, rows in parts:
        if rows:
            table = grid("when", "film", "release", ratios=(None, 1, 1))
            table.columns[0].width = _WHEN
            for column in table.columns:
                column.no_wrap, column.overflow = True, "ellipsis"
            for when, film, release, style in rows:
                table.add_row(cell(f"  {when}", style), cell(film), cell(release))
            shown += [cell(name, HEADING), table]
    return Group(*shown) if shown else None


def _row_words(row: UpcomingFilm, result: Home) -> tuple[str, str, str]:
    shown = row.shown
    if shown is None:
        return "no date yet", wording.film_words(row.film), ""
    words = wording.countdown_words(shown.countdown, shown.release.span, result.today)
    date = wording.release_date_words(shown.release)
    return words.partition(", ")[0], wording.film_words(row.film), f"{date}, {wording.place_words(shown.release.key)}"


_CHANGED = {"precision": "narrowed", "undated": "date lost"}
"""Changes of a date that are no number of days, in a word."""


def _moved_words(one: Moved) -> tuple[str, str, str]:
    days = one.move.days
    short = _CHANGED.get(one.move.kind, one.move.kind) if days is None else wording.signed_words(days)
    return short, wording.film_words(one.film), wording.move_words(one.move)
