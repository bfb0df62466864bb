"""Names of films and people: comparing written forms, and making ids."""

import re
import unicodedata

_VOICING = "\u3099\u309a"  # part of a kana, unlike an accent on a letter
PLAIN_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"}
"""Plain spellings of letters that do not decompose into a letter and an accent."""
_NOT_A_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Normalise a name for comparison.

    Case, accents, character widths and punctuation are removed; words stay, with one space between them.
    """
    if text.isascii():
        return _NOT_A_WORD.sub(" ", text.replace("'", "").lower()).strip()
    decomposed = unicodedata.normalize("NFKD", text.replace("'", "").replace("\u2019", ""))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c) or c in _VOICING)
    return _NOT_A_WORD.sub(" ", unicodedata.normalize("NFC", bare).casefold()).strip()


def words(text: str) -> frozenset[str]:
    """Return the folded words of a name without their order: "Nagase Ren" equals "Ren Nagase"."""
    return frozenset(fold(text).split())


def slug(title: str, year: int | None = None) -> str:
    """Make a film's id from its title: `heat-2`, `drawing-closer-2024`.

    Letters outside ASCII are kept only if the title has no others.
    """
    folded = fold(title)
    plain = folded.encode("ascii", "ignore").decode()
    base = "-".join((plain if re.search(r"[a-z0-9]", plain) else folded).split()) or "film"
    return f"{base}-{year}" if year else base
