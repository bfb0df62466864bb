"""What a view draws, as text."""

import io
import re
from typing import Any, NamedTuple, TypeVar

from rich.console import Console

from watchlist.rendering.view import View

Result = TypeVar("Result")


def draw(view: View[Result], result: Result, width: int, *, colour: bool = False) -> str:
    """Draw as the program does on a terminal of `width` columns; no line ends in spaces."""
    console = Console(
        file=(out := io.StringIO()),
        width=width,
        force_terminal=True,
        no_color=not colour,
        color_system="standard" if colour else None,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(view.as_drawing(result, width=width), crop=False)
    without_link_ids = re.sub(r"]8;id=[^;]*;", "]8;;", out.getvalue())
    return "".join(f"{line.rstrip()}\n" for line in without_link_ids.splitlines())


class _Detailed(NamedTuple):
    as_json: Any
    as_lines: Any
    as_drawing: Any


def in_full(view: Any) -> View[Any]:
    """Return a view that draws all details."""
    return _Detailed(view.as_json, view.as_lines, view.in_full)
