"""Changing a TOML file in place: the lines of one table change, every other byte stays.

A file is cut into pieces, one for each table of an array at the top, and only the piece
that an edit is about is touched. The edit says twice what it does, on the text of its
piece and on the tables in it; the new piece is parsed and compared. What cannot be proved
so is written anew, and whoever calls is told.
"""

import copy
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from watchlist.storage.toml.plain import parse
from watchlist.storage.toml.read import Document, Statement, outline


class Piece(NamedTuple):
    """A table of an array at the top, with all that follows it up to the next one."""

    header: str
    number: int
    start: int
    stop: int


class Touched(NamedTuple):
    """What an edit did to one piece: where, and its text before and after."""

    piece: Piece
    before: str
    after: str


class Edited(NamedTuple):
    """A file's new text, and the pieces that changed; None where it had to be written anew, without comments."""

    text: str
    touched: tuple[Touched, ...] | None


class Append(NamedTuple):
    """A table comes at the end of an array at the top: `[[films]]`.

    `in_lines` writes each of its keys on one line, so that `SetKeys` can replace any of them.
    """

    header: str
    table: Mapping[str, Any]
    in_lines: bool = False

    def on_tables(self, tables: dict[str, Any], number: int) -> None:  # noqa: ARG002
        """Put it at the end of the array."""
        tables.setdefault(self.header, []).append(dict(self.table))


class SetKeys(NamedTuple):
    """A table of an array gets new values for keys; None takes a key away.

    A table as a value says only which of its own keys change: the others stay. `order` is that of the keys in a
    table that is written whole; a key that it does not name comes last.
    """

    header: str
    number: int
    values: Mapping[str, Any]
    order: Sequence[str] = ()

    def on_piece(self, piece: str) -> str:
        """Replace each value where it stands; a new key goes behind those that come before it."""
        for key, value in self.values.items():
            before = self.order[: self.order.index(key)] if key in self.order else None
            piece = _set_key(piece, self.header, key, value, before)
        return piece

    def on_tables(self, tables: dict[str, Any], number: int) -> None:
        """Set or take away the keys."""
        table = tables[self.header][number]
        for key, value in self.values.items():
            merged = _merged(table.get(key), value)
            if merged is None:
                table.pop(key, None)
            else:
                table[key] = merged


class AppendNested(NamedTuple):
    """A table comes at the end of an array inside a table of an array: a claim of a film."""

    header: str
    number: int
    name: str
    table: Mapping[str, Any]

    def on_piece(self, piece: str) -> str:
        """Put it behind the last line of the outer table."""
        stop = block_stop(piece, self.header)
        return insert(piece, stop, write_table(f"{self.header}.{self.name}", self.table))

    def on_tables(self, tables: dict[str, Any], number: int) -> None:
        """Put it at the end of the inner array."""
        tables[self.header][number].setdefault(self.name, []).append(dict(self.table))


class RemoveNested(NamedTuple):
    """A table of an array inside a table of an array goes: a claim of a film."""

    header: str
    number: int
    name: str
    place: int

    def on_piece(self, piece: str) -> str:
        """Take its lines out, and the blank lines before it."""
        lines = [one for one in outline(piece) if one.at[:4] == (self.header, 0, self.name, self.place)]
        head, tail = piece[: lines[0].start], piece[lines[-1].stop :]
        return head.rstrip("\r\n") + _newline(piece) + tail

    def on_tables(self, tables: dict[str, Any], number: int) -> None:
        """Take it out of the inner array; an empty array is no array in TOML."""
        table = tables[self.header][number]
        del table[self.name][self.place]
        if not table[self.name]:
            del table[self.name]


class Remove(NamedTuple):
    """A table of an array goes, with all inside it; what follows it stays."""

    header: str
    number: int

    def on_piece(self, piece: str) -> str:
        """Take its lines out, and the blank lines behind them."""
        return piece[after_blank_lines(piece, block_stop(piece, self.header)) :]

    def on_tables(self, tables: dict[str, Any], number: int) -> None:
        """Take it out of the array; an empty array is no array in TOML."""
        del tables[self.header][number]
        if not tables[self.header]:
            del tables[self.header]


