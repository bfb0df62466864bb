"""Reading data from outside, whatever its shape: what is malformed is treated as missing, and never raises."""

import unicodedata
from collections.abc import Mapping
from datetime import date

from watchlist.domain.json_value import Json

LONGEST_TEXT = 300
LONGEST_ADDRESS = 2000

_JOINERS = "\u200c\u200d"  # part of the spelling of Persian and of Indic scripts


def member(value: Json, *path: str | int) -> Json:
    """Return the value at a path of keys and positions; None if there is none."""
    for step in path:
        if isinstance(step, str):
            value = value.get(step) if isinstance(value, dict) else None
        else:
            value = value[step] if isinstance(value, list) and len(value) > step else None
    return value


def table(value: Json, *path: str | int) -> Mapping[str, Json]:
    """Return the table at a path; an empty one if there is none."""
    found = member(value, *path)
    return found if isinstance(found, dict) else {}


def rows(value: Json, *path: str | int) -> list[Json]:
    """Return the array at a path; an empty one if there is none."""
    found = member(value, *path)
    return found if isinstance(found, list) else []


def number(value: Json, *path: str | int) -> int | None:
    """Return the whole number at a path; None if there is none."""
    found = member(value, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def text(value: Json, *path: str | int) -> str | None:
    """Return the text at a path, cleaned (see `clean`); None if there is none."""
    found = member(value, *path)
    return clean(found) if isinstance(found, str) else None


def day_of(timestamp: str | None) -> date | None:
    """Return the day of a time in ISO 8601; None for anything else."""
    try:
        return date.fromisoformat((timestamp or "")[:10])
    except ValueError:
        return None


def address(value: Json, *path: str | int) -> str | None:
    """Return the web address at a path; None for anything else."""
    found = member(value, *path)
    return safe_address(found) if isinstance(found, str) else None


def safe_address(found: str) -> str | None:
    """Return a text if it is a web address without unsafe characters; else None."""
    is_page = found.startswith(("https://", "http://")) and len(found) <= LONGEST_ADDRESS
    return (
        found if is_page and found.isascii() and found.isprintable() and not set(found) & set(' "<>\\^`{|}') else None
    )


def clean(found: str, most: int = LONGEST_TEXT) -> str | None:
    """Return text from outside in NFC, on one line, without control characters, and cut to `most` letters.

    None if nothing visible is left, or if it is not Unicode text.
    """
    if len(found) > 100 * most or any(unicodedata.category(letter) == "Cs" for letter in found):
        return None
    spaced = "".join(" " if letter.isspace() else letter for letter in found)
    kept = (letter for letter in spaced if letter in _JOINERS or unicodedata.category(letter) not in ("Cc", "Cf"))
    one_line = " ".join(unicodedata.normalize("NFC", "".join(kept)).split())
    if len(one_line) > most:
        one_line = f"{one_line[: most - 3]}..."
    return one_line if any(letter.isprintable() and not letter.isspace() for letter in one_line) else None
