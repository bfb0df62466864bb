"""Finding tables of an array by their id in a text that is known to be valid TOML, without parsing all of it."""

import re
from collections.abc import Iterator

from watchlist.storage.toml.edit import Piece

_ODD_ID = r"""^[ \t]*(?:"id"|'id'|id[ \t]*=[ \t]*"[^"\n]*\\)"""
_IN_ODD_IDS = ('"id"', "'id'", "\\")
_LONG_STRINGS = ('"""', "'''")
_ODD_HEADERS = ("[[ ", "[[\t", '[["', "[['")


def is_plain(text: str, header: str) -> bool:
    """Return whether a text search finds the tables of an array by their headers, and each by its id.

    That is true if there is no multi-line string, each header is written `[[films]]` or
    `[[films.claims]]` at the start of its line, and no id has an escape in it.
    """
    headers = text.count(f"\n[[{header}]]") + text.startswith((f"[[{header}]]", f"\ufeff[[{header}]]"))
    inner = text.count(f"\n[[{header}.")
    if text.count("[[") != headers + inner and any(sign in text for sign in _ODD_HEADERS):
        return False
    if any(sign in text for sign in _LONG_STRINGS) or (
        any(sign in text for sign in _IN_ODD_IDS) and re.search(_ODD_ID, text, re.MULTILINE)
    ):
        return False
    return 0 < headers == text.count(f"[[{header}") - inner


def find_tables(text: str, header: str, wanted: str) -> Iterator[Piece]:
    """Yield the pieces of a plain text (see `is_plain`) that contain the wanted id anywhere, in order."""
    mark, position = f"[[{header}]]", 0
    last = -1
    while (position := text.find(wanted, position)) >= 0:
        start = text.rfind(mark, 0, position)
        position += 1
        if start > last:
            stop = text.find(f"\n{mark}", position)
            yield Piece(header, text.count(mark, 0, start), start, len(text) if stop < 0 else stop + 1)
            last = start
