"""Real shells for tests: bash, zsh and fish on a terminal, with our completion, and somebody who types."""

import fcntl
import os
import pty
import re
import select
import subprocess
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from terminal import plain

BIN = str(Path(sys.executable).parent)
"""Where the program is installed as a command."""

SETUP = {
    "bash": (["bash", "--norc", "-i"], 'eval "$(watchlist --show-completion bash)"'),
    "zsh": (
        ["zsh", "-f", "-i"],
        'autoload -Uz compinit && compinit -u -D; eval "$(watchlist --show-completion zsh)"',
    ),
    "fish": (["fish", "-N", "-i"], "watchlist --show-completion fish | source"),
}
"""How each shell is started without the user's own settings, and what it is told first."""

SHELLS = tuple(SETUP)
_PATIENCE = 20.0
_QUIET = 0.5
"""Seconds without a letter after which a shell has answered a key."""


class RealShell:
    """A shell on a terminal of its own."""

    def __init__(self, shell: str, home: Path, *, setup: bool = True) -> None:
        self.name = shell
        command, line = SETUP[shell]
        self._leader, follower = pty.openpty()
        termios.tcsetwinsize(self._leader, (40, 200))
        environment = {**os.environ, "TERM": "xterm", "ZDOTDIR": str(home), "HOME": str(home), "PS1": "$ "}
        self._process = subprocess.Popen(
            command if setup else [one for one in command if one not in {"--norc", "-f", "-N"}],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env={**environment, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"},
            cwd=home,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  fish wants a terminal of its own
        )
        os.close(follower)
        self.type(f"{line if setup else 'true'}; echo re''ady\n")
        assert "ready" in self.read_until("ready")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._leader)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._leader, keys.encode())

    def press(self, keys: str) -> str:
        """Press keys, a tab at the end, and give what the shell shows until it is quiet."""
        self.type(keys)
        return self._read_until_quiet()

    def words(self, keys: str) -> list[str]:
        """Press keys, then send the line to `printf` instead of the program: give the words that it got."""
        for part in re.findall(r"[^\t]*\t|[^\t]+$", keys):
            self.press(part)
        self.type("\x01printf '«%s»' \x05 .\n")
        shown = self.read_until(r"«watchlist».*«\.»")
        found = re.search(r"«watchlist».*«\.»", shown)
        assert found, f"{keys!r}: {shown!r}"
        self._read_until_quiet()
        return re.findall("«(.*?)»", found[0])[1:-1]

    def read_until(self, pattern: str) -> str:
        """Read until a pattern has been shown, or patience ends."""
        text, deadline = "", time.monotonic() + _PATIENCE
        while not re.search(pattern, plain(text)) and time.monotonic() < deadline:
            text += self._read(0.1)
        return plain(text)

    def _read_until_quiet(self) -> str:
        text, quiet = "", time.monotonic() + _QUIET
        while time.monotonic() < quiet:
            more = self._read(0.05)
            if more:
                text, quiet = text + more, time.monotonic() + _QUIET
        return plain(text)

    def _read(self, seconds: float) -> str:
        if select.select([self._leader], [], [], seconds)[0]:
            return os.read(self._leader, 65536).decode("utf-8", "replace")
        return ""
