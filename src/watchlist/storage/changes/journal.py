"""The journal of a list: each step is written before it is made, so that a kill or a power cut loses nothing.

**Contents.** Lines of JSON. A step begins with a line that says how each file changes:
the part that differs, and the digests of the whole file before and after. It ends with
a line that says whether the change was made. `undo` and `redo` are steps too, which say how many
other steps they undo or redo. A step without an end is *open*; only the last one can be.

**Making a change**, under the locks of the list and of every other file concerned:

1. An open step is settled first (`recovery`).
2. The files are copied as they are, unless the newest copy is the same.
3. The beginning of the step is written and synced (fsync) before any file changes.
4. Each file is replaced by a rename and its directory synced, the list last.
5. The end of the step is written. It need not be synced: the digests say the same.
6. The changed files are copied, and a long journal is trimmed.

If 2 or 3 fails, nothing was changed and the change is refused. If 4 fails, the files
already replaced are restored, and the step ends as not made.

**After a kill or a power cut** at most one step is open. Each of its files is as it was
before the step (by its digest), as it should be after it, or was edited by hand since. If all
are as before, the step was not made and is dropped. Otherwise the files that are still as before
get their new text, and the step counts as made. So the files of a step change together or
not at all, before anything else is read: even commands that only read check the last line
of the journal, and finish a step that is half made.

**Length.** A journal over 4 MiB is trimmed to its last 1,000 steps and, only if it is still
over 64 MiB, further, down to 100. The shorter journal is written to a new private file,
which then replaces the old one.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from watchlist.storage.changes.difference import FileChange, TableChange
from watchlist.storage.files import append_line, write_whole

REACH = 1000
"""How many steps are kept, unless they are huge."""
_TRIMMED_FROM = 4 * 1024 * 1024
_LARGEST = 64 * 1024 * 1024
_SMALLEST_REACH = 100
_LONGEST_LOOK = 64 * 1024
"""Bytes at the end of a journal that are searched for the last step."""
_NO_STEP = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading a line that is not a step may raise."""
_LONGEST_SEARCH = 1024 * 1024
"""Bytes at the end of a journal that are searched for the last steps."""


class Step(NamedTuple):
    """What one command did: when (local time, ISO 8601), a description, and to which list and files.

    `number` counts the steps of a journal. `turned` is 0 for a change, -2 for an undo and
    2 for a redo of two steps.
    """

    at: str
    what: str
    list: str
    files: tuple[FileChange, ...]
    number: int = 0
    turned: int = 0


class History(NamedTuple):
    """The steps of one list: those in effect, oldest first, and those undone, the next to redo last.

    `open` is the last step if it is not known whether it was made.
    """

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    open: Step | None = None
    last: int = 0
    """The number of the last step."""

    def after(self, step: Step) -> "History":
        """Return the history with one more step."""
        done, undone = list(self.done), list(self.undone)
        _apply(step, done, undone)
        return History(tuple(done), tuple(undone), None, step.number)


def read_history(journal: Path, old_journal: Path, old_name: str, *, lines: int | None = None) -> History:
    """Read the steps in a journal, or those in its first `lines`; a step that cannot be read is skipped.

    If there is no journal yet, the steps of the list `old_name` are read from the one that
    earlier versions kept for all lists. Raises `OSError`.
    """
    if not journal.exists():
        return _read_old(old_journal, old_name)
    done: list[Step] = []
    undone: list[Step] = []
    begun: Step | None = None
    last = 0
    for record in _records(journal, lines):
        if "end" in record:
            if begun is not None and begun.number == record["end"] and record.get("made"):
                _apply(begun, done, undone)
            begun = None
        else:
            with suppress(KeyError, TypeError):
                begun = _step(record)
                last = begun.number
    return History(tuple(done), tuple(undone), begun, last)


def begin(journal: Path, step: Step) -> None:
    """Write the beginning of a step, and sync it; raises `OSError`."""
    append_line(journal, json.dumps(_record(step)), sync=True)


def end(journal: Path, number: int, *, made: bool) -> None:
    """Write the end of a step. If that fails, the step stays open, and the files show whether it was made."""
    with suppress(OSError):
        append_line(journal, json.dumps({"end": number, "made": made}), sync=False)


def proved_digest(journal: Path, name: str) -> str | None:
    """Return the digest of a file after the last step, if that step changed the file in place; otherwise None.

    A file with this digest is valid: it was valid before the step, and every changed piece was parsed.
    """
    with suppress(OSError, *_NO_STEP), journal.open("rb") as file:
        file.seek(-min(_LONGEST_LOOK, file.seek(0, os.SEEK_END)), os.SEEK_END)
        *_, begun, ended, rest = file.read().rsplit(b"\n", 3)
        if not rest and json.loads(ended).get("made"):
            step = _step(json.loads(begun))
            return next((one.digest_after for one in step.files if one.path == name and not one.whole), None)
    return None


