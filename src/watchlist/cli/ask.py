"""Questions on the terminal: asked on stderr, so that stdout holds only the output of the command."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from watchlist.domain.errors import NOTHING_CHANGED, Interrupted, Refused
from watchlist.rendering.console import message, question
from watchlist.rendering.safe_text import visible
from watchlist.storage import grounds


def confirm(text: str) -> bool:
    """Ask for yes or no; there is no default."""
    while True:
        answer = ask(f"{text} [y/n]").casefold()
        if answer in ("y", "yes", "n", "no"):
            return answer.startswith("y")


def ask_secret(text: str) -> str:
    """Ask for a text that is not shown while it is typed; in a pipe, read it from there.

    Raises `Interrupted` on Ctrl-C, and `Refused` where the input ends.
    """
    if not sys.stdin.isatty():
        return ask(text)
    from getpass import getpass  # only here: no other command needs it

    grounds.is_unique()
    while True:
        with _left():
            answer = getpass(f"{visible(text)} ").strip()
        if answer:
            return answer


def ask(text: str, default: str | None = None) -> str:
    """Ask for a text. Enter alone returns the default; without a default, it asks again.

    The default is shown unless it is empty. Where there is one, a blank answer is an empty text.

    Raises `Interrupted` on Ctrl-C, and `Refused` where the input ends.
    """
    grounds.is_unique()
    while True:
        with _left():
            question(f"{text} [{default}]" if default else text)
            line = sys.stdin.readline()  # `input` flushes stderr first, and drops a Ctrl-C that comes meanwhile
            if not line:
                raise EOFError
        if answer := line.strip():
            return answer
        if default is not None:
            return "" if line.strip("\r\n") else default


def ask_key(text: str, keys: str) -> str:
    """Ask for one of some keys; others are ignored.

    Raises `Interrupted` on Ctrl-C, and `Refused` on Ctrl-D.
    """
    with _left():
        message(text)
    while True:
        with _left():
            key = typer.getchar()[:1].lower()
            if key == "\x03":  # perhaps with more after it, in a paste
                raise KeyboardInterrupt
            if key in ("\x04", ""):
                raise EOFError
        if key and key in keys:
            return key


@contextmanager
def _left() -> Iterator[None]:
    """Turn Ctrl-C and the end of the input into errors that say that nothing was changed."""
    try:
        yield
    except KeyboardInterrupt:
        raise Interrupted("stopped at the question", kept=NOTHING_CHANGED) from None
    except EOFError:
        raise stopped() from None


def stopped() -> Refused:
    """Return the error for a question that was left without an answer."""
    return Refused("stopped at the question", kept=NOTHING_CHANGED)
