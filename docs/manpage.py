"""The man page: `python docs/manpage.py` writes it from the application; `--check` only says whether it is up to date.

The shapes of the commands, which completion needs, are written and checked with it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from shapes import SHAPES, shapes

from watchlist.cli.app import app, build
from watchlist.cli.table import COMMANDS
from watchlist.domain import errors
from watchlist.rendering.fields import FIELDS, fields_words
from watchlist.rendering.marks import Mark

PAGE = Path(__file__).parent / "watchlist.1"
FILES = (
    ("~/.local/share/watchlist/watchlist.toml", "your list"),
    (
        "~/.local/share/watchlist/films.toml",
        "your own films and claims; those of a list in another place are beside it, or where its key own_films says",
    ),
    ("~/.local/share/watchlist/catalogues/", "the film files that catalogue add has added"),
    ("~/.config/watchlist/config.toml", "your settings"),
    ("~/.local/state/watchlist/", "the journal of changes, and backups of your list"),
    ("~/.cache/watchlist/", "indexes and remembered answers; safe to delete at any time"),
)
ENVIRONMENT = (
    ("WATCHLIST_FILE", "your list, if it is not the one in your data directory"),
    (
        "NO_COLOR, CLICOLOR, CLICOLOR_FORCE, FORCE_COLOR",
        "whether to use colour, and whether to draw without a terminal",
    ),
    ("WATCHLIST_CACHE", "off: do not remember answers or repeat them"),
    ("PAGER", "the program that shows output longer than the terminal"),
    ("VISUAL, EDITOR", "the editor that watchlist edit starts"),
    ("BROWSER", "the browser that watchlist open starts"),
    ("XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "where the files are, on Linux"),
)


def page() -> str:
    """Write the page in the man macros of troff."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    root: Any = typer.main.get_command(app)
    yield '.TH WATCHLIST 1 "" "watchlist" "User Commands"'
    yield from (".SH NAME", r"watchlist \- a watchlist for films that knows how sure each release date is")
    yield from (".SH SYNOPSIS", ".B watchlist", r"[\fIOPTIONS\fR] [\fICOMMAND\fR [\fIARGS\fR...]]")
    yield from (".SH DESCRIPTION", _plain(root.help), "Without a command, it shows what is next.")
    yield ".SH OPTIONS"
    yield from _options(root)
    panel = ""
    for name, listed in COMMANDS.items():
        if listed.panel != panel:
            panel = listed.panel
            yield f'.SH "{_plain(panel).upper()}"'
        yield from _command(f"watchlist {name}", build(name))
        yield from (".PP", "For example:", ".PP", ".nf", ".RS")
        yield from map(_plain, listed.examples)
        yield from (".RE", ".fi")
    yield from (".SH MARKS", "These marks say how sure a date is, and which films are on your list.")
    for mark in Mark:
        yield from (".TP", _plain(mark.sign), f"{_plain(mark.meaning)} ({mark.colour})")
    yield from (
        ".SH PLAIN OUTPUT",
        "In a pipe, each line has these fields, separated by tabs. Days are written as on the",
    )
    yield "screen, or as 2024-06-27 with --iso. A field without a value is empty."
    for name in FIELDS:
        yield from (".TP", rf"\fB{_plain(f'watchlist {name}'.strip())}\fR", *_lines_of(name))
    for title, rows in (("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT), ("EXIT STATUS", _codes())):
        yield f'.SH "{title}"'
        for name, meaning in rows:
            yield from (".TP", rf"\fB{_plain(name)}\fR", _plain(meaning))


def _lines_of(name: str) -> Iterator[str]:
    """Word each kind of line, in a paragraph of its own."""
    for number, words in enumerate(fields_words(name)):
        yield from ([".br"] if number else [])
        yield _plain(words)


def _command(path: str, command: Any) -> Iterator[str]:
    arguments = " ".join(one.make_metavar(None) for one in command.params if one.param_type_name == "argument")
    yield rf'.SS "{_plain(f"{path} {arguments}".strip())}"'
    yield _plain(command.help or "")
    for argument in command.params:
        if argument.param_type_name == "argument" and getattr(argument, "help", None):
            yield from (".TP", rf"\fI{_plain(argument.make_metavar(None))}\fR", _plain(argument.help))
    yield from _options(command)
    for name, inner in getattr(command, "commands", {}).items():
        yield from _command(f"{path} {name}", inner)


def _options(command: Any) -> Iterator[str]:
    for option in command.params:
        if option.param_type_name == "option" and not option.hidden:
            names = ", ".join(rf"\fB{_plain(name)}\fR" for name in (*option.opts, *option.secondary_opts))
            value = "" if option.is_flag or option.count else rf" \fI{_plain(option.metavar or _choices(option))}\fR"
            yield from (".TP", f"{names}{value}", _plain(option.help or ""))


def _choices(option: Any) -> str:
    choices = getattr(option.type, "choices", None)
    return "|".join(str(getattr(one, "value", one)) for one in choices) if choices else str(option.type.name)


def _codes() -> list[tuple[str, str]]:
    meanings: dict[int, str] = {0: "done, or there was nothing to do"}
    for error in vars(errors).values():
        is_kind = isinstance(error, type) and issubclass(error, errors.WatchlistError) and "exit_code" in vars(error)
        if is_kind and error is not errors.WatchlistError:
            meanings[error.exit_code] = (error.__doc__ or "").splitlines()[0].rstrip(".")
    return [(str(code), meaning[0].lower() + meaning[1:]) for code, meaning in sorted(meanings.items())]


def _plain(text: str) -> str:
    """Write text so that troff reads it as it is."""
    flat = " ".join(text.split()).replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq").replace("`", "")
    return rf"\&{flat}" if flat.startswith((".", "'")) else flat


def main() -> int:
    """Write the page, or compare it with what is there."""
    written = {PAGE: page(), SHAPES: shapes()}
    if "--check" not in sys.argv[1:]:
        for path, text in written.items():
            path.write_text(text, encoding="utf-8")
        return 0
    stale = [path for path, text in written.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        sys.stderr.write(f"{path.name} is stale: run python docs/manpage.py\n")
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main())
