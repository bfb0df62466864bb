"""Aliases: the user's own names for command lines, from their settings."""

import shlex
from typing import TYPE_CHECKING

from watchlist.cli.table import check_alias
from watchlist.domain.errors import BadValue
from watchlist.storage import grounds
from watchlist.storage.paths import Paths

if TYPE_CHECKING:  # each module slows down completion
    from watchlist.domain.settings import Alias


def expanded(paths: Paths, arguments: list[str]) -> list[str] | None:
    """Replace an alias at the front of a command line with what it stands for; None if there is no such alias.

    Raises `BadValue` for an invalid alias, and `InvalidFile` for damaged settings.
    """
    name, *rest = arguments
    alias = next((one for one in aliases(paths) if one.name == name), None)
    return [*alias_words(alias), *rest] if alias else None


def aliases(paths: Paths) -> tuple["Alias", ...]:
    """Read the user's aliases; raise `InvalidFile` for damaged settings."""
    if not grounds.exists(paths.config):
        return ()
    from watchlist.storage.settings_file import read_settings  # TOML costs start-up time

    return read_settings(paths.config).settings.aliases


def alias_words(alias: "Alias") -> list[str]:
    """Split the command line of an alias as a shell does; raise `BadValue` for an invalid alias."""
    try:
        words = shlex.split(alias.line)
    except ValueError:
        raise BadValue(f'the alias "{alias.name}" has an unclosed quote: {alias.line}') from None
    check_alias(alias.name, words)
    return words
