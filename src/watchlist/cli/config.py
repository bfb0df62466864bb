"""The commands for the settings."""

import sys
from typing import Annotated

import typer

from watchlist.cli.completion import setting_names
from watchlist.cli.options import Json
from watchlist.cli.session import Session
from watchlist.rendering.console import say

config = typer.Typer(invoke_without_command=True, rich_markup_mode="rich")
"""See your settings: regions, channels, services, and how things are worded."""

Name = Annotated[str, typer.Argument(metavar="NAME", help="As in: watchlist config.", autocompletion=setting_names)]

_KEY = "tmdb-key"
"""Not a setting: it has a file of its own, and is never shown."""


def _asked_key() -> str:
    """Read a key without showing it; from a pipe where nobody types."""
    return str(typer.prompt("Your key for TMDB", hide_input=sys.stdin.isatty(), err=True))


@config.callback()
def show(ctx: typer.Context, as_json: Json = False) -> None:
    """Show each setting with its value, where that comes from, and what it may be."""
    if ctx.invoked_subcommand is None:
        from watchlist.domain.settings import configuration
        from watchlist.rendering.views import config as view

        session = Session(ctx, as_json=as_json)
        session.show(configuration(session.settings, session.stated.names, str(session.paths.config)), view)


@config.command("set")
def set_(
    ctx: typer.Context,
    name: Name,
    value: Annotated[
        list[str] | None, typer.Argument(metavar="[VALUE...]", help="One, or several where there may be.")
    ] = None,
) -> None:
    """Set a setting; `tmdb-key` is asked for, so that it stays out of your shell's history."""
    from watchlist.domain.settings import setting, value_words
    from watchlist.storage.settings_file import write_setting
    from watchlist.storage.tmdb_key import parse_tmdb_key, write_tmdb_key

    session = Session(ctx, styled=False)
    if name == _KEY:
        write_tmdb_key(session.paths.tmdb_key, parse_tmdb_key(" ".join(value or ()) or _asked_key()))
        say(f"{name}: set, in a file that only you can read")
        return
    words = tuple(part for one in value or () for part in one.split(",") if part.strip())
    new = setting(name).read(words)
    write_setting(session.paths, name, new, what=f"config set {name}", now=session.now)
    say(f"{name}: {value_words(new)}")


@config.command()
def unset(ctx: typer.Context, name: Name) -> None:
    """Forget a setting: it has its default again."""
    from watchlist.domain.settings import Settings, setting, value_words
    from watchlist.storage.settings_file import write_setting
    from watchlist.storage.tmdb_key import write_tmdb_key

    session = Session(ctx, styled=False)
    if name == _KEY:
        write_tmdb_key(session.paths.tmdb_key, None)
        say(f"{name}: not set")
        return
    setting(name)
    write_setting(session.paths, name, None, what=f"config unset {name}", now=session.now)
    say(f"{name}: {value_words(getattr(Settings(), name)) or 'not set'}")
