"""Changing a TOML file in place: the lines of one table change, every other byte stays.

A file is cut into pieces, one for each table of a top-level array, and an edit touches only
its own piece. Each edit is defined twice, on the text of its piece and on the parsed tables;
the new text is parsed, and must equal the new tables. If it does not, the whole file is
rewritten, without its comments, and the caller is told (`Edited.touched`).
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
    """The text of one table of a top-level array, up to the next one; `start` and `stop` are offsets."""

    header: str
    number: int
    start: int
    stop: int


class Touched(NamedTuple):
    """A piece that an edit changed, with its text before and after."""

    piece: Piece
    before: str
    after: str


class Edited(NamedTuple):
    """A file's new text, and the pieces that changed; None if the file had to be rewritten without its comments."""

    text: str
    touched: tuple[Touched, ...] | None


class Append(NamedTuple):
    """Adds a table to the end of a top-level array, such as `[[films]]`.

    `in_lines` writes each of its keys on one line, so that `SetKeys` can replace any of them.
    """

    header: str
    table: Mapping[str, Any]
    in_lines: bool = False

    def on_tables(self, tables: dict[str, Any], number: int) -> None:  # noqa: ARG002  as for all edits
        """Add the table to the end of the array."""
        tables.setdefault(self.header, []).append(dict(self.table))


class SetKeys(NamedTuple):
    """Sets keys of a table in an array; None as a value removes the key.

    A table as a value changes only the keys that it has: the others stay. A new key is placed by `order`, the usual
    order of the keys; keys that are not in it come last.
    """

    header: str
    number: int
    values: Mapping[str, Any]
    order: Sequence[str] = ()

    def on_piece(self, piece: str) -> str:
        """Replace each value in place; a new key goes after those that precede it in `order`."""
        for key, value in self.values.items():
            before = self.order[: self.order.index(key)] if key in self.order else None
            piece = _set_key(piece, self.header, key, value, before)
        return piece

    def on_tables(self, tables: dict[str, Any], number: int) -> None:
        """Set or remove the keys."""
        table = tables[self.header][number]
        for key, value in self.values.items():
            merged = _merged(table.get(key), value)
            if merged is None:
                table.pop(key, None)
            else:
                table[key] = merged


class AppendNested(NamedTuple):
    """Adds a table to the end of an inner array, such as a claim to a film."""

    header: str
    number: int
    name: str
    table: Mapping[str, Any]

    def on_piece(self, piece: str) -> str:
        """Insert the table after the last line of the outer one."""
        stop = block_stop(piece, self.header)
        return insert(piece, stop, write_table(f"{self.header}.{self.name}", self.table))

    def on_tables(self, tables: dict[str, Any], number: int) -> None:
        """Add the table to the end of the inner array."""
        tables[self.header][number].setdefault(self.name, []).append(dict(self.table))


class RemoveNested(NamedTuple):
    """Removes a table from an inner array, such as a claim from a film."""

    header: str
    number: int
    name: str
    place: int

    def on_piece(self, piece: str) -> str:
        """Remove the table's lines, and the blank lines before them."""
        lines = [one for one in outline(piece) if one.at[:4] == (self.header, 0, self.name, self.place)]
        head, tail = piece[: lines[0].start], piece[lines[-1].stop :]
        return head.rstrip("\r\n") + _newline(piece) + tail

    def on_tables(self, tables: dict[str, Any], number: int) -> None:
        """Remove the table from the inner array, and the array if it is then empty: TOML cannot write that."""
        table = tables[self.header][number]
        del table[self.name][self.place]
        if not table[self.name]:
            del table[self.name]


class Remove(NamedTuple):
    """Removes a table from a top-level array, with everything inside it; what follows it stays."""

    header: str
    number: int

    def on_piece(self, piece: str) -> str:
        """Remove the table's lines, and the blank lines after them."""
        return piece[after_blank_lines(piece, block_stop(piece, self.header)) :]

    def on_tables(self, tables: dict[str, Any], number: int) -> None:
        """Remove the table from the array, and the array if it is then empty: TOML cannot write that."""
        del tables[self.header][number]
        if not tables[self.header]:
            del tables[self.header]


PieceEdit = SetKeys | AppendNested | RemoveNested | Remove
"""An edit of one piece."""

Edit = Append | PieceEdit


def apply(document: Document, edits: Sequence[Edit]) -> Edited:
    """Make edits, at most one per table; their numbers are positions in the document as it is before them."""
    try:
        lengths = {edit.header: len(document.tables.get(edit.header, ())) for edit in edits}
        return _in_place(document.text, _pieces_for(document, edits), lengths, edits)
    except (ValueError, LookupError):
        tables = copy.deepcopy(dict(document.tables))
        for edit in sorted(edits, key=lambda edit: getattr(edit, "number", 0), reverse=True):
            edit.on_tables(tables, getattr(edit, "number", -1))
        return Edited(_dumped(tables), None)


