"""The commands for the settings."""

from typing import Annotated

import typer

from watchlist.cli.completion import setting_names
from watchlist.cli.options import Json
from watchlist.cli.session import Session
from watchlist.rendering.console import say

config = typer.Typer(invoke_without_command=True, rich_markup_mode="rich")
"""See your settings: regions, channels, services, and how things are worded."""

Name = Annotated[str, typer.Argument(metavar="NAME", help="As in: watchlist config.", autocompletion=setting_names)]


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
    value: Annotated[list[str], typer.Argument(metavar="VALUE...", help="One, or several where there may be.")],
) -> None:
    """Set a setting."""
    from watchlist.domain.settings import setting, value_words
    from watchlist.storage.settings_file import write_setting

    session = Session(ctx, styled=False)
    words = tuple(part for one in value for part in one.split(",") if part.strip())
    new = setting(name).read(words)
    write_setting(session.paths, name, new, what=f"config set {name}", now=session.now)
    say(f"{name}: {value_words(new)}")


@config.command()
def unset(ctx: typer.Context, name: Name) -> None:
    """Forget a setting: it has its default again."""
    from watchlist.domain.settings import Settings, setting, value_words
    from watchlist.storage.settings_file import write_setting

    session = Session(ctx, styled=False)
    setting(name)
    write_setting(session.paths, name, None, what=f"config unset {name}", now=session.now)
    say(f"{name}: {value_words(getattr(Settings(), name)) or 'not set'}")
