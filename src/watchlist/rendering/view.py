"""What a view is: a module that gives one kind of result three forms."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

from watchlist.rendering.safe_text import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

Result_contra = TypeVar("Result_contra", contravariant=True)


class View(Protocol[Result_contra]):
    """One module per view: the same result as JSON, as plain lines, and drawn for a terminal."""

    def as_json(self, result: Result_contra, /) -> object:
        """Return what `--json` prints: lists, dicts, text, numbers, booleans and None."""

    def as_lines(self, result: Result_contra, /) -> Iterable[str]:
        """Return whole lines for a pipe, their fields separated by tabs; each is safe to show."""

    def as_drawing(self, result: Result_contra, /, *, width: int) -> "RenderableType":
        """Draw it for a terminal of `width` columns."""


def line(*fields: str) -> str:
    """Join the fields of a plain line; control characters in text from outside are spelled out here."""
    return "\t".join(visible(field) for field in fields)