PieceEdit = SetKeys | AppendNested | RemoveNested | Remove
"""An edit of one piece."""

Edit = Append | PieceEdit


def apply(document: Document, edits: Sequence[Edit]) -> Edited:
    """Make edits, each of a table of its own; the numbers are those of the document."""
    try:
        lengths = {edit.header: len(document.tables.get(edit.header, ())) for edit in edits}
        return _in_place(document.text, _pieces_for(document, edits), lengths, edits)
    except (ValueError, LookupError):
        tables = copy.deepcopy(dict(document.tables))
        for edit in sorted(edits, key=lambda edit: getattr(edit, "number", 0), reverse=True):
            edit.on_tables(tables, getattr(edit, "number", -1))
        return Edited(_dumped(tables), None)


def pieces(text: str, headers: Sequence[str], *, by_outline: bool = False) -> list[Piece]:
    """Cut a document at the headers of some arrays of tables; what is before the first is no piece.

    Where no string reaches over lines, a line that holds `[[films]]` is a header, since
    bare words are no values; else, or where the names are in quotes, the outline tells.
    """
    found: list[tuple[int, str]] = []
    if by_outline or '"""' in text or "'''" in text:
        found = [(one.start, str(one.at[0])) for one in outline(text) if one.is_header and _opens(one.at, headers)]
    else:
        found = [(match.start(), match[1]) for match in _headers(headers).finditer(text)]
    counts = dict.fromkeys(headers, 0)
    cut = []
    for place, (start, header) in enumerate(found):
        stop = found[place + 1][0] if place + 1 < len(found) else len(text)
        cut.append(Piece(header, counts[header], start, stop))
        counts[header] += 1
    return cut


def block_stop(piece: str, header: str) -> int:
    """Return the offset behind the last line of the table with which a piece begins."""
    return max(one.stop for one in outline(piece) if one.at[:2] == (header, 0))


def insert(text: str, position: int, block: str) -> str:
    """Put a block at a line start, a blank line before it and before what follows."""
    newline = _newline(text)
    head, tail = text[:position], text[position:]
    block = block.replace("\r\n", "\n").replace("\n", newline)
    if head.strip("\ufeff") and not head.endswith("\n"):
        head += newline
    if head.strip("\ufeff \t\r\n") and not head.endswith(newline * 2):
        head += newline
    if tail and not after_blank_lines(tail, 0):
        block += newline
    return head + block + tail


def write_value(value: Any) -> str:
    """Write a value on one line: tomli-w writes the scalars that may need care, lists and tables go inline."""
    if _is_safe_scalar(value):
        return f'"{value}"' if isinstance(value, str) else str(value)
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {write_value(one)}" for key, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(write_value(one) for one in value)}]"
    return _dumped({"k": value}).removeprefix("k = ").removesuffix("\n")


def _dumped(table: Mapping[str, Any]) -> str:
    """Write a table as a whole."""
    import tomli_w

    return tomli_w.dumps(table)


def _is_safe_scalar(value: Any) -> bool:
    """Return whether a value is a number, a day, or a text without a sign that TOML escapes."""
    if isinstance(value, str):
        return value.isprintable() and '"' not in value and "\\" not in value
    return type(value) in (int, date)


def write_table(header: str, table: Mapping[str, Any], *, in_lines: bool = False) -> str:
    """Write a table as a block: the header line, a line a key, arrays of tables behind, or `in_lines` too."""
    lines = [f"[[{header}]]"]
    nested: list[str] = []
    for key, value in table.items():
        if not in_lines and isinstance(value, list) and value and isinstance(value[0], Mapping):
            nested += [write_table(f"{header}.{_key(key)}", one) for one in value]
        else:
            lines.append(f"{_key(key)} = {write_value(value)}")
    return "\n".join(lines) + "\n" + "".join("\n" + one for one in nested)


def apply_quickly(text: str, places: Sequence[Piece], edits: Sequence[Edit]) -> Edited | None:
    """Make edits in a text that is known to be valid, of the pieces that they are about; None if it cannot be."""
    try:
        lengths = {edit.header: text.count(f"[[{edit.header}]]") for edit in edits}
        return _in_place(text, {(piece.header, piece.number): piece for piece in places}, lengths, edits)
    except (ValueError, LookupError):
        return None


