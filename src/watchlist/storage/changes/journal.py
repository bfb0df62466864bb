"""The journal: what each command changed in which file, before and after, so that it can be turned back.

A step holds the part of each file that changed, and the blocks (entries, films, sources)
in it. Where a file is as the step left it, turning back restores it byte for byte; where
it was edited since, block by block, and only if those blocks are untouched.
"""

import hashlib
import json
import os
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from watchlist.domain.errors import Refused
from watchlist.storage.files import make_private
from watchlist.storage.toml.edit import Touched, insert_before, pieces, remove
from watchlist.storage.toml.read import outline

_MOST_BYTES = 2 * 1024 * 1024
"""Size at which the older half of the journal is let go."""


class Block(NamedTuple):
    """A table of an array before and after a step; None where it was not there.

    `id` is the id as the file writes it, `number` its place in the array.
    """

    header: str
    id: str
    number: int
    before: str | None
    after: str | None


class FileChange(NamedTuple):
    """How one file changed: the part between its unchanged beginning and end, and the blocks in it."""

    path: str
    start: int
    before: str
    after: str
    digest_before: str
    digest_after: str
    blocks: tuple[Block, ...]


class Step(NamedTuple):
    """What one command did: when (local time, ISO 8601, its name in the journal), in words, to which files."""

    at: str
    what: str
    list: str
    files: tuple[FileChange, ...]


class History(NamedTuple):
    """The steps of one list: those that stand, the oldest first, and those undone, the next to redo last."""

    done: tuple[Step, ...]
    undone: tuple[Step, ...]


def difference(path: Path, before: str, after: str, touched: Sequence[Touched] | None) -> FileChange:
    """Describe how a file's text changed; without the pieces that were touched, all blocks are compared."""
    start = _same_beginning(before, after)
    same_end = _same_beginning(before[: start - len(before) - 1 : -1], after[: start - len(after) - 1 : -1])
    return FileChange(
        path=str(path),
        start=start,
        before=before[start : len(before) - same_end],
        after=after[start : len(after) - same_end],
        digest_before=_digest(before),
        digest_after=_digest(after),
        blocks=tuple(_all_blocks(before, after) if touched is None else _touched_blocks(touched)),
    )


def turn(change: FileChange, text: str, *, back: bool) -> str:
    """Take a change of a file back, or make it again; raise `Refused` if its blocks were edited since."""
    old, new = (change.after, change.before) if back else (change.before, change.after)
    if _digest(text) == (change.digest_after if back else change.digest_before):
        return text[: change.start] + new + text[change.start + len(old) :]
    for block in sorted(change.blocks, key=lambda block: block.number):
        text = _turn_block(block, text, back=back)
    try:
        tomllib.loads(text.removeprefix("\ufeff"))
    except ValueError:
        raise _changed_since(change.path) from None
    return text


def read_history(journal: Path, list_path: Path) -> History:
    """Read the steps of one list; a line that cannot be read, such as a half-written last one, is passed over."""
    done: list[Step] = []
    undone: list[Step] = []
    for record in _records(journal):
        match record:
            case {"at": str(), "list": str() as own} if own == str(list_path):
                done.append(_step(record))
                undone.clear()
            case {"undone": str(at)} if done and done[-1].at == at:
                undone.append(done.pop())
            case {"redone": str(at)} if undone and undone[-1].at == at:
                done.append(undone.pop())
    return History(tuple(done), tuple(undone))


def append(journal: Path, *records: Step | dict[str, str]) -> None:
    """Write records behind the journal and bring them to the disk; raises `OSError`."""
    make_private(journal.parent)
    lines = "".join(json.dumps(record if isinstance(record, dict) else _record(record)) + "\n" for record in records)
    _let_go_of_the_oldest(journal)
    descriptor = os.open(journal, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "rb+") as file:
        size = file.seek(0, os.SEEK_END)
        if size and os.pread(descriptor, 1, size - 1) != b"\n":
            lines = f"\n{lines}"
        file.write(lines.encode())
        file.flush()
        os.fsync(descriptor)


