"""A real terminal for tests: the program in a process of its own, with somebody who answers."""

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass

_PATIENCE = 20.0


@dataclass(frozen=True)
class Seen:
    """What was on the terminal, without colours, and the exit code."""

    code: int
    text: str


def on_terminal(
    arguments: Sequence[str],
    answers: Sequence[tuple[str, str]] = (),
    *,
    columns: int = 80,
    raw: bool = False,
    keys: bool = False,
) -> Seen:
    """Run the program on a pseudo-terminal; each answer waits for its question,
    which stands behind the last answer. `raw` keeps styles and links.

    A program that asks for a single key throws away what was typed before it waits: with `keys` an answer of
    one letter waits until it does.
    """
    leader, follower = pty.openpty()
    termios.tcsetwinsize(follower, (24, columns))
    process = subprocess.Popen(
        [sys.executable, "-m", "watchlist", *arguments],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        close_fds=True,
        env={"PAGER": "cat", **os.environ, "TERM": "xterm-256color"},
        start_new_session=True,
        preexec_fn=_as_from_a_shell,  # noqa: PLW1509  it runs between fork and exec, and starts no thread
    )
    os.close(follower)
    text, answered, waiting, deadline = "", 0, list(answers), time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        ready, _, _ = select.select([leader], [], [], 0.1)
        if ready:
            try:
                chunk = os.read(leader, 65536)
            except OSError:
                break
            if not chunk:
                break
            text += chunk.decode("utf-8", "replace")
        if waiting and waiting[0][0] in plain(text)[answered:]:
            answered = len(plain(text))
            if keys and len(waiting[0][1]) == 1:
                _wait_for_raw(leader, deadline)
            os.write(leader, f"{waiting.pop(0)[1]}\n".encode())
    os.close(leader)
    code = process.wait(timeout=_PATIENCE)
    assert not waiting, f"never asked: {waiting[0][0]}\n{text}"
    return Seen(code, text if raw else plain(text))


def _as_from_a_shell() -> None:
    """Let ^C be Ctrl-C: take the terminal, and the signals as a shell gives them."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def _wait_for_raw(leader: int, deadline: float) -> None:
    """Wait until keys reach the program as they are typed, not by the line."""
    while time.monotonic() < deadline and termios.tcgetattr(leader)[3] & termios.ICANON:
        time.sleep(0.01)


def plain(text: str) -> str:
    """Take styles and carriage returns out."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b]8;[^\x1b]*\x1b\\", "", text).replace("\r", "")
