"""The view of the home page: it fits one screen of 80 columns and 24 lines."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from watchlist.domain.entry import Status
from watchlist.domain.moves import MoveKind
from watchlist.rendering import wording
from watchlist.rendering.age_words import heard_words
from watchlist.rendering.big_digits import big
from watchlist.rendering.drawing import (
    HEADING,
    QUIET,
    WARNING,
    Cell,
    Drawing,
    Row,
    abridged,
    beside,
    cell,
    grid,
    hint,
    lines,
    stack,
)
from watchlist.rendering.film_rows import (
    NARROW,
    countdown_cell,
    date_cell,
    draw_legend,
    draw_rows,
    is_counted_in_days,
    place_cell,
    style_of,
    title_cells,
)
from watchlist.rendering.marks import sureness_mark
from watchlist.rendering.safe_text import line
from watchlist.rendering.short_words import short_edtf
from watchlist.rendering.views.upcoming import upcoming_json, upcoming_words
from watchlist.services.home import Home
from watchlist.services.moved import Moved
from watchlist.services.periods import Group, period_of
from watchlist.services.upcoming import UpcomingFilm

WELCOME = (
    'Add the first film:  watchlist add "Drawing Closer"',
    "See what is coming:  watchlist upcoming --all",
    "Find any film:       watchlist search nagase",
)
NOTHING_WANTED = "No films to wait for. To find some: watchlist upcoming --all"
_CARDS, _NEXT, _FEW = 3, 3, 2
"""How many films get a big countdown, how many more are listed below, and how many in each other part."""
_CARD = 24
"""The least width of a card."""
_BROKEN = 8
"""Columns that are lost if a title is broken into two lines."""
_ROOM, _MOST_PARTS = 12, 3
"""The most lines below the cards with empty lines between the parts, and the most parts with two films each."""
_CARD_HEIGHT, _MOST_LINES = 8, 19
"""Lines that the cards take, with the empty one below; and the most lines with which a legend still fits."""


def as_json(result: Home) -> object:
    """Return what is upcoming, out and overdue, in the form of `upcoming`; what moved; and entries by status."""
    return {
        "next": [upcoming_json(one) for one in result.coming[: _CARDS + _NEXT]],
        "out": [upcoming_json(one) for one in result.out],
        "out_elsewhere": [upcoming_json(one) for one in result.elsewhere],
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
    parts = (
        ("next", result.coming[: _CARDS + _NEXT]),
        ("out", result.out),
        ("out elsewhere", result.elsewhere),
        ("overdue", result.overdue),
    )
    for name, films in parts:
        for film in films:
            yield line(name, *upcoming_words(film, result.today))
    for one in result.moved:
        yield line("moved", _how_far(one), wording.film_words(one.film), wording.move_words(one.move), one.film.id)
    yield line("list", summary(result, _CARDS + _NEXT))


def as_drawing(result: Home, *, width: int) -> Drawing:
    """Draw the page: what is next in big digits; below it, what follows, what is out and what moved."""
    if not any(result.by_status.values()):
        return stack(*(hint(one, width=width, style="") for one in WELCOME))
    cards = max(1, min(_CARDS, (width + 2) // (_CARD + 2)))
    parts: list[Drawing] = []
    if result.coming:
        parts += [_draw_cards(result.coming[:cards], result, (width - 2 * cards) // cards), ""]
    else:
        parts += [hint(NOTHING_WANTED, width=width, style=""), ""]
    shown = _parts(result, cards)
    gap = [""] if sum(len(part.rows) + 2 for part in shown) <= _ROOM or width < NARROW else []
    for number, (name, drawn) in enumerate(_drawn_parts(shown, width)):
        parts += [*(gap if number else ()), cell(name, HEADING), *drawn]
    films = [*result.coming[: cards + _NEXT], *result.out[:_FEW], *result.elsewhere[:_FEW], *result.overdue[:_FEW]]
    legend = draw_legend({sureness_mark(film.shown) for film in films}, width=width)
    height = _CARD_HEIGHT + sum(len(part.rows) + 1 for part in shown) + legend.plain.count("\n")
    below = [legend] if films and height <= _MOST_LINES else []
    return stack(*parts, *([""] if shown else []), *below, hint(summary(result, cards + _NEXT), width=width))


def summary(result: Home, named: int) -> str:
    """Sum up the list in words; `named` is how many coming films are named above."""
    by_status = result.by_status
    words = [f"{wording.count(by_status[Status.WANTED], 'film')} wanted", f"{by_status[Status.WATCHED]} watched"]
    if by_status[Status.DROPPED]:
        words.append(f"{by_status[Status.DROPPED]} dropped")
    if kept := by_status.get(Status.KEPT):
        words.append(f"{kept} kept")
    if result.undated:
        words.append(f"{result.undated} without a date")
    if result.vague:
        words.append(f"{result.vague} with only a guessed year")
    more = len(result.coming) - named
    return ", ".join(words) + (f"; {more} more to come: watchlist upcoming" if more > 0 else "")


def _draw_cards(films: Sequence[UpcomingFilm], result: Home, width: int) -> Drawing:
    table = grid("first", "second", "third")
    for column in table.columns:
        column.width = width
    table.columns[len(films) :] = []
    is_tall = any(film.shown and is_counted_in_days(film.shown, film.lacking) for film in films)
    table.add_row(*(_card(film, result, width, is_tall=is_tall) for film in films))
    return table


def _card(film: UpcomingFilm, result: Home, width: int, *, is_tall: bool) -> Cell:
    """Draw a countdown in big digits, or a vague one in words, and below it what it counts down to."""
    title, year = title_cells(film.film)
    two_lines = 2 * width - _BROKEN
    head = beside(title, year) if title.width + year.width <= two_lines else abridged(title, two_lines)
    return lines(
        *_countdown(film, result, is_tall=is_tall),
        head,
        date_cell(film, result.today),
        beside(cell("  "), place_cell(film.shown)),
    )


def _countdown(film: UpcomingFilm, result: Home, *, is_tall: bool) -> Iterable[Cell]:
    """Draw a countdown; with `is_tall`, as tall as the big digits beside it."""
    shown = film.shown
    if shown is None or not is_counted_in_days(shown, film.lacking):
        is_stale = shown is not None and shown.stale
        old = cell(", stale" if is_stale else "", WARNING)
        heard = heard_words(shown, result.today) if shown and is_stale else " " * is_tall
        return cell(" " * is_tall), beside(countdown_cell(film, result.today), old), cell(heard, QUIET)
    number, style = shown.countdown.days or 0, style_of(shown)
    top, middle, bottom = big(number)
    return cell(top, style), cell(middle, style), cell(f"{bottom} {'day' if number == 1 else 'days'}", style)


class _Part(NamedTuple):
    name: str
    rows: list[Row]


def _parts(result: Home, cards: int) -> list[_Part]:
    """Return the parts below the cards: what follows, what came out, what moved, what is overdue."""

    def rows(films: Sequence[UpcomingFilm]) -> list[Row]:
        return [_row(film, result) for film in films]

    more, since = result.coming[cards : cards + _NEXT], wording.day_words(result.since)
    ahead = [
        _Part("Also this week", rows([film for film in more if _is_this_week(film, result)])),
        _Part("Then", rows([film for film in more if not _is_this_week(film, result)])),
    ]
    news = [
        _Part("Out now", rows(result.out[:_FEW])),
        _Part("Out elsewhere", rows(result.elsewhere[:_FEW])),
        _Part(f"Moved since {since}", [_moved_row(one) for one in result.moved[:_FEW]]),
        _Part("Overdue: the date has passed, no release reported", rows(result.overdue[:_FEW])),
    ]
    if sum(bool(part.rows) for part in (*ahead, *news)) > _MOST_PARTS:
        news = [part._replace(rows=part.rows[:1]) for part in news]
    return [part for part in (*ahead, *news) if part.rows]


def _is_this_week(film: UpcomingFilm, result: Home) -> bool:
    return period_of(film, result.today).group is Group.WEEK


def _drawn_parts(parts: Sequence[_Part], width: int) -> Iterator[tuple[str, list[Cell]]]:
    drawn = iter(draw_rows([row for part in parts for row in part.rows], width=width) if parts else ())
    for part in parts:
        yield part.name, [next(drawn) for _ in part.rows]


def _row(film: UpcomingFilm, result: Home) -> Row:
    after = (date_cell(film, result.today), place_cell(film.shown))
    return Row(cell(""), (countdown_cell(film, result.today),), *title_cells(film.film, ""), after)


_CHANGED = {MoveKind.PRECISION: "narrowed", MoveKind.UNDATED: "date lost"}
"""Short words for changes that are not counted in days; the other kinds are short words already."""


def _how_far(one: Moved) -> str:
    days = one.move.days
    return _CHANGED.get(one.move.kind, str(one.move.kind)) if days is None else wording.signed_words(days)


def _moved_row(one: Moved) -> Row:
    title, year = title_cells(one.film, "")
    now = short_edtf(one.move.after) if one.move.after else ""
    was = f"was {short_edtf(one.move.before)}" if one.move.before else ""
    after = (cell(f"→ {now}" if now else ""), cell(was, QUIET))
    return Row(cell(""), (cell(_how_far(one), WARNING),), title, year, after)
