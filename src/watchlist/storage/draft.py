"""A copy of the list for an editor: made, edited, checked, and let go."""

import os
import shlex
import subprocess
from pathlib import Path
from typing import NamedTuple

from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile, UsageMistake
from watchlist.storage.files import disk_failed, make_private, read_bytes
from watchlist.storage.list_file import empty_list, read_list
from watchlist.storage.paths import Paths
from watchlist.storage.toml.read import read_document


class Draft(NamedTuple):
    """A draft of the list, and the bytes of the list that it started from; None if there was none."""

    path: Path
    started_from: bytes | None

    @property
    def text(self) -> str:
        """What the draft holds now; raises `InvalidFile` if it is not UTF-8."""
        return read_document(self.path, read_bytes(self.path) or b"").text

    def check(self) -> None:
        """Raise `InvalidFile`, with the place, for the first fault in the draft."""
        document = read_document(self.path, read_bytes(self.path) or b"")
        broken = read_list(document).broken
        if broken:
            _, line, column, _ = broken[0].removeprefix(str(self.path)).split(":", 3)
            raise InvalidFile(broken[0], line=int(line), column=int(column))

    def excerpt(self, fault: InvalidFile) -> tuple[str, ...]:
        """Give the line of a fault with a caret under its place; nothing where it has none."""
        lines = (read_bytes(self.path) or b"").decode(errors="replace").split("\n")
        if not 0 < fault.line <= len(lines):
            return ()
        return (f"    {lines[fault.line - 1].rstrip()}", f"    {' ' * (fault.column - 1)}^")

    def discard(self) -> None:
        """Delete the draft."""
        self.path.unlink(missing_ok=True)


def make_draft(paths: Paths) -> Draft:
    """Copy the list, as it is, to the state directory."""
    read = read_bytes(paths.list)
    path = paths.state / f"draft-{os.getpid()}.toml"
    try:
        make_private(path.parent)
        path.touch(mode=0o600)
        path.write_bytes(empty_list(paths.list).text.encode() if read is None else read)
    except OSError as error:
        raise disk_failed("write", path, error) from None
    return Draft(path, read)


def open_in_editor(draft: Draft) -> None:
    """Let the user's editor ($VISUAL, else $EDITOR, else vi) edit the draft, and wait for it.

    The variable is split as a shell would, but no shell runs. Raises `UsageMistake` if the
    editor cannot be started or fails.
    """
    variable = next((name for name in ("VISUAL", "EDITOR") if os.environ.get(name)), "")
    command = os.environ.get(variable, "vi")
    try:
        ended = subprocess.run([*shlex.split(command), str(draft.path)], check=False)  # noqa: S603  the user's own
    except (OSError, ValueError) as error:
        draft.discard()
        raise UsageMistake(
            f'the editor "{command}" cannot be started: {error}', hint="Set VISUAL or EDITOR to one that is there."
        ) from None
    if ended.returncode:
        raise UsageMistake(f'the editor "{command}" failed with {ended.returncode}', kept=NOTHING_CHANGED)
