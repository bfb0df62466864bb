"""Changing a TOML file in place: the lines of one table change, every other byte stays.

An edit says twice what it does, once on the text and once on the parsed tables. The text
is parsed again and compared with the tables: what cannot be proved is written anew.
"""

import copy
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from watchlist.storage.toml import At, Document, outline


class Edited(NamedTuple):
    """A file's new text; `in_place` is False where it had to be written anew, without its comments."""

    text: str
    in_place: bool


class Edit(Protocol):
    """One change of a file, said on the text and on the tables."""

    def on_text(self, text: str) -> str:
        """Give the text with this change and every other byte as it was."""

    def on_tables(self, tables: dict[str, Any]) -> None:
        """Make the same change in the parsed tables."""


def apply(document: Document, edits: Sequence[Edit]) -> Edited:
    """Make the edits in order; prove that the text says what the tables mean, else write it anew."""
    text, tables = document.text, copy.deepcopy(dict(document.tables))
    for edit in edits:
        edit.on_tables(tables)
    try:
        for edit in edits:
            text = edit.on_text(text)
        if tomllib.loads(text.removeprefix("\ufeff")) == tables:
            return Edited(text, in_place=True)
    except (ValueError, LookupError):
        pass
    import tomli_w

    return Edited(tomli_w.dumps(tables), in_place=False)


@dataclass(frozen=True, slots=True)
class Append:
    """A table at the end of an array at the top: `[[films]]`."""

    header: str
    table: Mapping[str, Any]

    def on_text(self, text: str) -> str:
        """Put it at the end of the file."""
        return _insert(text, len(text), write_table(self.header, self.table))

    def on_tables(self, tables: dict[str, Any]) -> None:
        """Put it at the end of the array."""
        tables.setdefault(self.header, []).append(dict(self.table))


@dataclass(frozen=True, slots=True)
class AppendNested:
    """A table at the end of an array inside the table at `at`: a claim of a film."""

    at: At
    name: str
    table: Mapping[str, Any]

    def on_text(self, text: str) -> str:
        """Put it behind the last line of the outer table."""
        header = ".".join((*(part for part in self.at if isinstance(part, str)), self.name))
        return _insert(text, block_span(text, self.at)[1], write_table(header, self.table))

    def on_tables(self, tables: dict[str, Any]) -> None:
        """Put it at the end of the inner array."""
        _dig(tables, self.at).setdefault(self.name, []).append(dict(self.table))


@dataclass(frozen=True, slots=True)
class SetKeys:
    """New values for keys of the table at `at`; None takes a key away."""

    at: At
    values: Mapping[str, Any]

    def on_text(self, text: str) -> str:
        """Replace each value where it stands; a new key goes behind the table's last one."""
        for key, value in self.values.items():
            text = _set_key(text, self.at, key, value)
        return text

    def on_tables(self, tables: dict[str, Any]) -> None:
        """Set or take away the keys."""
        table = _dig(tables, self.at)
        for key, value in self.values.items():
            if value is None:
                table.pop(key, None)
            else:
                table[key] = value


@dataclass(frozen=True, slots=True)
class Remove:
    """A table of an array at the top goes, with all inside it; comments above it stay."""

    header: str
    number: int

    def on_text(self, text: str) -> str:
        """Take its lines out, and the blank lines behind them."""
        start, stop = block_span(text, (self.header, self.number))
        head, rest = text[:start], text[_after_blank_lines(text, stop) :]
        return head + rest if rest else head.rstrip("\r\n") + (_newline(text) if head.strip() else "")

    def on_tables(self, tables: dict[str, Any]) -> None:
        """Take it out of the array; an empty array is no array in TOML."""
        del tables[self.header][self.number]
        if not tables[self.header]:
            del tables[self.header]


@dataclass(frozen=True, slots=True)
class Insert:
    """A block of text, as it once stood, in front of the table with this number."""

    header: str
    number: int
    block: str

    def on_text(self, text: str) -> str:
        """Put the block back, above the comments of the table that follows."""
        following = next((one for one in outline(text) if one.at == (self.header, self.number)), None)
        return _insert(text, _above_comments(text, following.start) if following else len(text), self.block)

    def on_tables(self, tables: dict[str, Any]) -> None:
        """Put what the block says into the array."""
        tables.setdefault(self.header, []).insert(self.number, tomllib.loads(self.block)[self.header][0])


def block_span(text: str, at: At) -> tuple[int, int]:
    """Give the offsets of a table and all inside it, from its header to its last value's line end."""
    inside = [one for one in outline(text) if one.at[: len(at)] == at]
    if not inside:
        raise LookupError(at)
    return inside[0].start, inside[-1].stop


def write_value(value: Any) -> str:
    """Write a value on one line: tomli-w writes the scalars, lists and tables go inline."""
    import tomli_w

    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {write_value(one)}" for key, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(write_value(one) for one in value)}]"
    return tomli_w.dumps({"k": value}).removeprefix("k = ").removesuffix("\n")


def write_table(header: str, table: Mapping[str, Any]) -> str:
    """Write a table as a block: the header line, a line a key, arrays of tables behind."""
    lines = [f"[[{header}]]"]
    nested: list[str] = []
    for key, value in table.items():
        if isinstance(value, list) and value and isinstance(value[0], Mapping):
            nested += [write_table(f"{header}.{_key(key)}", one) for one in value]
        else:
            lines.append(f"{_key(key)} = {write_value(value)}")
    return "\n".join(lines) + "\n" + "".join("\n" + one for one in nested)


def _dig(tables: Any, at: At) -> Any:
    for part in at:
        tables = tables[part]
    return tables


def _set_key(text: str, at: At, key: str, value: Any) -> str:
    statements = list(outline(text))
    stated = next((one for one in statements if one.at == (*at, key) and not one.is_header), None)
    if stated and value is None:
        return text[: stated.start] + text[stated.stop :]
    if stated:
        return text[: stated.value] + write_value(value) + text[stated.end :]
    if value is None:
        return text
    own = [one for one in statements if one.at == at or (one.at[:-1] == at and not one.is_header)]
    head, tail = text[: own[-1].stop], text[own[-1].stop :]
    line = f"{_key(key)} = {write_value(value)}{_newline(text)}"
    return head + ("" if head.endswith("\n") else _newline(text)) + line + tail


def _above_comments(text: str, position: int) -> int:
    """Give the start of the comment lines that stand directly above a line."""
    while position:
        line_start = text.rfind("\n", 0, position - 1) + 1
        if not text[line_start:position].lstrip().startswith("#"):
            return position
        position = line_start
    return position


def _after_blank_lines(text: str, position: int) -> int:
    blank = _BLANK_LINES.match(text, position)
    return blank.end() if blank else position


_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)*")
_BARE = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else write_value(key)


def _newline(text: str) -> str:
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _insert(text: str, position: int, block: str) -> str:
    """Put a block at a line start, a blank line before it and before what follows."""
    newline = _newline(text)
    head, tail = text[:position], text[position:]
    block = block.replace("\r\n", "\n").replace("\n", newline)
    if head.strip("\ufeff") and not head.endswith("\n"):
        head += newline
    if head.strip("\ufeff \t\r\n") and not head.endswith(newline * 2):
        head += newline
    if tail and not _after_blank_lines(tail, 0):
        block += newline
    return head + block + tail
