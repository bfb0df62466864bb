"""The view of the files that the catalogue is made of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from watchlist.rendering import wording
from watchlist.rendering.view import line
from watchlist.services.upkeep.catalogue import LayerSummaries, LayerSummary

if TYPE_CHECKING:
    from rich.console import RenderableType


def as_json(result: LayerSummaries) -> Any:
    """Give an array of the files, the lowest layer first; sizes are bytes."""
    return [layer._asdict() for layer in result.layers]


def as_lines(result: LayerSummaries) -> Iterator[str]:
    """Give a line a file: name, films, size, path."""
    for layer in result.layers:
        yield line(layer.name, *_words(layer), layer.path)


def as_drawing(result: LayerSummaries, *, width: int) -> "RenderableType":  # noqa: ARG001
    """Draw a block a file."""
    from watchlist.rendering.drawing import QUIET, TITLE, cell, grid, lines

    table = grid("name", "size", ratios=(3, 1))
    for layer in result.layers:
        films, size = _words(layer)
        table.add_row(lines(cell(layer.name, TITLE), cell(layer.path, QUIET)), lines(cell(films), cell(size, QUIET)))
    return table


def _words(layer: LayerSummary) -> tuple[str, str]:
    return wording.count(layer.films, "film"), wording.size_words(layer.bytes)
