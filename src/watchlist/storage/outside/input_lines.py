"""The lines of standard input: titles or ids, one per line."""

import sys

from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile

_LARGEST = 4 * 1024 * 1024


def read_input_lines() -> tuple[str, ...]:
    """Return the lines of standard input, without empty ones; raises `InvalidFile` if it is not UTF-8 or too large."""
    data = sys.stdin.buffer.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise InvalidFile(f"standard input: larger than {_LARGEST // 1024 // 1024} MiB", kept=NOTHING_CHANGED)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = data[: error.start].count(b"\n") + 1
        raise InvalidFile(f"standard input, line {number}: not UTF-8", kept=NOTHING_CHANGED) from None
    return tuple(line.strip() for line in text.split("\n") if line.strip())
