"""Questions on the terminal: asked on stderr, so that the answer of a command stays clean on stdout."""

import sys

import typer

from watchlist.rendering.safe_text import visible


def confirm(question: str) -> bool:
    """Ask for yes or no; Enter means yes."""
    return typer.confirm(visible(question), default=True, err=True)


def ask_secret(question: str) -> str:
    """Ask for a text that is not shown while it is typed; read it from a pipe where nobody types."""
    return str(typer.prompt(visible(question), hide_input=sys.stdin.isatty(), err=True, prompt_suffix=" "))


def ask(question: str) -> str:
    """Ask for a text; Enter alone asks again."""
    return str(typer.prompt(visible(question), err=True, prompt_suffix=" "))