def _pieces_for(document: Document, edits: Sequence[Edit]) -> dict[tuple[str, int], Piece]:
    """Cut a document for some edits; raise `LookupError` where an array is not written as tables."""
    headers = list(dict.fromkeys(edit.header for edit in edits))
    cut = pieces(document.text, headers)
    if not _is_whole(cut, document, headers):
        cut = pieces(document.text, headers, by_outline=True)
    if not _is_whole(cut, document, headers):
        raise LookupError(headers)
    return {(piece.header, piece.number): piece for piece in cut}


def _in_place(
    text: str, places: Mapping[tuple[str, int], Piece], lengths: Mapping[str, int], edits: Sequence[Edit]
) -> Edited:
    touched = []
    for edit in edits:
        if not isinstance(edit, Append):
            piece = places[edit.header, edit.number]
            before = text[piece.start : piece.stop]
            touched.append(Touched(piece, before, proved(edit, before, edit.on_piece(before))))
    return put_together(text, touched, [edit for edit in edits if isinstance(edit, Append)], lengths)


def put_together(
    text: str, touched: Sequence[Touched], appended: Sequence[Append], lengths: Mapping[str, int]
) -> Edited:
    """Put pieces that changed in their places, and new tables at the end; `lengths` says how many an array has."""
    new, position = [], 0
    for one in sorted(touched, key=lambda one: one.piece.start):
        new += [text[position : one.piece.start], one.after]
        position = one.piece.stop
    changed = "".join(new) + text[position:]
    if touched and position == len(text) and not max(touched, key=lambda one: one.piece.start).after:
        changed = without_last_gap(changed)
    counts = dict(lengths)
    blocks = []
    for edit in appended:
        block = write_table(edit.header, edit.table, in_lines=edit.in_lines)
        if not is_safe_block(block):
            proved(edit, "", block)
        end = len(changed)
        blocks.append(Touched(Piece(edit.header, counts[edit.header], end, end), "", block))
        counts[edit.header] += 1
    if blocks:
        changed = insert(changed, len(changed), "\n".join(one.after for one in blocks))
    return Edited(changed, (*touched, *blocks))


def _is_whole(cut: Sequence[Piece], document: Document, headers: Sequence[str]) -> bool:
    """Return whether a cut has a piece for each table, and no array is written as a value, even an empty one."""
    counts = Counter(piece.header for piece in cut)
    return all(counts[header] == len(document.tables.get(header, ())) for header in headers) and all(
        counts[header] for header in headers if header in document.tables
    )


def proved(edit: Edit, before: str, after: str) -> str:
    """Parse a piece after an edit, and compare it with what the edit means; raise `ValueError` if it differs."""
    tables = parse(before)
    edit.on_tables(tables, 0)
    if parse(after) != tables:
        raise ValueError(after)
    return after


def without_last_gap(text: str) -> str:
    """Take away the blank lines that stood before a last table which has gone."""
    return text.rstrip("\r\n") + (_newline(text) if text.strip() else "")


def _opens(at: Sequence[str | int], headers: Sequence[str]) -> bool:
    return len(at) == 2 and at[0] in headers and isinstance(at[1], int)


def _headers(names: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=^\ufeff)|^)[ \t]*\[\[[ \t]*({'|'.join(map(re.escape, names))})[ \t]*\]\]", re.MULTILINE)


def _merged(old: Any, value: Any) -> Any:
    """Return what a key holds after a change: a table is merged into the old one; None if nothing is left."""
    if not isinstance(value, Mapping):
        return value
    merged = {**(old if isinstance(old, Mapping) else {}), **value}
    return {key: one for key, one in merged.items() if one is not None} or None


