"""The settings file, `config.toml`: a line a setting; comments and other keys stay as they are."""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from watchlist.domain.errors import NOTHING_CHANGED, BadValue, InvalidFile
from watchlist.domain.settings import SETTINGS, Settings
from watchlist.storage.files import read_bytes
from watchlist.storage.paths import Paths

if TYPE_CHECKING:
    from watchlist.storage.toml.read import Document


class Stated(NamedTuple):
    """The settings, and the names of those that the file sets."""

    settings: Settings
    names: frozenset[str]


def read_settings(path: Path) -> Stated:
    """Read the settings; all have their defaults where there is no file.

    Raises `InvalidFile` with file:line for what TOML or a setting refuses. Keys that are no
    settings of this version are left alone.
    """
    if not path.exists():
        return Stated(Settings(), frozenset())
    data = read_bytes(path) or b""
    try:
        tables: Mapping[str, Any] = tomllib.loads(data.decode())
    except (ValueError, RecursionError):
        tables = _document(path, data).tables
    values: dict[str, Any] = {}
    for name, value in tables.items():
        if name in SETTINGS:
            try:
                values[name] = SETTINGS[name].read(_words(value))
            except BadValue as error:
                hint = f"Correct that line, or: watchlist config unset {name}"
                raise _document(path, data).fault((name,), f"{name}: {error}", hint=hint) from None
    return Stated(Settings(**values), frozenset(values))


def _document(path: Path, data: bytes) -> "Document":
    """Read the file with what says where a fault is: it is not imported for a file without one."""
    from watchlist.storage.toml.read import read_document

    return read_document(path, data)


def write_setting(paths: Paths, name: str, value: Any, *, what: str, now: datetime) -> None:
    """Set a setting in the file, or take it out for None; the step can be undone.

    Raises `InvalidFile` where the file is damaged, `DiskFailed`, `Busy`.
    """
    from watchlist.storage.changes.transaction import transaction
    from watchlist.storage.toml.read import outline

    with transaction(paths, now) as files:
        text = files.hold(paths.config).text
        document = _document(paths.config, text.encode(errors="surrogateescape"))
        new = "" if value is None else f"{name} = {_written(value)}\n"
        statements = list(outline(text))
        old = next((one for one in statements if one.at == (name,) and not one.is_header), None)
        if old is not None:
            changed = text[: old.start] + new + text[old.stop :]
        else:
            table = next((one.start for one in statements if one.is_header), len(text))
            before = text[:table] if not text[:table] or text[:table].endswith("\n") else f"{text[:table]}\n"
            changed = before + new + text[table:]
        wanted = {**document.tables, name: _plain(value)} if value is not None else dict(document.tables)
        if value is None:
            wanted.pop(name, None)
        if tomllib.loads(changed.removeprefix("\ufeff")) != wanted:
            raise InvalidFile(
                f"{paths.config} is laid out in a way that cannot be changed in place",
                kept=NOTHING_CHANGED,
                hint="Write the line yourself.",
            )
        files.put(paths.config, changed)
        files.commit(what)


def _words(value: Any) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    if not all(isinstance(word, str) for word in words):
        raise BadValue("must be text in quotes, or a list of such")
    return tuple(words)


def _plain(value: Any) -> Any:
    return [str(one) for one in value] if isinstance(value, tuple) else str(value)


def _written(value: Any) -> str:
    from watchlist.storage.toml.edit import write_value

    return write_value(_plain(value))
