"""Questions on the terminal: asked on stderr, so that the answer of a command stays clean on stdout."""

import typer

from watchlist.rendering.safe_text import visible


def confirm(question: str) -> bool:
    """Ask for yes or no; Enter means yes."""
    return typer.confirm(visible(question), default=True, err=True)


def ask(question: str) -> str:
    """Ask for a text; Enter alone asks again."""
    return str(typer.prompt(visible(question), err=True, prompt_suffix=" "))
