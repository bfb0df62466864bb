"""What a view is: a module that gives one kind of result three forms."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from rich.console import RenderableType

Result_contra = TypeVar("Result_contra", contravariant=True)


class View(Protocol[Result_contra]):
    """One room a view: the same result as JSON, as plain lines, and drawn for a terminal."""

    def as_json(self, result: Result_contra, /) -> Any:
        """Give what `--json` prints, of lists, dicts, text, numbers and None."""

    def as_lines(self, result: Result_contra, /) -> Iterable[str]:
        """Give whole lines for a pipe, fields apart by tabs; each is safe to show."""

    def as_drawing(self, result: Result_contra, /, *, width: int) -> "RenderableType":
        """Draw it for a terminal of `width` columns."""


def line(*fields: str) -> str:
    """Join the fields of a plain line; text from outside is made visible here."""
    from watchlist.rendering.safe_text import visible

    return "\t".join(visible(field) for field in fields)
