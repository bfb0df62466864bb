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


def print_again(pieces: Iterable[Piece]) -> None:
    """Print what was taken down; raises `OSError` where the reader has gone or the disk is full."""
    for stream, text in pieces:
        rest = memoryview(text)
        while rest:
            rest = rest[os.write(stream, rest) :]


class Transcript:
    """What goes to stdout and stderr from here on, printed as before, and taken down up to `most` bytes."""

    def __init__(self, most: int) -> None:
        self._pieces: list[Piece] = []
        self._left = most
        sys.stdout = _through(_Pen(1, self), sys.stdout)
        sys.stderr = _through(_Pen(2, self), sys.stderr)

    def note(self, stream: int, text: bytes) -> None:
        """Take down what was written to a stream."""
        self._left -= len(text)
        if self._left >= 0:
            self._pieces.append((stream, text))
        else:
            self._pieces.clear()

    def finish(self) -> list[Piece] | None:
        """Give what was printed; None if it was too long, or has not all left."""
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            return None
        return self._pieces if self._left >= 0 else None


def _through(pen: "_Pen", stream: "TextIO") -> io.TextIOWrapper:
    """Give a stream that writes as another does, with a pen."""
    at_once: bool = getattr(stream, "write_through", False)  # python -u: nothing is held back in a buffer
    return io.TextIOWrapper(
        pen if at_once else io.BufferedWriter(pen),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=bool(stream.line_buffering),
        write_through=at_once,
    )


class _Pen(io.RawIOBase):
    """Writes to a file descriptor, and notes what it wrote."""

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

    def write(self, text: "ReadableBuffer", /) -> int:
        written = os.write(self._stream, text)
        self._transcript.note(self._stream, bytes(memoryview(text)[:written]))
        return written
