"""Show the settings, or change them."""

from typing import Annotated

import typer

from watchlist.cli.aliases import alias_words
from watchlist.cli.ask import ask_secret
from watchlist.cli.command import reads_settings, repairs
from watchlist.cli.completion import Offered
from watchlist.cli.session import Session
from watchlist.domain.errors import InvalidFile, UsageMistake
from watchlist.domain.settings import Settings, configuration, parse_alias, setting, value_words
from watchlist.rendering.views import config as view
from watchlist.storage.settings_writer import write_setting
from watchlist.storage.web.tmdb_key import parse_tmdb_key, write_tmdb_key

command = typer.Typer(invoke_without_command=True, rich_markup_mode="rich")
"""Show your settings, or change them."""

Name = Annotated[str, typer.Argument(metavar="NAME", help="As listed by watchlist config."), Offered.SETTINGS]


_KEY = "tmdb-key"
"""Not a setting: the key has a file of its own, and is never shown."""
_NOT_SET = "not set"

_ALIASES = "aliases."
"""The name of an alias follows this."""


@command.callback()
@reads_settings
def show(session: Session) -> None:
    """Show each setting with its value, where that comes from, and which values it accepts."""
    if session.is_last_command:
        session.show(configuration(session.settings, session.stated.names, str(session.paths.config)), view)


@command.command("set")
@repairs
def set_(
    session: Session,
    name: Name,
    value: Annotated[
        list[str] | None,
        typer.Argument(metavar="[VALUE...]", help="One value, or several if the setting takes them."),
        Offered.SETTING_VALUES,
    ] = None,
) -> None:
    """Change a setting. `tmdb-key` asks for the key, which keeps it out of your shell's history."""
    if name == _KEY:
        write_tmdb_key(session.paths.tmdb_key, parse_tmdb_key(" ".join(value or ()) or ask_secret("Your TMDB key")))
        _report(session, name, "set, in a file that only you can read")
        return
    if name.startswith(_ALIASES):
        _set_alias(session, name, " ".join(value or ()))
        return
    _refuse_all_aliases(name, "watchlist config set aliases.soon upcoming")
    words = tuple(part for one in value or () for part in one.split(",") if part.strip())
    new = setting(name).read(words)
    what = f"config set {name} {_value(session, name)} -> {value_words(new)}"
    write_setting(session.paths, name, new, what=what, now=session.now)
    _report(session, name, value_words(new))


def _refuse_all_aliases(name: str, example: str) -> None:
    if name == _ALIASES.rstrip("."):
        raise UsageMistake("set or unset each alias by its own name", hint=f"For example: {example}")


def _set_alias(session: Session, name: str, line: str) -> None:
    alias = parse_alias(f"{name.removeprefix(_ALIASES)} = {line}")
    alias_words(alias)
    what = f"config set {name} {alias.line}"
    write_setting(session.paths, f"{_ALIASES}{alias.name}", alias.line, what=what, now=session.now)
    _report(session, alias.name, alias.line)


@command.command("unset")
@repairs
def unset(session: Session, name: Name) -> None:
    """Reset a setting to its default."""
    if name == _KEY:
        write_tmdb_key(session.paths.tmdb_key, None)
        _report(session, name, _NOT_SET)
        return
    _refuse_all_aliases(name, "watchlist config unset aliases.soon")
    setting("aliases" if name.startswith(_ALIASES) else name)
    default = value_words(getattr(Settings(), name, None)) or _NOT_SET
    what = f"config unset {name} {_value(session, name)} -> {default}"
    write_setting(session.paths, name, None, what=what, now=session.now)
    _report(session, name, default)


def _value(session: Session, name: str) -> str:
    """Word the current value of a setting; "not set" if the settings are broken."""
    try:
        return value_words(getattr(session.settings, name, None)) or _NOT_SET
    except InvalidFile:
        return _NOT_SET


def _report(session: Session, name: str, value: str) -> None:
    session.report([f"{name}: {value}"], lambda: {"name": name, "value": value})
