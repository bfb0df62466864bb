"""A process of the program, forked from that of the tests: as whole as one of its own, and a tenth of the time."""

import fcntl
import os
import pty
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from watchlist.__main__ import answer


class Printed(NamedTuple):
    """What a process printed, in bytes, and its exit code; a terminal shows stdout and stderr as one."""

    code: int
    out: bytes
    err: bytes = b""


class Place(NamedTuple):
    """Where a process runs."""

    folder: Path
    environment: Mapping[str, str]
    columns: int | None = None
    """The width of its terminal; None if it has none."""
    encoding: str = "utf-8"
    first: Callable[[], None] = lambda: None
    """What happens in the process before the program starts."""
    last: Callable[[], None] = lambda: None
    """What happens in the process after the program has ended in the ordinary way."""


def forked(arguments: Sequence[str], place: Place) -> Printed:
    """Run the program in a process of its own, and wait for its end."""
    return begun(arguments, place)()


def begun(arguments: Sequence[str], place: Place) -> Callable[[], Printed]:
    """Begin to run the program; what is returned waits for its end."""
    return _piped(arguments, place) if place.columns is None else _on_terminal(arguments, place, place.columns)


def _piped(arguments: Sequence[str], place: Place) -> Callable[[], Printed]:
    out, err, nothing = tempfile.TemporaryFile(), tempfile.TemporaryFile(), os.open(os.devnull, os.O_RDONLY)  # noqa: SIM115
    child = os.fork()
    if not child:
        _become(arguments, place, (nothing, out.fileno(), err.fileno()))
    os.close(nothing)

    def wait() -> Printed:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with out, err:
            out.seek(0)
            err.seek(0)
            return Printed(code, out.read(), err.read())

    return wait


def _on_terminal(arguments: Sequence[str], place: Place, columns: int) -> Callable[[], Printed]:
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    child = os.fork()
    if not child:
        _become(arguments, place, (follower,) * 3)
    os.close(follower)

    def wait() -> Printed:
        shown = b"".join(iter(lambda: _read(leader), b""))
        os.close(leader)
        return Printed(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown)

    return wait


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 1 << 16)
    except OSError:  # nobody has the terminal open any more
        return b""


def _become(arguments: Sequence[str], place: Place, streams: Sequence[int]) -> NoReturn:
    code = 99
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.environ.clear()
        os.environ.update(place.environment)
        time.tzset()
        os.chdir(place.folder)
        sys.argv = ["watchlist", *arguments]
        sys.stdin = open(0, encoding=place.encoding, closefd=False)  # noqa: SIM115
        sys.stdout = open(1, "w", encoding=place.encoding, closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", 1, place.encoding, "backslashreplace", closefd=False)  # noqa: SIM115
        sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]
        place.first()
        code = answer()
        place.last()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)
