"""The program's help on one screen: one line per everyday command, the others by name."""

import os
from collections.abc import Iterator
from textwrap import wrap

import typer

from watchlist.cli.table import COMMANDS, DAILY, MARKED
from watchlist.rendering.console import has_colour
from watchlist.rendering.fields import fields_words
from watchlist.rendering.marks import legend_with_colours

_WIDTH = 79
_INDENT = 2


def help_page(about: str) -> str:
    """Return the help: at most 23 lines of 80 columns, so that it fits on a terminal below its command line."""
    return "\n".join(_lines(about))


def _lines(about: str) -> Iterator[str]:
    yield from ("Usage: watchlist [OPTIONS] [COMMAND] [ARGS]...", "")
    yield from wrap(f"{about} On its own, it shows what is next, what came out, and what moved.", _WIDTH)
    yield ""
    column = max(map(len, (usage for usage, _ in DAILY.values()))) + 2
    for usage, words in DAILY.values():
        yield f"{' ' * _INDENT}{_strong(usage)}{' ' * (column - len(usage))}{words}"
    yield ""
    groups: dict[str, list[str]] = {}
    for name, command in COMMANDS.items():
        if name not in DAILY:
            groups.setdefault(command.panel, []).append(name)
    column = max(map(len, groups)) + 2
    for panel, names in groups.items():
        first, *rest = wrap(" ".join(names), _WIDTH - _INDENT - column)
        yield f"{' ' * _INDENT}{panel:{column}}{_strong(first)}"
        yield from (f"{' ' * (_INDENT + column)}{_strong(line)}" for line in rest)
    yield from ("", "Options: --json, --as-of DATE, --iso, --file FILE, --no-input, --version", "")
    yield "More about one command: watchlist COMMAND --help; all: watchlist --help --all"


def _strong(text: str) -> str:
    return typer.style(text, bold=True) if has_colour(os.environ) else text


def examples(name: str) -> str:
    """Return the end of a command's help: examples, the fields of its plain lines, and the meaning of the marks."""
    lines = (example.replace("[", "\\[") for example in COMMANDS[name].examples)  # a bracket is not markup
    legend = [legend_with_colours()] if name in MARKED else []
    fields = fields_words(name)
    piped = ["[dim]In a pipe, separated by tabs:[/dim]", *fields] if fields else []
    return "\n\n".join(("[dim]For example:[/dim]", *lines, *piped, *legend))
