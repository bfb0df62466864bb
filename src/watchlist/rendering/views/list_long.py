"""The view of the user's list with details: all that they noted, and the release that counts in full."""

from collections.abc import Iterator

from watchlist.rendering.draw_list import in_full
from watchlist.rendering.drawing import Drawing
from watchlist.rendering.views import list as short
from watchlist.services.list import Listing


def as_json(result: Listing) -> object:
    """Return what `list` returns."""
    return short.as_json(result)


def as_lines(result: Listing) -> Iterator[str]:
    """Return the lines of `list`: they have every detail."""
    return short.as_lines(result)


def as_drawing(result: Listing, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw a few lines per entry, in their order."""
    return in_full(result) if result.films else short.nothing(result)
