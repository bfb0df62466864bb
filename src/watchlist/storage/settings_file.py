"""The settings file, `config.toml`: one line per setting or alias; comments and unknown keys are kept."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from watchlist.domain.errors import NOTHING_CHANGED, BadValue, InvalidFile
from watchlist.domain.settings import SETTINGS, Settings
from watchlist.storage import grounds
from watchlist.storage.files import read_bytes
from watchlist.storage.paths import Paths
from watchlist.storage.toml.plain import parse

if TYPE_CHECKING:
    from watchlist.storage.toml.read import Document, Table

Value = str | tuple[str, ...]
"""The value of a setting: one word, or several."""


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
    return FileSettings(make(**values), frozenset(values))


def _document(path: Path, data: bytes) -> "Document":
    """Parse the file so that faults have positions; the parser is only imported if there is a fault."""
    from watchlist.storage.toml.read import read_document

    return read_document(path, data, limit=_LARGEST)


def write_setting(paths: Paths, name: str, value: Value | None, *, what: str, now: datetime) -> None:
    """Write a setting or an alias ("aliases.soon") to the file, or remove it for None; the step can be undone.

    Raises `InvalidFile` if the file is damaged, `DiskFailed` or `Busy`.
    """
    from watchlist.storage.changes.transaction import transaction

    with transaction(paths, now) as files:
        text = files.hold(paths.config).text
        document = _document(paths.config, text.encode(errors="surrogateescape"))
        changed = _with_line(text, tuple(name.split(".")), "" if value is None else _written(value))
        if _parsed(changed) != _without_empty(_with_value(document.tables, name, value)):
            raise InvalidFile(
                f"{paths.config} is laid out in a way that the program cannot change",
                kept=NOTHING_CHANGED,
                hint="Write the line yourself.",
            )
        files.put(paths.config, changed, whole=True)
        files.commit(what)


def _with_line(text: str, at: tuple[str, ...], value: str) -> str:
    """Return the text of a settings file with a new value for the key `at`; an empty `value` removes the line.

    A new key goes into its table if there is one, else above the first table.
    """
    from watchlist.storage.toml.read import outline

    statements = list(outline(text))
    old = next((one for one in statements if one.at == at and not one.is_header), None)
    if old is not None:
        return text[: old.value] + value + text[old.end :] if value else text[: old.start] + text[old.stop :]
    if not value:
        return text
    own = next((one.stop for one in statements if one.at == at[:-1] and one.is_header), None) if at[1:] else None
    first = next((one.start for one in statements if one.is_header), len(text))
    place, key = (first, at) if own is None else (own, at[-1:])
    before = text[:place]
    if before and not before.endswith("\n"):
        before += "\n"
    return f"{before}{'.'.join(map(_key, key))} = {value}\n{text[place:]}"


def _key(name: str) -> str:
    """Write a key, in quotes if it is not ASCII."""
    return name if name.isascii() else _written(name)


def _parsed(text: str) -> "Table | None":
    """Parse a changed file; None if it is no longer valid TOML."""
    try:
        return _without_empty(parse(text.removeprefix("\ufeff")))
    except ValueError:
        return None


def _with_value(tables: "Table", name: str, value: Value | None) -> "Table":
    """Return the tables of a file with one setting or alias changed."""
    first, _, rest = name.partition(".")
    others = {key: one for key, one in tables.items() if key != first}
    if rest:
        inner = tables.get(first, {})
        return {**others, first: _with_value(inner if isinstance(inner, dict) else {}, rest, value)}
    return others if value is None else {**others, first: _plain(value)}


def _without_empty(tables: "Table") -> "Table":
    """Drop empty tables, which make no difference."""
    return {key: one for key, one in tables.items() if one != {}}


def _words(value: object) -> tuple[str, ...]:
    words = value if isinstance(value, list) else [value]
    if isinstance(value, dict):
        words = [f"{name} = {line}" if isinstance(line, str) else line for name, line in value.items()]
    texts = tuple(word for word in words if isinstance(word, str))
    if len(texts) != len(words):
        raise BadValue("must be text in quotes, or a list of texts")
    return texts


def _plain(value: Value) -> str | list[str]:
    return [str(one) for one in value] if isinstance(value, tuple) else str(value)


def _written(value: Value) -> str:
    from watchlist.storage.toml.edit import write_value

    return write_value(_plain(value))