def pieces(text: str, headers: Sequence[str], *, by_outline: bool = False) -> list[Piece]:
    """Cut a document at the headers of some arrays of tables; the text before the first is not in any piece.

    Without multi-line strings, a line that begins with `[[films]]` is a header, as bare words are not
    values; with them, or with `by_outline`, which also finds quoted names, the outline is used.
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
    """Return the offset after the last line of the table with which a piece begins."""
    return max(one.stop for one in outline(piece) if one.at[:2] == (header, 0))


def insert(text: str, position: int, block: str) -> str:
    """Insert a block at the start of a line, with a blank line on both sides."""
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
    """Write a value on one line, lists and tables inline; tomli-w writes those scalars that may need escaping."""
    if _is_safe_scalar(value):
        return f'"{value}"' if isinstance(value, str) else str(value)
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(key)} = {write_value(one)}" for key, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(write_value(one) for one in value)}]"
    return _dumped({"k": value}).removeprefix("k = ").removesuffix("\n")


def _dumped(table: Mapping[str, Any]) -> str:
    """Write a whole document."""
    import tomli_w

    return tomli_w.dumps(table)


def _is_safe_scalar(value: Any) -> bool:
    """Return whether a value is a whole number, a day, or a text without characters that TOML escapes."""
    if isinstance(value, str):
        return value.isprintable() and '"' not in value and "\\" not in value
    return type(value) in (int, date)


def write_table(header: str, table: Mapping[str, Any], *, in_lines: bool = False) -> str:
    """Write a table as a block: a header line, one line per key, then arrays of tables, unless `in_lines` is set."""
    lines = [f"[[{header}]]"]
    nested: list[str] = []
    for key, value in table.items():
        if not in_lines and isinstance(value, list) and value and isinstance(value[0], Mapping):
            nested += [write_table(f"{header}.{_key(key)}", one) for one in value]
        else:
            lines.append(f"{_key(key)} = {write_value(value)}")
    return "\n".join(lines) + "\n" + "".join("\n" + one for one in nested)


def apply_quickly(text: str, places: Sequence[Piece], edits: Sequence[Edit]) -> Edited | None:
    """Make edits in a text that is known to be valid, given the pieces to edit; None if that fails."""
    try:
        lengths = {edit.header: text.count(f"[[{edit.header}]]") for edit in edits}
        return _in_place(text, {(piece.header, piece.number): piece for piece in places}, lengths, edits)
    except (ValueError, LookupError):
        return None


def _pieces_for(document: Document, edits: Sequence[Edit]) -> dict[tuple[str, int], Piece]:
    """Cut a document for some edits; raise `LookupError` if an array is not written as tables."""
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
    """Put changed pieces in their places, and new tables at the end; `lengths` are those of the arrays so far."""
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
    """Return a piece after an edit if it parses to what the edit means; raise `ValueError` if it does not."""
    tables = parse(before)
    edit.on_tables(tables, 0)
    if parse(after) != tables:
        raise ValueError(after)
    return after


def without_last_gap(text: str) -> str:
    """Remove the blank lines at the end of a text, left where its last table was."""
    return text.rstrip("\r\n") + (_newline(text) if text.strip() else "")


def _opens(at: Sequence[str | int], headers: Sequence[str]) -> bool:
    return len(at) == 2 and at[0] in headers and isinstance(at[1], int)


def _headers(names: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=^\ufeff)|^)[ \t]*\[\[[ \t]*({'|'.join(map(re.escape, names))})[ \t]*\]\]", re.MULTILINE)


def _merged(old: Any, value: Any) -> Any:
    """Return the new value of a key: a table is merged into the old one; None if nothing is left."""
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
    """Change the keys of an inner table that has its own header, or is written with dotted keys."""
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
    """Replace a value in place; None removes its line."""
    if value is None:
        return piece[: stated.start] + piece[stated.stop :]
    return piece[: stated.value] + write_value(value) + piece[stated.end :]


def _add_line(piece: str, last: Statement, key: str, value: Any, *, written: bool = False) -> str:
    """Add a line after a statement. The key is quoted if it needs to be, unless it is already `written` so."""
    head, tail = piece[: last.stop], piece[last.stop :]
    line = f"{key if written else _key(key)} = {write_value(value)}{_newline(piece)}"
    return head + ("" if head.endswith("\n") else _newline(piece)) + line + tail


def above_comments(text: str, position: int) -> int:
    """Return the start of the comment lines directly above a line."""
    while position:
        line_start = text.rfind("\n", 0, position - 1) + 1
        if not text[line_start:position].lstrip().startswith("#"):
            return position
        position = line_start
    return position


def after_blank_lines(text: str, position: int) -> int:
    """Return the offset after any blank lines that begin here, at the start of a line."""
    blank = re.compile(_BLANK_LINES).match(text, position)
    return blank.end() if blank else position


_SAFE_VALUE = r'"[^"\\\x00-\x1f\x7f]*"|(?<![\w-])(?:\d{4}-\d\d-\d\d|\d+)'
_SAFE_BLOCK = r'(?:\n?\[\[[\w.-]+\]\]\n(?:[\w-]+ = (?:""|\[""(?:, "")*\]|\{ [\w-]+ = ""(?:, [\w-]+ = "")* \})\n)*)+'
"""A block in which each text, number and day is replaced with an empty text."""
_BLANK_LINES = r"(?:[ \t]*\r?\n)*"


def is_safe_block(block: str) -> bool:
    """Return whether a block has only numbers, days, and texts without characters that TOML escapes."""
    return re.fullmatch(_SAFE_BLOCK, re.sub(_SAFE_VALUE, '""', block, flags=re.ASCII), re.ASCII) is not None


def _key(key: str) -> str:
    return key if key and _BARE.issuperset(key) else write_value(key)


_BARE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
"""The characters of a key that needs no quotes."""


def _newline(text: str) -> str:
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"