def _set_key(piece: str, header: str, key: str, value: Any, before: Sequence[str] | None = None) -> str:
    statements = [one for one in outline(piece) if one.at[:2] == (header, 0)]
    inner = [one for one in statements if one.at[:3] == (header, 0, key)]
    if inner and inner[0].is_header and not isinstance(value, Mapping):
        piece = piece[: inner[0].start] + piece[inner[-1].stop :]
        statements = [one for one in outline(piece) if one.at[:2] == (header, 0)]
        inner = []
    if inner and isinstance(value, Mapping) and (inner[0].is_header or len(inner[0].at) > 3):
        return _set_inner(piece, inner, key, value)
    if isinstance(value, Mapping):
        value = _merged(parse(piece.removeprefix("\ufeff"))[header][0].get(key), value)
    stated = next((one for one in inner if len(one.at) == 3 and not one.is_header), None)
    if stated:
        return _set_value(piece, stated, value)
    if value is None:
        return piece
    own = [one for one in statements if one.at == (header, 0) or (len(one.at) == 3 and not one.is_header)]
    first = [one for one in own if before is None or one.at == (header, 0) or one.at[2] in before]
    return _add_line(piece, first[-1], key, value)


def _set_inner(piece: str, inner: Sequence[Statement], key: str, value: Mapping[str, Any]) -> str:
    """Change the keys of a table that is written as a table of its own, or by keys with dots."""
    prefix = "" if inner[0].is_header else f"{_key(key)}."
    stated = {str(one.at[3]): one for one in inner if len(one.at) == 4 and not one.is_header}
    emptied = all(
        name in value and value[name] is None for name in {str(one.at[3]) for one in inner if len(one.at) > 3}
    )
    new = {name: one for name, one in value.items() if name not in stated and one is not None}
    for name, one in new.items():
        piece = _add_line(piece, inner[-1], f"{prefix}{_key(name)}", one, written=True)
    for statement in sorted(inner, key=lambda one: one.start, reverse=True):
        name = str(statement.at[3]) if len(statement.at) == 4 else ""
        if statement.is_header and emptied and not new:
            piece = piece[: statement.start] + piece[statement.stop :]
        elif name in value and name in stated:
            piece = _set_value(piece, statement, value[name])
    return piece


def _set_value(piece: str, stated: Statement, value: Any) -> str:
    """Replace a value where it stands; None takes its line away."""
    if value is None:
        return piece[: stated.start] + piece[stated.stop :]
    return piece[: stated.value] + write_value(value) + piece[stated.end :]


def _add_line(piece: str, last: Statement, key: str, value: Any, *, written: bool = False) -> str:
    """Put a line behind a statement; the key is `written` as the file is to have it, or a plain name."""
    head, tail = piece[: last.stop], piece[last.stop :]
    line = f"{key if written else _key(key)} = {write_value(value)}{_newline(piece)}"
    return head + ("" if head.endswith("\n") else _newline(piece)) + line + tail


def above_comments(text: str, position: int) -> int:
    """Return the start of the comment lines that stand directly above a line."""
    while position:
        line_start = text.rfind("\n", 0, position - 1) + 1
        if not text[line_start:position].lstrip().startswith("#"):
            return position
        position = line_start
    return position


def after_blank_lines(text: str, position: int) -> int:
    """Return the offset behind the blank lines that begin at a line start."""
    blank = re.compile(_BLANK_LINES).match(text, position)
    return blank.end() if blank else position


_SCALAR = r'(?:"[^"\\\x00-\x1f\x7f]*"|\d+|\d{4}-\d\d-\d\d)'
_INLINE = rf"(?:\[{_SCALAR}(?:, {_SCALAR})*\]|\{{ [\w-]+ = {_SCALAR}(?:, [\w-]+ = {_SCALAR})* \}})"
_SAFE_BLOCK = rf"(?:\n?\[\[[\w.-]+\]\]\n(?:[\w-]+ = (?:{_SCALAR}|{_INLINE})\n)*)+"
_BLANK_LINES = r"(?:[ \t]*\r?\n)*"


def is_safe_block(block: str) -> bool:
    """Return whether a block is surely read as it was written: texts without signs that TOML escapes, numbers, days."""
    return re.fullmatch(_SAFE_BLOCK, block, re.ASCII) is not None


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else write_value(key)


def _newline(text: str) -> str:
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"
