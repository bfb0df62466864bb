"""How one file changed in a step, and how that change is undone or redone.

A change holds the part of the file that differs, and the blocks (entries, films, sources)
in it. If the file is still exactly as the step left it (or found it), the change is undone
(or redone) byte for byte. If the file was edited since, that is done block by block, but only
if each of these blocks is untouched and the result differs from the file in nothing else. A step
that replaced the whole file (`edit`, `restore`, a file that had to be rewritten) has no
blocks: it is undone as a whole, or not at all.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from watchlist.domain.errors import Refused
from watchlist.storage.checksum import checksum
from watchlist.storage.toml.edit import (
    Touched,
    above_comments,
    after_blank_lines,
    is_safe_block,
    pieces,
    without_last_gap,
)
from watchlist.storage.toml.plain import parse
from watchlist.storage.toml.read import outline


class TableChange(NamedTuple):
    """The text of one table of an array before and after a step; None if the table did not exist.

    `id` is the id as written in the file, `number` the table's position in the array.
    """

    header: str
    id: str
    number: int
    before: str | None
    after: str | None

    def sides(self, *, back: bool) -> tuple[str | None, str | None]:
        """Return the text that must be in the file, and the text that is to replace it; `back` means undo."""
        return (self.after, self.before) if back else (self.before, self.after)


class FileChange(NamedTuple):
    """How one file changed: the part between its unchanged beginning and end, and the blocks in it.

    `path` is the file's role: list, films or config.
    """

    path: str
    start: int
    before: str
    after: str
    digest_before: str
    digest_after: str
    blocks: tuple[TableChange, ...] = ()
    whole: bool = True
    """True if the blocks do not cover the whole change, so that it is undone as a whole, or not at all."""


class ChangeState(StrEnum):
    """Whether a file is as it was before a change, as it was after it, or neither."""

    BEFORE = "before"
    AFTER = "after"
    EDITED = "edited"
    """It was edited since, in the same place."""


class _Placed(NamedTuple):
    """A block with an id, and its position in a text."""

    start: int
    stop: int
    text: str


_Key = tuple[str, str]
"""The array's name, and the id as written in the file."""


def difference(path: str, before: str, after: str, touched: Sequence[Touched] | None, *, whole: bool) -> FileChange:
    """Describe how a file's text changed; if the `touched` pieces are not known, all blocks are compared."""
    start = _same_beginning(before, after)
    same_end = _same_beginning(before[: start - len(before) - 1 : -1], after[: start - len(after) - 1 : -1])
    blocks: tuple[TableChange | None, ...] = ()
    if not whole:
        blocks = tuple(_all_blocks(before, after) if touched is None else map(_touched_block, touched))
    return FileChange(
        path=path,
        start=start,
        before=before[start : len(before) - same_end],
        after=after[start : len(after) - same_end],
        digest_before=_digest(before),
        digest_after=_digest(after),
        blocks=tuple(block for block in blocks if block),
        whole=whole or not all(blocks),
    )


def change_state(change: FileChange, text: str) -> ChangeState:
    """Return whether a file is as it was before a change, as it was after it, or neither."""
    digest = _digest(text)
    if digest in (change.digest_before, change.digest_after):
        return ChangeState.AFTER if digest == change.digest_after else ChangeState.BEFORE
    if change.whole:
        return ChangeState.EDITED
    placed = _placed(text)
    for side, back in ((ChangeState.AFTER, True), (ChangeState.BEFORE, False)):
        if all(_text_of(placed, block) == block.sides(back=back)[0] for block in change.blocks):
            return side
    return ChangeState.EDITED


def undo_or_redo(change: FileChange, text: str, *, back: bool, name: str) -> str:
    """Undo (`back`) or redo a change of a file, and return the new text.

    Raises `Refused` if the file, which the message calls `name`, was edited since in the same place.
    """
    old, new = (change.after, change.before) if back else (change.before, change.after)
    if _digest(text) == (change.digest_after if back else change.digest_before):
        return text[: change.start] + new + text[change.start + len(old) :]
    if change.whole:
        raise _changed_since(name)
    replayed = _replay_blocks(change.blocks, text, back=back)
    if not _is_proved(change.blocks, text, replayed, back=back):
        raise _changed_since(name)
    return replayed


