"""The view of the files that the catalogue is made of."""

from collections.abc import Iterator

from watchlist.rendering import wording
from watchlist.rendering.drawing import QUIET, TITLE, Drawing, cell, grid, lines
from watchlist.rendering.safe_text import line
from watchlist.services.upkeep.catalogue import LayerSummaries, LayerSummary


def as_json(result: LayerSummaries) -> object:
    """Return an array of the files, the lowest layer first; sizes are bytes."""
    return [layer._asdict() for layer in result.layers]


def as_lines(result: LayerSummaries) -> Iterator[str]:
    """One line per file: name, films, size, path."""
    for layer in result.layers:
        yield line(layer.name, *_size_words(layer), layer.path)


def as_drawing(result: LayerSummaries, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw two lines per file."""
    table = grid("name", "size", ratios=(3, 1))
    for layer in result.layers:
        films, size = _size_words(layer)
        table.add_row(lines(cell(layer.name, TITLE), cell(layer.path, QUIET)), lines(cell(films), cell(size, QUIET)))
    return table


def _size_words(layer: LayerSummary) -> tuple[str, str]:
    return wording.count(layer.films, "film"), _bytes_words(layer.bytes)


def _bytes_words(size: int) -> str:
    """Word a number of bytes: "812 bytes", "1.2 MB"."""
    for unit, name in ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")):
        if size >= unit:
            return f"{size / unit:.1f} {name}"
    return wording.count(size, "byte")
