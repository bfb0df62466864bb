"""A checksum that detects changes of a file: by hand, by another program, or by accident.

It combines two sums of 32 bits. The first always differs if up to four consecutive bytes have changed; the chance that
both are equal for different texts is about one in 2**60. It does not detect forgery, which is pointless for somebody
who can write the user's files. `hashlib` takes two milliseconds to load, as long as a whole save.
"""

import zlib
from collections.abc import Iterable
from pathlib import Path

_AT_ONCE = 64 * 1024
"""Bytes: reading a file in pieces of this size takes half the time of reading it whole."""


def checksum(data: bytes) -> str:
    """Return the checksum of some bytes: sixteen hexadecimal digits."""
    return _checksum([data])


def file_checksum(path: Path) -> str:
    """Return the checksum of a file of any size; raises `OSError`."""
    with path.open("rb", buffering=0) as file:
        return _checksum(iter(lambda: file.read(_AT_ONCE), b""))


def _checksum(pieces: Iterable[bytes]) -> str:
    cyclic, simple = 0, 1
    for piece in pieces:
        cyclic, simple = zlib.crc32(piece, cyclic), zlib.adler32(piece, simple)
    return f"{cyclic:08x}{simple:08x}"
