"""Printing: the only place that writes results to stdout, and messages to stderr."""

import json
import os
import sys
from collections.abc import Mapping
from functools import partial
from typing import IO, TYPE_CHECKING, Any, TypeVar

from watchlist.domain.tastes import Colours
from watchlist.rendering.safe_text import visible
from watchlist.rendering.style import STYLE

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from watchlist.rendering.view import Draw, View

Result = TypeVar("Result")


def show(result: Result, view: "View[Result]", draw: "Draw[Result]", *, as_json: bool) -> bool:
    """Print a result: as JSON if asked for, drawn by `draw` on a terminal, else as plain whole lines.

    Return whether it was simply printed; False if it was shown in the pager.
    """
    if as_json:
        print_json(view.as_json(result))
    elif is_terminal(sys.stdout, os.environ):
        return _draw(result, draw)
    else:
        sys.stdout.writelines(f"{line}\n" for line in view.as_lines(result))
    return True


def print_json(value: object) -> None:
    """Print lists, dicts, text, numbers, booleans and None as JSON, indented.

    A list that is not printed on a terminal has an element per line, which is quick to make and to search.
    """
    write = partial(json.dumps, ensure_ascii=_is_without_unicode(sys.stdout))
    if value and isinstance(value, list) and not sys.stdout.isatty():
        sys.stdout.write("[\n{}\n]\n".format(",\n".join(map(write, value))))
    else:
        sys.stdout.write(write(value, indent=2) + "\n")


def show_part(part: "RenderableType") -> None:
    """Draw a part of a dialogue on stderr, where its questions are."""
    rich_console(stderr=True).print(part)


def write_bytes(data: bytes) -> None:
    """Write the bytes of a file to stdout, unchanged."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(data.decode())
    else:
        sys.stdout.flush()
        stream.write(data)
        stream.flush()


def report(*lines: str) -> None:
    """Print what a command did to stdout, made safe."""
    sys.stdout.writelines(f"{visible(line)}\n" for line in lines)


def message(*lines: str) -> None:
    """Print a message to stderr, made safe."""
    sys.stderr.writelines(f"{visible(line)}\n" for line in lines)


def question(text: str) -> None:
    """Print a question to stderr, made safe; the answer is typed after it."""
    sys.stderr.write(f"{visible(text)} ")
    sys.stderr.flush()


def is_terminal(stream: IO[str], environment: Mapping[str, str]) -> bool:
    """Return whether to draw: on a terminal, or if FORCE_COLOR or CLICOLOR_FORCE is set."""
    return stream.isatty() or any(
        environment.get(name, "") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")
    )


def has_colour(environment: Mapping[str, str]) -> bool:
    """Return whether to use colour; the environment decides first, then the setting, then the kind of terminal."""
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    colours = STYLE.get().colours
    if colours is not Colours.AUTO:
        return colours is Colours.ALWAYS
    return environment.get("CLICOLOR") != "0" and environment.get("TERM") != "dumb"


def rich_console(*, stderr: bool = False, force_terminal: bool | None = None) -> "Console":
    """Return a Rich console that shows text as it is, without markup, and uses colour only if it is wanted."""
    from rich.console import Console

    return Console(
        stderr=stderr,
        force_terminal=force_terminal,
        no_color=not has_colour(os.environ),
        markup=False,
        emoji=False,
        highlight=False,
    )


def _draw(result: Result, draw: "Draw[Result]") -> bool:
    console = rich_console(force_terminal=True)
    with console.capture() as captured:
        console.print(draw(result, width=console.width), crop=False)  # all is as wide as it may be
    text = _with_numbered_links(captured.get())
    if text.count("\n") >= console.height and sys.stdout.isatty() and sys.stdin.isatty() and STYLE.get().pages:
        _page(text)
        return False
    sys.stdout.write(text)
    return True


def _with_numbered_links(text: str) -> str:
    """Replace the random ids of hyperlinks with numbers, so that the same screen is always the same bytes."""
    if _LINK not in text:
        return text
    first, *rest = text.split(_LINK)
    numbers: dict[str, int] = {}
    parts = [piece.partition(";") for piece in rest]
    named = (f"{_LINK}{numbers.setdefault(name, len(numbers) + 1)};{more}" for name, _, more in parts)
    return first + "".join(named)


_LINK = "\x1b]8;id="
"""The beginning of a hyperlink, up to the id that connects its pieces."""


def _page(text: str) -> None:
    """Show text that is longer than the terminal in the user's own pager."""
    from pydoc import pager

    os.environ.setdefault("LESS", "-FRX")
    pager(text)


def _is_without_unicode(stream: Any) -> bool:
    """Return whether the encoding of a stream lacks letters, so that JSON has to escape them."""
    return not (getattr(stream, "encoding", None) or "utf-8").lower().startswith("utf")
