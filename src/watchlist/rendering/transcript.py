"""A transcript of what is printed, to print again: the same bytes to the same streams, in the same order.

This module is loaded before all others, and imports next to nothing.
"""

import io
import os
import sys
from collections.abc import Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module `typing` is not loaded yet
    from typing import TextIO

    from _typeshed import ReadableBuffer

Piece = tuple[int, bytes]
"""Some bytes that were printed, and where: 1 for stdout, 2 for stderr."""

Stretch = tuple[int, int, int, int]
"""Some bytes that were printed: where, the open file that has them, their offset in it, and their number."""

_AT_ONCE = 64 * 1024
"""Bytes that are read and printed at a time: the capacity of a pipe."""


def print_again(stretches: Iterable[Stretch]) -> None:
    """Print the stretches of a transcript; raise `OSError` if the reader is gone or the disk is full."""
    for stream, file, start, length in stretches:
        position, end = start, start + length
        while position < end and (sent := _send(stream, file, position, end - position)):
            position += sent


def _send(stream: int, file: int, start: int, length: int) -> int:
    """Print some bytes of a file, and return how many."""
    if length > _AT_ONCE:
        try:
            return os.sendfile(stream, file, start, length)  # a pipe gets them without a copy
        except OSError as error:  # not every system and stream can do it; otherwise `write` fails in the same way
            if isinstance(error, BrokenPipeError):
                raise
    return os.write(stream, os.pread(file, min(length, _AT_ONCE), start))


class Transcript:
    """Everything that is printed to stdout and stderr from now on, up to `most` bytes; printing works as before."""

    def __init__(self, most: int) -> None:
        self._pieces: list[Piece] = []
        self._left = most
        sys.stdout = _through(_Pen(1, self), sys.stdout)
        sys.stderr = _through(_Pen(2, self), sys.stderr)

    def note(self, stream: int, text: bytes, written: int | None) -> None:
        """Record what was written to a stream; nothing is kept if that was not all of a text."""
        self._left = self._left - len(text) if written == len(text) else -1
        if self._left >= 0:
            self._pieces.append((stream, text))
        else:
            self._pieces.clear()

    def finish(self) -> list[Piece] | None:
        """Return what was printed; None if it was too long, or if some of it could not be written."""
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            return None
        return self._pieces if self._left >= 0 else None


def _through(pen: "_Pen", stream: "TextIO") -> io.TextIOWrapper:
    """Return a stream that works like another, but writes through a pen."""
    at_once: bool = getattr(stream, "write_through", False)  # python -u: output is not buffered
    return io.TextIOWrapper(
        pen if at_once else io.BufferedWriter(pen),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=bool(stream.line_buffering),
        write_through=at_once,
    )


class _Pen(io.RawIOBase):
    """Writes to a file descriptor, and records what it wrote."""

    def __init__(self, stream: int, transcript: Transcript) -> None:
        super().__init__()
        self.name = ("<stdin>", "<stdout>", "<stderr>")[stream]
        self._stream, self._transcript = stream, transcript

    def fileno(self) -> int:
        return self._stream

    def isatty(self) -> bool:
        return os.isatty(self._stream)

    def writable(self) -> bool:
        return True

    def write(self, text: "ReadableBuffer", /) -> int | None:
        try:
            written: int | None = os.write(self._stream, text)
        except BlockingIOError:
            written = None  # what a raw stream returns if it would have to wait
        self._transcript.note(self._stream, bytes(text), written)
        return written
