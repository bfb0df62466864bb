"""The protocol of a view: a module that presents one kind of result in three forms."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

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


class Draw(Protocol[Result_contra]):
    """A way to draw a result: `as_drawing`, or one with all details, which some views have as `in_full`."""

    def __call__(self, result: Result_contra, /, *, width: int) -> "RenderableType":
        """Draw it for a terminal of `width` columns."""
