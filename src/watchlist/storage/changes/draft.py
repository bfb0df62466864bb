"""A draft of the list for the user's editor: made, edited, checked and discarded."""

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from watchlist.domain.change import EntryChange, changes_between
from watchlist.domain.entry import Entry
from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile, Refused, UsageMistake
from watchlist.storage.files import disk_failed, read_bytes, write_whole
from watchlist.storage.list_file import empty_list, read_list
from watchlist.storage.paths import Paths
from watchlist.storage.toml.read import read_document

_OLD = 30 * 24 * 60 * 60
"""Seconds after which an abandoned draft is deleted."""


class ListDraft(NamedTuple):
    """A draft of the list, and the bytes of the list that it started from, None if there was no list."""

    path: Path
    started_from: bytes | None

    @property
    def text(self) -> str:
        """The current text of the draft; raises `InvalidFile` if it is not TOML."""
        return read_document(self.path, read_bytes(self.path) or b"").text

    def check(self) -> None:
        """Raise `InvalidFile`, with the position, for the first fault in the draft, or `Refused` if it is empty."""
        data = read_bytes(self.path)
        if not data or not data.strip():
            self.discard()
            raise Refused("the draft is empty", kept=NOTHING_CHANGED, hint="To remove a film: watchlist remove")
        document = read_document(self.path, data)
        broken = read_list(document).broken
        if broken:
            _, line, column, _ = broken[0].removeprefix(str(self.path)).split(":", 3)
            raise InvalidFile(broken[0], line=int(line), column=int(column))

    def excerpt(self, fault: InvalidFile) -> tuple[str, ...]:
        """Return the line of a fault with a caret under its position; nothing if it has no position."""
        lines = (read_bytes(self.path) or b"").decode(errors="replace").split("\n")
        if not 0 < fault.line <= len(lines):
            return ()
        return (f"    {lines[fault.line - 1].rstrip()}", f"    {' ' * (fault.column - 1)}^")

    def changes(self) -> tuple[EntryChange, ...]:
        """Return what saving the draft would change in the list; a damaged list counts as an empty one."""
        before: tuple[Entry, ...] = ()
        with suppress(InvalidFile):
            before = read_list(read_document(self.path, self.started_from or b"")).entries
        after = read_list(read_document(self.path, self.text.encode())).entries
        return changes_between(before, after)

    def discard(self) -> None:
        """Delete the draft."""
        self.path.unlink(missing_ok=True)


def make_draft(paths: Paths, started: Path | None, now: datetime) -> ListDraft:
    """Copy the list, or an existing draft (`started`), to a new draft in the state directory; delete old drafts."""
    read = read_bytes(paths.list)
    data = read if started is None else read_bytes(started)
    if started is not None and data is None:
        raise UsageMistake(f"there is no draft at {started}")
    path = paths.state / f"draft-{os.getpid()}.toml"
    try:
        for old in drafts(paths):
            if now.timestamp() - old.stat().st_mtime > _OLD:
                old.unlink()
        write_whole(path, empty_list(paths.list).text.encode() if data is None else data)
        if started is not None and started != path and started in drafts(paths):
            started.unlink()
    except OSError as error:
        raise disk_failed("write", path, error) from None
    return ListDraft(path, read)


def drafts(paths: Paths) -> tuple[Path, ...]:
    """Return the drafts left from edits that could not be saved."""
    return tuple(sorted(paths.state.glob("draft-*.toml")))


def open_in_editor(draft: ListDraft) -> None:
    """Open the draft in the user's editor ($VISUAL, else $EDITOR, else vi), and wait for it to exit.

    The variable is split as a shell would split it, but no shell runs. Raises `UsageMistake`
    if the editor cannot be started or fails.
    """
    variable = next((name for name in ("VISUAL", "EDITOR") if os.environ.get(name)), "")
    command = os.environ.get(variable, "vi")
    try:
        with _ctrl_c_left_to_the_editor():
            ended = subprocess.run([*shlex.split(command), str(draft.path)], check=False)  # noqa: S603  the user's own
    except (OSError, ValueError) as error:
        draft.discard()
        raise UsageMistake(
            f'the editor "{command}" cannot be started: {error}', hint="Set VISUAL or EDITOR to an installed editor."
        ) from None
    if ended.returncode:
        raise UsageMistake(
            f'the editor "{command}" failed with {ended.returncode}',
            kept=f"{NOTHING_CHANGED} Your draft is in {draft.path}",
            hint=f"To continue: watchlist edit --draft {draft.path}",
        )


@contextmanager
def _ctrl_c_left_to_the_editor() -> Iterator[None]:
    """Leave Ctrl-C to the editor. A handler that does nothing, since the editor would inherit an ignored signal."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
