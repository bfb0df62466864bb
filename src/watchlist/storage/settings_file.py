"""Reading the settings file, `config.toml`: one line per setting or alias; unknown keys are ignored."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from watchlist.domain.errors import BadValue
from watchlist.domain.settings import SETTINGS, Settings
from watchlist.storage import grounds
from watchlist.storage.files import read_bytes
from watchlist.storage.toml.plain import parse

if TYPE_CHECKING:
    from watchlist.storage.toml.read import Document, Table

_LARGEST = 1024 * 1024
"""Bytes; all settings together take a few hundred."""


class FileSettings(NamedTuple):
    """The settings, and the names of those that are set in the file."""

    settings: Settings
    names: frozenset[str]


def read_settings(path: Path) -> FileSettings:
    """Read the settings; without a file, all have their defaults.

    Raises `InvalidFile` with file:line for invalid TOML or values. Unknown keys are ignored.
    """
    if not grounds.exists(path):
        return FileSettings(Settings(), frozenset())
    data = read_bytes(path, limit=_LARGEST) or b""
    try:
        tables: Table = parse(data.decode())
    except (ValueError, RecursionError):
        tables = settings_document(path, data).tables
    values: dict[str, object] = {}
    for name, value in tables.items():
        if name in SETTINGS:
            try:
                values[name] = SETTINGS[name].read(_words(value))
            except BadValue as error:
                hint = f"Correct that line, or: watchlist config unset {name}"
                raise settings_document(path, data).fault((name,), f"{name}: {error}", hint=hint) from None
    make: Callable[..., Settings] = Settings
    return FileSettings(make(**values), frozenset(values))


def settings_document(path: Path, data: bytes) -> "Document":
    """Parse the file so that faults have positions; the parser is only imported if there is a fault.

    Raises `InvalidFile` with file:line for invalid TOML.
    """
    from watchlist.storage.toml.read import read_document

    return read_document(path, data, limit=_LARGEST)


def _words(value: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    if isinstance(value, dict):
        words = [f"{name} = {line}" if isinstance(line, str) else line for name, line in value.items()]
    texts = tuple(word for word in words if isinstance(word, str))
    if len(texts) != len(words):
        raise BadValue("must be text in quotes, or a list of texts")
    return texts