def _changed_since(what: str) -> Refused:
    return Refused(
        f'"{what}" was changed since then',
        kept="Nothing was changed.",
        hint="See watchlist log for what was done, and watchlist restore for the whole list as it was.",
    )


def _replay_blocks(blocks: Sequence[TableChange], text: str, *, back: bool) -> str:
    """Replace, remove and insert blocks, all at once."""
    placed = _placed(text)
    edits: list[tuple[int, int, str]] = []
    gone: set[int] = set()
    missing: list[tuple[TableChange, str]] = []
    for block in blocks:
        expected, wanted = block.sides(back=back)
        if _text_of(placed, block) != expected:
            raise _changed_since(block.id.strip("\"'"))
        place = placed.get((block.header, block.id))
        if place is None:
            missing.append((block, wanted or ""))
        elif wanted is None:
            gone.add(place.start)
            edits.append((place.start, after_blank_lines(text, place.stop), ""))
        else:
            edits.append((place.start, place.stop, wanted))
    return _edited(text, edits, _insertions(text, missing, gone))


def _insertions(text: str, missing: list[tuple[TableChange, str]], gone: set[int]) -> dict[int, list[str]]:
    """Return where to reinsert blocks: above the table that is at their number now, and above its comments."""
    headers = list(dict.fromkeys(block.header for block, _ in missing))
    starts: dict[str, list[int]] = {header: [] for header in headers}
    for piece in pieces(text, headers) if headers else ():
        if piece.start not in gone:
            starts[piece.header].append(piece.start)
    found: dict[int, list[str]] = {}
    before = dict.fromkeys(headers, 0)
    for block, wanted in sorted(missing, key=lambda one: one[0].number):
        following = starts[block.header][max(0, block.number - before[block.header]) :]
        before[block.header] += 1
        found.setdefault(above_comments(text, following[0]) if following else len(text), []).append(wanted)
    return found


def _edited(text: str, edits: list[tuple[int, int, str]], insertions: dict[int, list[str]]) -> str:
    """Apply edits and insertions to a text; an inserted block gets a blank line on both sides."""
    out: list[str] = []
    position, end = 0, ""
    for start, stop, wanted in sorted([*edits, *((at, at, "") for at in insertions)]):
        end = (end + text[position:start])[-4:]
        out.append(text[position:start])
        position = stop
        out.append(_spaced(insertions[start], end, text, start) if start == stop else wanted)
        end = (end + out[-1])[-4:]
    out.append(text[position:])
    if edits and position == len(text) and not out[-2]:
        return without_last_gap("".join(out))
    return "".join(out)


def _spaced(blocks: list[str], before: str, text: str, at: int) -> str:
    """Return blocks with blank lines around them; `before` holds the last characters in front of them."""
    newline = "\r\n" if "\r\n" in text else "\n"
    head = before.removeprefix("\ufeff")
    gap = newline if head and not head.endswith("\n") else ""
    gap += newline if head.strip() or (head and not (head + gap).endswith(newline * 2)) else ""
    tail = newline if at < len(text) and not text.startswith(("\n", "\r\n"), at) else ""
    return ("" if head.endswith(newline * 2) else gap) + newline.join(blocks) + tail


def _is_proved(blocks: Sequence[TableChange], old: str, new: str, *, back: bool) -> bool:
    """Return whether a text has the wanted blocks and, apart from them, means the same as the old text."""
    try:
        was, now = (parse(text.removeprefix("\ufeff")) for text in (old, new))
        texts = {(block.header, _plain(block.id)): block.sides(back=back)[1] for block in blocks}
        wanted = {key: parse(text)[key[0]][0] for key, text in texts.items() if text is not None}
    except ValueError:
        return False
    return _without(was, texts)[0] == _without(now, texts)[0] and _without(now, texts)[1] == wanted


