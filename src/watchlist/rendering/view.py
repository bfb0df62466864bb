"""The protocol of a view: a module that presents one kind of result in three forms."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from rich.console import RenderableType

Result = TypeVar("Result")
Result_contra = TypeVar("Result_contra", contravariant=True)


class View(Protocol[Result_contra]):
    """One module per view: the same result as JSON, as plain lines, and drawn for a terminal."""

    def as_json(self, result: Result_contra, /) -> object:
        """Return what `--json` prints: lists, dicts, text, numbers, booleans and None."""

    def as_lines(self, result: Result_contra, /) -> Iterable[str]:
        """Return whole lines for a pipe, their fields separated by tabs; each is safe to show."""

    def as_drawing(self, result: Result_contra, /, *, width: int) -> "RenderableType":
        """Draw it for a terminal of `width` columns."""


class DetailedView(View[Result_contra], Protocol[Result_contra]):
    """A view that can be drawn with all details too; JSON and plain lines always have them."""

    def in_full(self, result: Result_contra, /, *, width: int) -> "RenderableType":
        """Draw it with all details for a terminal of `width` columns."""


class _Forms(NamedTuple):
    as_json: Callable[..., object]
    as_lines: Callable[..., Iterable[str]]
    as_drawing: "Callable[..., RenderableType]"


def in_full(view: DetailedView[Result]) -> View[Result]:
    """Return a view that draws all details."""
    return _Forms(view.as_json, view.as_lines, view.in_full)