def _record(step: Step) -> dict[str, Any]:
    files = [{**file._asdict(), "blocks": [block._asdict() for block in file.blocks]} for file in step.files]
    return {**step._asdict(), "files": files}


def _turn_block(block: Block, text: str, *, back: bool) -> str:
    expected, wanted = (block.after, block.before) if back else (block.before, block.after)
    number, current = _blocks(text).get((block.header, block.id), (block.number, None))
    if current != expected:
        raise _changed_since(block.id.strip("\"'"))
    if current is None:
        return insert_before(text, block.header, block.number, wanted or "")
    if wanted is None:
        return remove(text, block.header, number)
    piece = next(one for one in pieces(text, [block.header]) if one.number == number)
    return text[: piece.start] + wanted + text[piece.start + len(current) :]


def _changed_since(what: str) -> Refused:
    return Refused(
        f'"{what}" was changed since then',
        kept="Nothing was changed.",
        hint="See watchlist log for what was done, and watchlist restore for the whole list as it was.",
    )


def _touched_blocks(touched: Sequence[Touched]) -> Iterator[Block]:
    """Give the blocks of the pieces that an edit touched."""
    for piece, before, after in touched:
        old, new = _block(before, piece.header), _block(after, piece.header)
        film_id = (new or old or ("", ""))[0]
        yield Block(piece.header, film_id, piece.number, old and old[1], new and new[1])


def _all_blocks(before: str, after: str) -> Iterator[Block]:
    """Compare every block with an id of two texts."""
    old, new = _blocks(before), _blocks(after)
    for header, film_id in {**old, **new}:
        was, now = old.get((header, film_id)), new.get((header, film_id))
        if (was and was[1]) != (now and now[1]):
            number = (was or now or (0, ""))[0]
            yield Block(header, film_id, number, was and was[1], now and now[1])


def _blocks(text: str) -> dict[tuple[str, str], tuple[int, str]]:
    """Find the tables with an id in the arrays at the top of a file: their number and their text."""
    headers = list(dict.fromkeys(str(one.at[0]) for one in outline(text) if len(one.at) > 1))
    found = {}
    for piece in pieces(text, headers) if headers else ():
        block = _block(text[piece.start : piece.stop], piece.header)
        if block:
            found[piece.header, block[0]] = (piece.number, block[1])
    return found


def _block(piece: str, header: str) -> tuple[str, str] | None:
    """Give the id, as the file writes it, and the text of the table with which a piece begins."""
    stop, film_id = 0, ""
    for one in outline(piece):
        if one.at[:2] != (header, 0):
            break
        stop = one.stop
        if one.at[2:] == ("id",):
            film_id = piece[one.value : one.end]
    return (film_id, piece[:stop]) if film_id else None


def _same_beginning(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike, by halving: the texts can be long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _records(journal: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = journal.read_text(encoding="utf-8", errors="replace").split("\n")
    except FileNotFoundError:
        return
    for line in lines:
        with suppress(ValueError, RecursionError):
            record = json.loads(line)
            if isinstance(record, dict):
                yield record


def _step(record: dict[str, Any]) -> Step:
    files = tuple(
        FileChange(**{**file, "blocks": tuple(Block(**block) for block in file["blocks"])}) for file in record["files"]
    )
    return Step(**{**record, "files": files})


def _let_go_of_the_oldest(journal: Path) -> None:
    with suppress(FileNotFoundError):
        if journal.stat().st_size > _MOST_BYTES:
            lines = journal.read_bytes().splitlines(keepends=True)
            rest = journal.with_suffix(".tmp")
            rest.write_bytes(b"".join(lines[len(lines) // 2 :]))
            rest.replace(journal)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogateescape")).hexdigest()
