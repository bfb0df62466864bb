"""Reading TOML: a parse with limits, and an outline with the line of each value."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile
from watchlist.storage.files import LARGEST_FILE
from watchlist.storage.toml.plain import LINE, parse, parse_any, read_plain

Table = Mapping[str, Any]
"""A table as it was parsed. `Any`: its values are not checked yet."""

At = tuple[str | int, ...]
"""The place of a value in a document: `("films", 3, "claims", 0, "date")`."""

_MOST_DOTS = 100
_DEEPEST = 100
_LONGEST_NUMBER = 4000


class Document(NamedTuple):
    """A parsed file: its text, and its tables."""

    path: Path
    text: str
    tables: Table

    def fault(self, at: At, message: str, *, kept: str = "", hint: str = "") -> InvalidFile:
        """Return the error for a faulty value."""
        line, column = self.place(at)
        return InvalidFile(f"{self.path}:{line}:{column}: {message}", kept=kept, hint=hint, line=line, column=column)

    def faults(self, problems: Sequence[tuple[At, str]]) -> tuple[str, ...]:
        """Return a message for each of some problems, with its place; the text is read only once."""
        places = self.places() if problems else None
        return tuple("{}:{}:{}: {}".format(self.path, *places(at), message) for at, message in problems if places)

    def place(self, at: At) -> tuple[int, int]:
        """Return line and column of a value, or of the innermost value around it that has a line."""
        return self.places()(at)

    def places(self) -> Callable[[At], tuple[int, int]]:
        """Return a function like `place` that reads the text only once."""
        places = {one.at: (one.line, one.value - one.start + 1) for one in outline(self.text)}

        def place(at: At) -> tuple[int, int]:
            while at and at not in places:
                at = at[:-1]
            return places.get(at, (1, 1))

        return place


def read_document(path: Path, data: bytes, *, limit: int | None = LARGEST_FILE) -> Document:
    """Parse the bytes of a file; raise `InvalidFile` with file:line:column if it is not valid TOML 1.0.

    A byte order mark is accepted, as TOML allows. Files over `limit` bytes are refused without parsing,
    and so is what takes the parser too long: keys of a hundred parts, deep nesting, endless numbers.
    """
    if limit is not None and len(data) > limit:
        raise InvalidFile(f"{path}: larger than {limit // 1024 // 1024} MiB", kept=NOTHING_CHANGED)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        byte = data[error.start]
        raise InvalidFile(
            f"{path}:{line}:{column}: byte 0x{byte:02x} is not UTF-8",
            kept=NOTHING_CHANGED,
            hint="Save the file as UTF-8.",
            line=line,
            column=column,
        ) from None
    body = text.removeprefix("\ufeff")
    plain = read_plain(body)
    if plain is not None:
        return Document(path, text, plain)
    refuse_bombs(path, body)
    try:
        return Document(path, text, parse_any(body))
    except (ValueError, RecursionError, MemoryError) as error:
        if place := re.search(_PLACE, str(error)):
            raise _syntax_error(path, body, str(error), place) from None
        raise InvalidFile(f"{path}: a value is nested too deeply or too long", kept=NOTHING_CHANGED) from None


_PLACE = r" \(at (?:line (\d+), column (\d+)|end of document)\)$"
_KEY_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_STRING_OR_COMMENT = (
    r'(?s:#[^\n]*|"""(?:\\.|[^\\])*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'|[\"'][^\n]*)"
)
"""Applied from the beginning of a text, it finds exactly the strings and comments, up to the first syntax error."""
_PART_OR_REST = rf"""{_KEY_PART}|["'].*"""
_DEEP = rf"(?:[\[{{]\s*){{{_DEEPEST}}}"
_LONG_NUMBER = rf"=\s*[+-]?(?:0[xob])?[0-9a-fA-F_]{{{_LONGEST_NUMBER}}}"


def refuse_bombs(path: Path, text: str) -> None:
    """Raise `InvalidFile` for what would keep the parser busy for too long; inside a string, it is harmless."""
    has_dots = any(line.count(".") >= _MOST_DOTS for line in text.split("\n"))
    is_deep = text.count("[") + text.count("{") >= _DEEPEST and re.search(_DEEP, text)
    is_long = len(text) > _LONGEST_NUMBER and re.search(_LONG_NUMBER, text)
    if not (has_dots or is_deep or is_long):
        return
    if found := _bomb(re.sub(_STRING_OR_COMMENT, _emptied, text)):
        line, message = found
        raise _invalid(path, text, line, 1, message)


def _emptied(match: re.Match[str]) -> str:
    return ("" if match[0].startswith("#") else '""') + "\n" * match[0].count("\n")


def _bomb(text: str) -> tuple[int, str] | None:
    """Return the line of the first thing that looks like a bomb, and a description; None if there is none."""
    for pattern, message in (
        (_DEEP, f"nested more than {_DEEPEST} levels deep"),
        (_LONG_NUMBER, f"a number of more than {_LONGEST_NUMBER} digits"),
    ):
        match = re.search(pattern, text)
        if match:
            return text.count("\n", 0, match.start()) + 1, message
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") >= _MOST_DOTS and _longest_key(line) > _MOST_DOTS:
            return number, f"a key of more than {_MOST_DOTS} parts"
    return None


def _longest_key(line: str) -> int:
    """Count the parts of the longest dotted key in a line, or what looks like one; in linear time."""
    longest = parts = end = 0
    for match in re.finditer(_PART_OR_REST, line):
        parts = parts + 1 if line[end : match.start()].strip(" \t") == "." else 1
        longest, end = max(longest, parts), match.end()
    return longest


