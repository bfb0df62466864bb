"""The view of one film whole: all facts, every claim behind each release, and every reading on which sources differ."""

from collections.abc import Iterator

from watchlist.rendering.draw_show import in_full
from watchlist.rendering.drawing import Drawing
from watchlist.rendering.views import show
from watchlist.services.show import FilmFacts


def as_json(result: FilmFacts) -> object:
    """Return what `show` returns: it has everything."""
    return show.as_json(result)


def as_lines(result: FilmFacts) -> Iterator[str]:
    """Return the lines of `show`: they have everything."""
    return show.as_lines(result)


def as_drawing(result: FilmFacts, *, width: int) -> Drawing:
    """Draw everything."""
    return in_full(result, width=width)
