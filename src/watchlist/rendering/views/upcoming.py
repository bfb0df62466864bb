"""The view of what comes out next."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from watchlist.domain.release import Agreement
from watchlist.rendering import wording
from watchlist.rendering.fields import film_fields, release_fields
from watchlist.rendering.view import line
from watchlist.services.preferences import ReleaseToday
from watchlist.services.upcoming import Group, Upcoming, UpcomingFilm, group_of

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_NARROW = 72
"""Columns below which the certainty goes under the date instead of beside it."""


def as_json(result: Upcoming) -> Any:
    """Give an array of films with the release that counts."""
    return [{**film_fields(row.film), **release_fields(row.shown), "listed": row.listed} for row in result.rows]


def as_lines(result: Upcoming) -> Iterator[str]:
    """Give a line a film: countdown, date, title, where, certainty, sources, moves, other releases, id."""
    for row in result.rows:
        yield line(*row_fields(row, result))


def row_fields(row: UpcomingFilm, result: Upcoming) -> tuple[str, ...]:
    """Word a row for a plain line."""
    if row.shown is None:
        return ("no date yet", "nothing known", wording.film_words(row.film), "", "", "", "", "", row.film.id)
    release = row.shown.release
    return (
        wording.countdown_words(row.shown.countdown, release.span, result.today),
        wording.release_date_words(release),
        wording.film_words(row.film),
        wording.place_words(release.key),
        str(release.certainty),
        wording.agreement_words(release),
        wording.moved_words(release),
        "; ".join(map(_other_words, row.others)),
        row.film.id,
    )


def as_drawing(result: Upcoming, *, width: int) -> "RenderableType":
    """Draw a block of lines a film, in groups by how near it is: countdown, film, date and place, how sure it is."""
    from rich.console import Group as Stack

    from watchlist.rendering.drawing import HEADING, cell

    if not result.rows:
        return cell(_nothing(result), "dim")
    groups: dict[Group, list[UpcomingFilm]] = {group: [] for group in Group}
    for row in result.rows:
        groups[group_of(row, result.today)].append(row)
    parts: list[RenderableType] = []
    for group, rows in groups.items():
        if rows:
            parts += ["", cell(group, HEADING), table_of(rows, result, width=width)]
    return Stack(*parts[1:])


def table_of(rows: Sequence[UpcomingFilm], result: Upcoming, *, width: int) -> "RenderableType":
    """Draw a block of lines a film."""
    from watchlist.rendering.drawing import grid

    wide = width >= _NARROW
    table = grid("countdown", "film", "date and place", "how sure", ratios=(None, 5, 4, 4) if wide else (None, 1, 1))
    table.columns[0].max_width = table.columns[0].min_width = 17 if wide else 15
    for number, row in enumerate(rows):
        if number:
            table.add_row()
        countdown, film, when, sure = _cells(row, result)
        if wide:
            table.add_row(countdown, film, when, sure)
        else:
            table.add_row(countdown, film, _under(when, sure))
    return table


def _nothing(result: Upcoming) -> str:
    if result.empty_list and not result.whole:
        return 'Your list is empty. To start: watchlist add "Drawing Closer"'
    return "Nothing is to come out that fits."


def _under(first: "Text", second: "Text") -> "Text":
    from watchlist.rendering.drawing import lines

    return lines(first, second)


def _cells(row: UpcomingFilm, result: Upcoming) -> "tuple[Text, Text, Text, Text]":
    from watchlist.rendering.drawing import QUIET, STATE, TITLE, cell, lines

    other = wording.other_title_words(row.film)
    mark = cell("on your list", QUIET) if result.whole and row.listed else None
    film = lines(cell(wording.film_words(row.film), TITLE), cell(other, QUIET) if other else None, mark)
    if row.shown is None:
        return cell("no date yet", QUIET), film, cell("nothing known yet", QUIET), cell("")
    release, countdown = row.shown.release, row.shown.countdown
    lost = " strike" if release.resolution.last else ""
    when = lines(
        cell(wording.release_date_words(release).removeprefix("was "), f"{STATE[countdown.state]}{lost}"),
        cell(wording.place_words(release.key)),
        *(_other(other) for other in row.others),
    )
    words = wording.countdown_words(countdown, release.span, result.today)
    return cell(words, STATE[countdown.state]), film, when, sureness(row.shown)


def _other(one: ReleaseToday) -> "Text":
    from watchlist.rendering.drawing import QUIET, cell

    return cell(_other_words(one), QUIET)


def _other_words(one: ReleaseToday) -> str:
    return f"also {wording.release_date_words(one.release)}: {wording.place_words(one.release.key)}"


def sureness(shown: ReleaseToday) -> "Text":
    """Draw how sure a date is: the certainty, who stands behind it, where they differ, how it moved."""
    from watchlist.rendering.drawing import CERTAINTY, CONFLICT, QUIET, WARNING, cell, lines

    release = shown.release
    conflict = release.agreement is Agreement.CONFLICT
    moved = wording.moved_words(release)
    return lines(
        cell(str(release.certainty), CERTAINTY[release.certainty]),
        cell(wording.agreement_words(release), CONFLICT if conflict else QUIET),
        cell(moved, WARNING) if moved else None,
    )
