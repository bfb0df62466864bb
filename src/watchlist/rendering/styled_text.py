"""Text in pieces, each in a style of its own: cheap to put together, in a list of thousands of lines too.

Rich's own `Text` is made of it only where lines have to be broken or cut.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.measure import Measurement
    from rich.segment import Segment
    from rich.text import Text


class StyledText(NamedTuple):
    """Safe text that Rich can draw, alone or in a table."""

    pieces: tuple[tuple[str, str], ...] = ()
    """Text and its style, "" for none; no text is empty, and a line break is a piece of its own."""
    breaks: bool = True
    """Whether it is broken into lines where it is too long, else it is cut."""

    @property
    def plain(self) -> str:
        """The text without its styles."""
        return "".join([text for text, _ in self.pieces])

    @property
    def width(self) -> int:
        """The columns that it takes; of several lines, all together."""
        return sum([len(text) if text.isascii() else columns(text) for text, _ in self.pieces])

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "Iterator[Segment | RenderableType]":
        """Draw it: a line that fits as it is, anything else as Rich breaks, cuts and aligns it."""
        from rich.segment import Segment

        is_line = ("\n", "") not in self.pieces
        if is_line and self.width <= options.max_width and options.justify in (None, "default"):
            for text, style in self.pieces:
                yield Segment(text, console.get_style(style) if style else None)
            yield Segment.line()
        else:
            yield self._as_rich()

    def __rich_measure__(self, console: "Console", options: "ConsoleOptions") -> "Measurement":
        """Say how narrow and how wide it can be drawn."""
        return self._as_rich().__rich_measure__(console, options)

    def _as_rich(self) -> "Text":
        from rich.text import Text

        return Text.assemble(*self.pieces, no_wrap=not self.breaks or None)


def columns(text: str) -> int:
    """Count the columns that a line takes on a terminal: two for a letter of Chinese, Japanese or Korean."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def cut(text: str, width: int) -> str:
    """Return as much of the beginning of a text as fits into `width` columns."""
    text = text[:width]
    while columns(text) > width:
        text = text[:-1]
    return text
