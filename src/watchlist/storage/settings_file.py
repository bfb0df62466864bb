"""The settings file, `config.toml`: one line per setting; comments and unknown keys are kept."""

import tomllib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from watchlist.domain.errors import NOTHING_CHANGED, BadValue, InvalidFile
from watchlist.domain.settings import SETTINGS, Settings
from watchlist.storage import grounds
from watchlist.storage.files import read_bytes
from watchlist.storage.paths import Paths

if TYPE_CHECKING:
    from watchlist.storage.toml.read import Document, Table

Value = str | tuple[str, ...]
"""The value of a setting: one word, or several."""


_LARGEST = 1024 * 1024
"""Bytes; all settings together take a few hundred."""


class Stated(NamedTuple):
    """The settings, and the names of those that the file sets."""

    settings: Settings
    names: frozenset[str]


def read_settings(path: Path) -> Stated:
    """Read the settings; without a file all have their defaults.

    Raises `InvalidFile` with file:line for what TOML or a setting refuses. Keys that this
    version does not know are ignored.
    """
    if not grounds.exists(path):
        return Stated(Settings(), frozenset())
    data = read_bytes(path, limit=_LARGEST) or b""
    try:
        tables: Table = tomllib.loads(data.decode())
    except (ValueError, RecursionError):
        tables = _document(path, data).tables
    values: dict[str, object] = {}
    for name, value in tables.items():
        if name in SETTINGS:
            try:
                values[name] = SETTINGS[name].read(_words(value))
            except BadValue as error:
                hint = f"Correct that line, or: watchlist config unset {name}"
                raise _document(path, data).fault((name,), f"{name}: {error}", hint=hint) from None
    make: Callable[..., Settings] = Settings
    return Stated(make(**values), frozenset(values))


def _document(path: Path, data: bytes) -> "Document":
    """Parse the file with places for faults, in a module that is imported only if there is a fault."""
    from watchlist.storage.toml.read import read_document

    return read_document(path, data, limit=_LARGEST)


def write_setting(paths: Paths, name: str, value: Value | None, *, what: str, now: datetime) -> None:
    """Set a setting in the file, or remove it for None; this can be undone.

    Raises `InvalidFile` if the file is damaged, `DiskFailed`, `Busy`.
    """
    from watchlist.storage.changes.transaction import transaction

    with transaction(paths, now) as files:
        text = files.hold(paths.config).text
        document = _document(paths.config, text.encode(errors="surrogateescape"))
        changed = _with_line(text, name, "" if value is None else f"{name} = {_written(value)}\n")
        wanted = {key: one for key, one in document.tables.items() if key != name}
        if value is not None:
            wanted[name] = _plain(value)
        if tomllib.loads(changed.removeprefix("\ufeff")) != wanted:
            raise InvalidFile(
                f"{paths.config} is laid out in a way that the program cannot change",
                kept=NOTHING_CHANGED,
                hint="Write the line yourself.",
            )
        files.put(paths.config, changed, whole=True)
        files.commit(what)


def _with_line(text: str, name: str, line: str) -> str:
    """Return the text of a settings file with this line for a setting: where it was, or before the first table."""
    from watchlist.storage.toml.read import outline

    statements = list(outline(text))
    old = next((one for one in statements if one.at == (name,) and not one.is_header), None)
    if old is not None:
        return text[: old.start] + line + text[old.stop :]
    table = next((one.start for one in statements if one.is_header), len(text))
    before = text[:table]
    if before and not before.endswith("\n"):
        before += "\n"
    return before + line + text[table:]


def _words(value: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    texts = tuple(word for word in words if isinstance(word, str))
    if len(texts) != len(words):
        raise BadValue("must be text in quotes, or a list of such")
    return texts


def _plain(value: Value) -> str | list[str]:
    return [str(one) for one in value] if isinstance(value, tuple) else str(value)


def _written(value: Value) -> str:
    from watchlist.storage.toml.edit import write_value

    return write_value(_plain(value))
