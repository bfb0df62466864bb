"""Changing the settings file: one line per setting or alias; comments and unknown keys are kept."""

from datetime import datetime

from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile
from watchlist.storage.changes.transaction import transaction
from watchlist.storage.paths import Paths
from watchlist.storage.settings_file import settings_document
from watchlist.storage.toml.edit import write_value
from watchlist.storage.toml.plain import parse
from watchlist.storage.toml.read import Table, outline

Value = str | tuple[str, ...]
"""The value of a setting: one word, or several."""


def write_setting(paths: Paths, name: str, value: Value | None, *, what: str, now: datetime) -> None:
    """Write a setting or an alias ("aliases.soon") to the file, or remove it for None; the step can be undone.

    Raises `InvalidFile` if the file is damaged, `DiskFailed` or `Busy`.
    """
    with transaction(paths, now) as files:
        text = files.hold(paths.config).text
        document = settings_document(paths.config, text.encode(errors="surrogateescape"))
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


def _parsed(text: str) -> Table | None:
    """Parse a changed file; None if it is no longer valid TOML."""
    try:
        return _without_empty(parse(text.removeprefix("\ufeff")))
    except ValueError:
        return None


def _with_value(tables: Table, name: str, value: Value | None) -> Table:
    """Return the tables of a file with one setting or alias changed."""
    first, _, rest = name.partition(".")
    others = {key: one for key, one in tables.items() if key != first}
    if rest:
        inner = tables.get(first, {})
        return {**others, first: _with_value(inner if isinstance(inner, dict) else {}, rest, value)}
    return others if value is None else {**others, first: _plain(value)}


def _without_empty(tables: Table) -> Table:
    """Drop empty tables, which make no difference."""
    return {key: one for key, one in tables.items() if one != {}}


def _plain(value: Value) -> str | list[str]:
    return [str(one) for one in value] if isinstance(value, tuple) else str(value)


def _written(value: Value) -> str:
    return write_value(_plain(value))