def _without(tables: dict[str, Any], keys: dict[tuple[str, Any], Any]) -> tuple[dict[str, Any], dict[Any, Any]]:
    """Split the tables with certain ids from everything else; return the rest, then those tables by key."""
    apart = {}
    rest = dict(tables)
    for header in {header for header, _ in keys}:
        others = []
        for table in tables.get(header, ()):
            if (header, table.get("id")) in keys:
                apart[header, table["id"]] = table
            else:
                others.append(table)
        rest.pop(header, None)
        if others:
            rest[header] = others
    return rest, apart


def _plain(written: str) -> Any:
    return parse(f"k = {written}\n")["k"]


def _touched_block(touched: Touched) -> TableChange | None:
    """Return the block of a piece that an edit touched; None if the block is not contiguous in the file."""
    piece, before, after = touched
    old, new = _block(before, piece.header), _block(after, piece.header)
    if not (old or new) or (before.strip() and old is None) or (after.strip() and new is None and _has(after, piece)):
        return None
    film_id = (new or old or ("", ""))[0]
    return TableChange(piece.header, film_id, piece.number, old and old[1], new and new[1])


def _has(text: str, piece: Any) -> bool:
    return any(one.at[:2] == (piece.header, 0) for one in outline(text))


def _all_blocks(before: str, after: str) -> Iterator[TableChange]:
    """Compare all blocks with an id in two texts, and yield those that differ."""
    old, new = _numbered(before), _numbered(after)
    for header, film_id in {**old, **new}:
        was, now = old.get((header, film_id)), new.get((header, film_id))
        if (was and was[1]) != (now and now[1]):
            number = (was or now or (0, ""))[0]
            yield TableChange(header, film_id, number, was and was[1], now and now[1])


def _numbered(text: str) -> dict[_Key, tuple[int, str]]:
    """Return the number and text of each table with an id in the top-level arrays of a file."""
    return {
        (piece.header, block[0]): (piece.number, block[1])
        for piece in _all_pieces(text)
        if (block := _block(text[piece.start : piece.stop], piece.header))
    }


def _placed(text: str) -> dict[_Key, _Placed | None]:
    """Return the positions of the tables with an id; None for an id that occurs twice."""
    found: dict[_Key, _Placed | None] = {}
    for piece in _all_pieces(text):
        block = _block(text[piece.start : piece.stop], piece.header)
        if block:
            key = piece.header, block[0]
            found[key] = None if key in found else _Placed(piece.start, piece.start + len(block[1]), block[1])
    return found


def _text_of(placed: dict[_Key, _Placed | None], block: TableChange) -> str | None:
    """Return the current text of a block: None if it is missing, "" (which no block is) if its id occurs twice."""
    key = block.header, block.id
    place = placed.get(key)
    return "" if place is None and key in placed else place and place.text


def _all_pieces(text: str) -> Iterator[Any]:
    headers = list(dict.fromkeys(str(one.at[0]) for one in outline(text) if one.is_header and len(one.at) == 2))
    yield from pieces(text, headers) if headers else ()


def _block(piece: str, header: str) -> tuple[str, str] | None:
    """Return the id, as written in the file, and the text of the table that a piece begins with.

    None if the table has no id, or if a part of it comes after other tables.
    """
    if plain := _plain_block(piece, header):
        return plain
    stop, film_id, ended = 0, "", False
    for one in outline(piece):
        if one.at[:2] != (header, 0):
            ended = True
        elif ended:
            return None
        else:
            stop = one.stop
            if one.at[2:] == ("id",):
                film_id = piece[one.value : one.end]
    return (film_id, piece[:stop]) if film_id else None


def _plain_block(piece: str, header: str) -> tuple[str, str] | None:
    """Return the id and the text of a table that is written the way we write one, which is quick to check."""
    block = piece.rstrip("\n") + "\n"
    if not block.startswith(f'[[{header}]]\nid = "') or not is_safe_block(block):
        return None
    _, first, *others = block.split("\n")  # `splitlines` would also split at a few characters of a text
    is_one = all(line.startswith(f"[[{header}.") for line in others if line.startswith("["))
    return (first.removeprefix("id = "), block) if is_one else None


def _same_beginning(one: str, other: str) -> int:
    """Return the length of the common prefix of two texts, by bisection, since the texts can be long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _digest(text: str) -> str:
    return checksum(text.encode(errors="surrogateescape"))