def blocks_between(journal: Path, before: str, after: str) -> list[TableChange] | None:
    """Return what the last steps did to the list between two of its digests, oldest first.

    None if that is not known: the list was also changed by other means, or a step replaced it as a whole.
    """
    found: list[tuple[TableChange, ...]] = []
    with suppress(OSError, *_NO_STEP), journal.open("rb") as file:
        file.seek(-min(_LONGEST_SEARCH, file.seek(0, os.SEEK_END)), os.SEEK_END)
        lines = _last_lines(file.read())
        digest, rest = after, next(lines)
        while digest != before and not rest and json.loads(next(lines, b"")).get("made"):
            for change in _step(json.loads(next(lines, b""))).files:
                if change.path == "list" and not change.whole and change.digest_after == digest:
                    digest = change.digest_before
                    found.append(change.blocks)
                elif change.path == "list":
                    return None
        if digest == before:
            return [block for blocks in reversed(found) for block in blocks]
    return None


def _last_lines(data: bytes) -> Iterator[bytes]:
    """Yield lines from the end, of which few are needed; the first is what follows the last line break."""
    stop = len(data)
    while stop >= 0:
        start = data.rfind(b"\n", 0, stop)
        yield data[start + 1 : stop]
        stop = start


def take_over(journal: Path, old_journal: Path, old_name: str) -> None:
    """Start a list's own journal with its steps from the old journal of all lists; raises `OSError`."""
    if journal.exists() or not old_journal.exists():
        return
    history = _read_old(old_journal, old_name)
    steps = [*history.done, *reversed(history.undone)]
    if history.undone:
        steps.append(Step(history.undone[-1].at, "undo", old_name, (), 0, -len(history.undone)))
    lines = []
    for number, step in enumerate(steps, 1):
        lines += [json.dumps(_record(step._replace(number=number))), json.dumps({"end": number, "made": True})]
    write_whole(journal, "".join(f"{line}\n" for line in lines).encode())


def trim(journal: Path) -> None:
    """Remove the oldest steps of a long journal; if this raises `OSError`, the journal is unchanged."""
    if journal.stat().st_size <= _TRIMMED_FROM:
        return
    lines = journal.read_bytes().splitlines(keepends=True)
    begins = [number for number, line in enumerate(lines) if not line.startswith(b'{"end"')]
    reach = REACH
    while reach > _SMALLEST_REACH and sum(map(len, lines[_first(begins, reach) :])) > _LARGEST:
        reach //= 2
    first = _first(begins, max(reach, _SMALLEST_REACH))
    if first:
        write_whole(journal, b"".join(lines[first:]))


def _first(begins: list[int], reach: int) -> int:
    return begins[-reach] if len(begins) > reach else 0


def _apply(step: Step, done: list[Step], undone: list[Step]) -> None:
    if step.turned == 0:
        done.append(step)
        undone.clear()
        return
    source, target = (done, undone) if step.turned < 0 else (undone, done)
    for _ in range(min(abs(step.turned), len(source))):
        target.append(source.pop())


def _read_old(journal: Path, name: str) -> History:
    done: list[Step] = []
    undone: list[Step] = []
    for record in _records(journal):
        match record:
            case {"at": str(), "list": str() as own, "files": list()} if own == name:
                with suppress(KeyError, TypeError):
                    done.append(_step(record))
                    undone.clear()
            case {"undone": str(at)} if done and done[-1].at == at:
                undone.append(done.pop())
            case {"redone": str(at)} if undone and undone[-1].at == at:
                done.append(undone.pop())
    return History(tuple(done), tuple(undone))


def _records(journal: Path, most: int | None = None) -> Iterator[dict[str, Any]]:
    try:
        lines = journal.read_text(encoding="utf-8", errors="replace").split("\n")
    except FileNotFoundError:
        return
    for line in lines[:most]:
        with suppress(ValueError, RecursionError):
            record = json.loads(line)
            if isinstance(record, dict):
                yield record


def _record(step: Step) -> dict[str, Any]:
    files = [{**file._asdict(), "blocks": [block._asdict() for block in file.blocks]} for file in step.files]
    return {**step._asdict(), "files": files}


def _step(record: dict[str, Any]) -> Step:
    files = tuple(
        FileChange(**{**file, "blocks": tuple(TableChange(**block) for block in file["blocks"])})
        for file in record["files"]
    )
    return Step(**{**record, "files": files})
