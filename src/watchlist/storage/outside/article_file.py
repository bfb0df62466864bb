"""The bytes of an article, from a file or from standard input, up to a limit."""

import sys
from pathlib import Path

from watchlist.domain.errors import InvalidFile
from watchlist.storage.files import read_bytes

LARGEST = 5 * 1024 * 1024
"""Bytes of one article. The largest saved pages of news sites have about three million."""
LARGEST_PROPOSALS = 1024 * 1024
"""Bytes of a file of proposed claims."""


def read_article_file(path: Path) -> bytes:
    """Read an article from a file, or from standard input for `-`.

    Raises `InvalidFile` if there is no such file, or it is too large.
    """
    if str(path) == "-":
        data = sys.stdin.buffer.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise InvalidFile(
                f"standard input: larger than {LARGEST // 1024 // 1024} MiB, too large for an article",
                kept="Nothing was kept.",
            )
        return data
    return _whole(path, LARGEST)


def read_proposals_file(path: Path) -> bytes:
    """Read a file of proposed claims; raises `InvalidFile` if there is no such file, or it is too large."""
    return _whole(path, LARGEST_PROPOSALS)


def _whole(path: Path, limit: int) -> bytes:
    data = read_bytes(path, limit=limit)
    if data is None:
        raise InvalidFile(f"{path}: there is no such file", kept="Nothing was kept.")
    return data
