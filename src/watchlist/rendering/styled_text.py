"""Text in pieces, each with its own style: cheap to join, even for a list of thousands of lines.

It becomes a `Text` of Rich only if lines have to be wrapped or cut.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.measure import Measurement
    from rich.segment import Segment
    from rich.text import Text


_JOINER = "\u200d"
"""What joins two emoji into one."""


class StyledText(NamedTuple):
    """Safe text that Rich can draw, alone or in a table."""

    pieces: tuple[tuple[str, str], ...] = ()
    """Text and its style, "" for none; no text is empty, and a line break is a piece of its own."""
    breaks: bool = True
    """Whether it is wrapped if it is too long; otherwise it is cut."""

    @property
    def plain(self) -> str:
        """The text without its styles."""
        return "".join([text for text, _ in self.pieces])

    @property
    def width(self) -> int:
        """The columns that it takes; for several lines, their sum."""
        return sum([columns(text) for text, _ in self.pieces])

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "Iterator[Segment | RenderableType]":
        """Draw it: a line that fits, directly; anything else is wrapped, cut and aligned by Rich."""
        from rich.segment import Segment

        is_line = ("\n", "") not in self.pieces
        if is_line and self.width <= options.max_width and options.justify in (None, "default"):
            for text, style in self.pieces:
                yield Segment(text, console.get_style(style) if style else None)
            yield Segment.line()
        else:
            yield self._as_rich()

    def __rich_measure__(self, console: "Console", options: "ConsoleOptions") -> "Measurement":
        """Return how narrow and how wide it can be drawn."""
        return self._as_rich().__rich_measure__(console, options)

    def _as_rich(self) -> "Text":
        from rich.text import Text

        return Text.assemble(*self.pieces, no_wrap=not self.breaks or None)


def columns(text: str) -> int:
    """Count the columns that a line takes on a terminal: two for each Chinese, Japanese or Korean character."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def cut(text: str, width: int) -> str:
    """Return as much of the beginning of a text as fits into `width` columns."""
    text = text[:width]
    while columns(text) > width:
        text = text[:-1]
    return text.rstrip(_JOINER)
