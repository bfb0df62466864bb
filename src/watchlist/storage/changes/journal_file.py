"""The path of a list's journal, and whether its last step has ended: all that a reading command needs from it."""

import os
import zlib
from pathlib import Path

from watchlist.storage import grounds

_TAIL = 64
"""Bytes; longer than any line that ends a step."""


def journal_path(state: Path, real: Path) -> Path:
    """Return the path of a list's journal; every list has its own, protected by the list's lock."""
    place = os.fsencode(real)
    return state / "journals" / f"{real.stem}-{zlib.crc32(place):08x}{zlib.crc32(place[::-1]):08x}.jsonl"


def last_ended(journal: Path) -> int | None:
    """Return the number of the last step, 0 if there is none; None if that step may still be open."""
    grounds.note(journal)
    try:
        descriptor = os.open(journal, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except OSError:
        return 0
    try:
        size = os.fstat(descriptor).st_size
        tail = os.pread(descriptor, _TAIL, max(0, size - _TAIL))
    except OSError:
        return None
    finally:
        os.close(descriptor)
    if not tail:
        return 0
    *_, line, rest = (b"\n" + tail).split(b"\n")
    number = line.removeprefix(b'{"end": ').split(b",")[0]
    return int(number) if not rest and line.startswith(b'{"end": ') and number.isdigit() else None
