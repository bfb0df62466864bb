"""The view of the home page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from watchlist.domain.entry import Status
from watchlist.rendering import upcoming, wording
from watchlist.rendering.view import line
from watchlist.services.home import Home
from watchlist.services.upcoming import Upcoming

if TYPE_CHECKING:
    from rich.console import RenderableType

WELCOME = (
    "Your list is empty.",
    'Add a film:          watchlist add "Drawing Closer"',
    "See what is coming:  watchlist upcoming --all",
    "Find a film:         watchlist search nagase",
)


def as_json(result: Home) -> Any:
    """Give what is next and what is out, as `upcoming` does, and the number of entries by status."""
    return {
        "next": upcoming.as_json(result.next),
        "out": upcoming.as_json(_out(result)),
        "entries": {str(status): number for status, number in result.counts.items()},
    }


def as_lines(result: Home) -> Iterator[str]:
    """Give a line a film, and one that counts."""
    if not any(result.counts.values()):
        yield from WELCOME
        return
    for row in result.next.rows:
        yield line("next", *upcoming.row_fields(row, result.next))
    for row in result.out:
        yield line("out", *upcoming.row_fields(row, result.next))
    yield line("list", summary(result))


def as_drawing(result: Home, *, width: int) -> "RenderableType":
    """Draw the page."""
    from rich.console import Group

    from watchlist.rendering.drawing import QUIET, cell, section

    if not any(result.counts.values()):
        return Group(*(cell(one, "bold" if number == 0 else "") for number, one in enumerate(WELCOME)))
    parts: list[RenderableType] = []
    if result.next.rows:
        parts += [section("Next", upcoming.as_drawing(result.next, width=width - 2)), ""]
    if result.out:
        parts += [section("Out now", upcoming.as_drawing(_out(result), width=width - 2)), ""]
    return Group(*parts, cell(summary(result), QUIET))


def summary(result: Home) -> str:
    """Count the list in words."""
    counts = result.counts
    more = f"; {result.more} more to come: watchlist upcoming" if result.more else ""
    return f"{wording.count(counts[Status.WANTED], 'film')} wanted, {counts[Status.WATCHED]} watched{more}"


def _out(result: Home) -> Upcoming:
    return Upcoming(result.out, result.next.today, whole=False)
