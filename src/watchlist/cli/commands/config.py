"""See the settings, and change them."""

from typing import Annotated

import typer

from watchlist.cli.command import reads_settings, repairs
from watchlist.cli.completion import setting_names
from watchlist.cli.session import Session
from watchlist.domain.settings import Settings, configuration, setting, value_words
from watchlist.rendering.console import report
from watchlist.rendering.views import config as view
from watchlist.storage.settings_file import write_setting

command = typer.Typer(invoke_without_command=True, rich_markup_mode="rich")
"""See your settings: regions, channels, services, and how things are worded."""

Name = Annotated[str, typer.Argument(metavar="NAME", help="As in: watchlist config.", autocompletion=setting_names)]


@command.callback()
@reads_settings
def show(session: Session) -> None:
    """Show each setting with its value, where that comes from, and what it may be."""
    if session.is_last_command:
        session.show(configuration(session.settings, session.stated.names, str(session.paths.config)), view)


@command.command("set")
@repairs
def set_(
    session: Session,
    name: Name,
    value: Annotated[list[str], typer.Argument(metavar="VALUE...", help="One, or several where there may be.")],
) -> None:
    """Set a setting."""
    words = tuple(part for one in value for part in one.split(",") if part.strip())
    new = setting(name).read(words)
    write_setting(session.paths, name, new, what=f"config set {name}", now=session.now)
    report(f"{name}: {value_words(new)}")


@command.command("unset")
@repairs
def unset(session: Session, name: Name) -> None:
    """Reset a setting to its default."""
    setting(name)
    write_setting(session.paths, name, None, what=f"config unset {name}", now=session.now)
    report(f"{name}: {value_words(getattr(Settings(), name)) or 'not set'}")