def _syntax_error(path: Path, text: str, message: str, place: re.Match[str]) -> InvalidFile:
    fact = message[: place.start()]
    if place[1]:
        line, column = int(place[1]), int(place[2])
    else:
        line, column = text.rstrip("\n").count("\n") + 1, 1
    if fact.startswith("Cannot"):
        for statement in _repeated(text):
            line, column, fact = statement.line, 1, "this is defined twice"
    if _line(text, line).startswith(("<<<<<<<", "=======", ">>>>>>>")):
        fact = "an unfinished merge"
    return _invalid(path, text, line, column, f"{fact[:1].lower()}{fact[1:]}")


def _invalid(path: Path, text: str, line: int, column: int, fact: str) -> InvalidFile:
    shown = _line(text, line).strip()
    quoted = f': "{shown[:_SHOWN]}{"..." if len(shown) > _SHOWN else ""}"' if shown else ""
    return InvalidFile(
        f"{path}:{line}:{column}: {fact}{quoted}",
        kept=NOTHING_CHANGED,
        hint="Correct that line.",
        line=line,
        column=column,
    )


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if number <= len(lines) else ""


_SHOWN = 60
"""How many characters of a faulty line are quoted."""


class Statement(NamedTuple):
    """One header or `key = value` of a document. All fields but `line` are offsets into its text.

    `start` is the start of its first line, `value` that of the value (or of the header itself),
    `end` the end of the value, `stop` the start of the next line.
    """

    at: At
    is_header: bool
    line: int
    start: int
    value: int
    end: int
    stop: int


_BLANKS = r"[ \t]*"
_KEY = rf"[ \t]*{_KEY_PART}(?:[ \t]*\.[ \t]*{_KEY_PART})*[ \t]*"
_TOKEN = (
    r'(?s:"""(?:\\.|[^\\])*?"{3,5}' + r"|'''.*?'{3,5}" + r'|"(?:\\.|[^"\\\n])*"' + r"|'[^'\n]*'"
    r"|#[^\n]*|[\[{]|[\]}]|\n|[^\"'#\[\]{}\n]+)"
)


def outline(text: str) -> Iterator[Statement]:
    """List the headers and key-value pairs of a valid document, in order."""
    table: At = ()
    counts: dict[At, int] = {}
    position, line = (1 if text.startswith("\ufeff") else 0), 1
    while position < len(text):
        found = _plain_line(text, position) or _any_line(text, position)
        if found is None:
            return
        parts, brackets, value, end, stop = found
        if brackets:
            table = _table_at(parts, counts, is_array=brackets == len("[["))
            yield Statement(table, True, line, position, value, end, stop)
        elif parts:
            yield Statement((*table, *parts), False, line, position, value, end, stop)
        line += text.count("\n", position, stop)
        position = stop


_Line = tuple[tuple[str, ...], int, int, int, int]
"""A header or a pair: the parts of its name, the number of opening brackets, and `value`, `end` and `stop`.

A blank line or a comment has no name.
"""


def _plain_line(text: str, start: int) -> _Line | None:
    """Read a line that is written as this program writes it, which is quick; None for any other line."""
    found = re.compile(LINE, re.ASCII).match(text, start)
    if found is None:
        return None
    header, inner, key, value = found.groups()
    if header:
        return (header, inner) if inner else (header,), 2, start, found.end() - 1, found.end()
    if not key:
        return (), 0, start, start, found.end()
    return None if value[0] in "[{" else ((key,), 0, *found.span(4), found.end())


def _any_line(text: str, start: int) -> _Line | None:
    """Read a line, and those that its value goes on in; None if it is not valid."""
    blanks, keys = re.compile(_BLANKS), re.compile(_KEY)
    first = blanks.match(text, start)
    position = first.end() if first else start
    if text.startswith(("\n", "\r\n", "#"), position) or position >= len(text):
        return (), 0, start, start, _next_line(text, position)
    brackets = 2 if text.startswith("[[", position) else 1 if text[position] == "[" else 0
    key = keys.match(text, position + brackets)
    if key is None:
        return None
    if brackets:
        end = key.end() + brackets
        return _parts(key[0]), brackets, position, end, _next_line(text, end)
    if not text.startswith("=", key.end()):
        return None
    value = blanks.match(text, key.end() + 1)
    begins = value.end() if value else key.end() + 1
    return _parts(key[0]), 0, begins, *_value_end(text, begins)


def _next_line(text: str, position: int) -> int:
    newline = text.find("\n", position)
    return len(text) if newline < 0 else newline + 1


def _parts(key: str) -> tuple[str, ...]:
    return tuple(parse(f"k = {part}\n")["k"] if part[0] in "\"'" else part for part in re.findall(_KEY_PART, key))


def _table_at(parts: tuple[str, ...], counts: dict[At, int], *, is_array: bool) -> At:
    """Turn a header's name into a place, by counting the elements of arrays of tables."""
    at: At = ()
    for depth, part in enumerate(parts, 1):
        at = (*at, part)
        if depth == len(parts) and is_array:
            counts[at] = counts.get(at, -1) + 1
        if at in counts:
            at = (*at, counts[at])
    return at


def _value_end(text: str, position: int) -> tuple[int, int]:
    """Return the end of a value, and the end of the line on which it ends."""
    depth, end = 0, position
    for token in re.compile(_TOKEN).finditer(text, position):
        first = token[0][0]
        if first == "\n" and depth == 0:
            return end, token.end()
        depth += (first in "[{") - (first in "]}")
        if first not in "#\n" and token[0].strip():
            end = token.start() + len(token[0].rstrip())
    return end, len(text)


def _repeated(text: str) -> Iterator[Statement]:
    """Find the first key or table that is defined twice, in the part of a document before any syntax error."""
    seen: set[At] = set()
    with suppress(ValueError):
        for statement in outline(text):
            if statement.at in seen:
                yield statement
                return
            seen.add(statement.at)
