"""The view of what comes out next, with details: date and place in full, how sure, other releases."""

from collections.abc import Iterator

from watchlist.rendering.draw_upcoming import in_full
from watchlist.rendering.drawing import Drawing
from watchlist.rendering.views import upcoming
from watchlist.services.upcoming import Upcoming


def as_json(result: Upcoming) -> object:
    """Return what `upcoming` returns."""
    return upcoming.as_json(result)


def as_lines(result: Upcoming) -> Iterator[str]:
    """Return the lines of `upcoming`: they have every detail."""
    return upcoming.as_lines(result)


def as_drawing(result: Upcoming, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw a few lines per film, in groups by how near they are."""
    return in_full(result)
