"""Comparing titles by their words and numbers, however they are written.

Case, accents, punctuation and a leading article are ignored; "&" is "and"; 2, II, two
and "Part Two" are the same number. A title has a *key* and, if its spelling is ambiguous
("Spider-Man", "Saw X"), further *readings*: two titles are the same if they share a reading.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from watchlist.domain.names import PLAIN_LETTERS

_ARTICLES = frozenset(("the", "a", "an"))
_MARKERS = frozenset(("part", "pt", "chapter", "ch", "volume", "vol", "episode"))
_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = {word: ten for ten, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty"), 2)} | {
    "seventy": 7,
    "eighty": 8,
    "ninety": 9,
}
_CARDINALS = {word: number for number, word in enumerate((*_UNITS, *_TEENS))} | {w: t * 10 for w, t in _TENS.items()}
_FIRST_TEN = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ORDINALS = {word: f"{number}th" for number, word in enumerate((*_FIRST_TEN, "eleventh", "twelfth", "thirteenth"), 1)}
_SINGLE_ROMANS = {"i": 1, "v": 5, "x": 10}
_ROMAN = r"(x{0,3})(ix|iv|v?i{0,3})"
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}

_JOINT = "-"
_MOST_JOINTS = 3
"""Up to this many joints, every combination of readings is tried; beyond it, all joints are read alike."""
_JOINTS = r"(?<=[^\W\d_])[-/.·](?=[^\W\d_])"
_DASHES = "-–—~"
_BREAK = rf"[:;](?:\s|$)|\s[{_DASHES}]+\s"
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
_LETTERS = str.maketrans({**PLAIN_LETTERS, "&": " and ", "＆": " and "})
_HYPHENS = str.maketrans("‐‑•", "---")
_INITIALS = r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)"
_RAISED = r"[²³¹⁰⁴-⁹½¼¾]"
_NOT_WORDS = re.compile(r"[^a-z0-9\0]+")
_THOUSANDS = r"(?<=\d),(?=\d{3}(?!\d))"
_DIGIT = re.compile(r"\d")
_PART = r"\d+(?:st|nd|rd|th)(?![^\W\d_])|\d+|[^\d]+"
_DIGIT_IN_WORD = r"(?<=[^\W\d_])[0157](?=[^\W\d_])"
_IN_DOUBT = re.compile(rf"{_JOINT}|(?:^|\s)[ivx]$|{_DIGIT_IN_WORD}")
_DIGIT_LETTERS = {"0": "o", "1": "i", "5": "s", "7": "v"}
"""Digits that stand for letters, as in "Se7en". 2 to 4 are left out: in "Tak3n" and "Scre4m" they count sequels."""
_LAST_ARTICLE = r"(?i:^(.+), (the|a|an)$)"
_CYRILLIC_I, _BREVE = "и", "\u0306"  # together they form a separate letter


class Title(NamedTuple):
    """A title prepared for comparison.

    `written` holds its words as written, `key` the words and numbers that an index looks up,
    `readings` the key and every other way to read the title. `numbers` are those in the key.
    """

    written: str
    key: str
    readings: frozenset[str]
    numbers: tuple[str, ...]

    @property
    def article(self) -> bool:
        """True if the title begins with an article, which the key leaves out."""
        return self.written.partition(" ")[0] in _ARTICLES and self.written not in _ARTICLES


def parse_title(text: str) -> Title:
    """Parse a title; any text is valid, even a bare number or "!!!"."""
    moved = re.sub(_LAST_ARTICLE, r"\2 \1", text.strip()) if "," in text else text.strip()
    pieces = [piece for piece in map(_clean, _broken(moved)) if piece]
    if not pieces:
        return _unreadable(text)
    tokens = [_tokens(_split(piece)) for piece in pieces]
    words = [word for piece in tokens for word in piece]
    key = _key_of(words)
    readings = {key, *_readings(pieces)}
    return Title(" ".join(words), key, frozenset(readings), _numbers(key))


def same_title(one: Title, other: Title) -> bool:
    """Return whether two titles share a reading."""
    return one.key == other.key or not one.readings.isdisjoint(other.readings)


def short_forms(text: str) -> frozenset[str]:
    """Return the readings of a title without its subtitle: "Dune" and "Dune 2" for "Dune: Part Two: The Film".

    Empty for a title without a subtitle.
    """
    heads = [text[: found.start()] for found in re.finditer(_BREAK, text)] if _may_break(text) else []
    if not heads:
        return frozenset()
    whole = parse_title(text).readings
    return frozenset(reading for head in heads if _clean(head) for reading in parse_title(head).readings) - whole


def numbers_agree(typed: Title, title: Title) -> bool:
    """Return whether a similar title may be meant: if numbers were typed, they must match in some reading."""
    wanted = {numbers for reading in typed.readings if (numbers := _numbers(reading))}
    return not wanted or any(_numbers(reading) in wanted for reading in title.readings) or same_title(typed, title)


def _numbers(reading: str) -> tuple[str, ...]:
    return tuple(word for word in reading.split() if is_number(word))


def is_number(word: str) -> bool:
    """Return whether a word of a key is a number: "2", or "6th"."""
    return word[0].isdecimal()


_LAST_SEQUEL = 12


def is_sequel(title: Title) -> bool:
    """Return whether a title ends in a sequel number, as "Dune 3" does; a year or "Apollo 13" does not count."""
    last = title.key.split()[-1]
    return last.isdecimal() and 1 < int(last) <= _LAST_SEQUEL and last != title.key


def _broken(text: str) -> list[str]:
    """Return a title and its subtitles."""
    return re.split(_BREAK, text) if _may_break(text) else [text]


def _may_break(text: str) -> bool:
    """Return whether a title may have a subtitle; this takes less time than to look for it."""
    return ":" in text or ";" in text or not all(word.strip(_DASHES) for word in text.split())


def _unreadable(text: str) -> Title:
    """Return a title that consists only of symbols, unchanged but for case and spacing."""
    signs = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return Title(signs, signs, frozenset((signs,)), ())


def _clean(text: str) -> str:
    """Reduce a piece of a title to letters, digits, spaces, and joints between words that may be a single word."""
    spaced = text if text.isascii() else re.sub(_RAISED, lambda found: f" {found[0]} ", text)
    plain = _without_accents(spaced).casefold().translate(_LETTERS).translate(_APOSTROPHES).translate(_HYPHENS)
    plain = re.sub(_INITIALS, lambda found: found[0].replace(".", ""), plain) if "." in plain else plain
    plain = re.sub(_THOUSANDS, "", plain) if "," in plain else plain
    jointed = re.sub(_JOINTS, "\0", plain)
    if text.isascii():
        return " ".join(_NOT_WORDS.sub(" ", jointed).replace("\0", _JOINT).split())
    kept = "".join(c if c.isalnum() else _JOINT if c == "\0" else _mark_or_space(c) for c in jointed)
    return " ".join(kept.split())


def _mark_or_space(character: str) -> str:
    """Keep combining vowel signs, which are not accents; replace anything else with a space."""
    return character if not character.isascii() and unicodedata.category(character)[0] == "M" else " "


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    for character in unicodedata.normalize("NFKD", text):
        accent = "\u0300" <= character <= "\u036f"
        if not accent or (character == _BREVE and kept and kept[-1].lower() == _CYRILLIC_I):
            kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept)).replace("\u2044", "/")


def _readings(pieces: list[str]) -> Iterator[str]:
    """Yield other readings: joints as spaces or as nothing, a final I, V or X as a number, digits as letters."""
    if not any(map(_IN_DOUBT.search, pieces)):
        return
    for variant in _joint_variants(pieces):
        yield _key(variant, roman=False)
        yield _key(variant, roman=True)
    lettered = [re.sub(_DIGIT_IN_WORD, lambda found: _DIGIT_LETTERS[found[0]], piece) for piece in pieces]
    if lettered != pieces:
        yield _key(lettered, roman=False)


def _joint_variants(pieces: list[str]) -> Iterator[list[str]]:
    parts = "\n".join(pieces).split(_JOINT)
    joints = len(parts) - 1
    ways: Iterable[tuple[str, ...]] = product((" ", ""), repeat=joints)
    if joints > _MOST_JOINTS:
        ways = ((" ",) * joints, ("",) * joints)
    for way in ways:
        ends = [*way, ""]
        yield "".join(part + end for part, end in zip(parts, ends, strict=True)).split("\n")


def _split(piece: str) -> str:
    return piece.replace(_JOINT, " ")


def _tokens(piece: str) -> list[str]:
    words = piece.split()
    return [part for word in words for part in re.findall(_PART, word)] if _DIGIT.search(piece) else words


def _key(pieces: Iterable[str], *, roman: bool) -> str:
    """Make the key of cleaned pieces; with `roman`, a single I, V or X at the end of a piece is a number."""
    return _key_of([word for piece in pieces for word in _with_single_roman(_tokens(_split(piece)), roman=roman)])


def _key_of(words: list[str]) -> str:
    """Make the key of the words of a title."""
    key = _numbered(_without_article(words))
    # "Nine" and "9" are different films, and so are "X" and "10": a title that is only a number is kept as written.
    return " ".join(key if any(not is_number(word) for word in key) else _without_article(words))


def _with_single_roman(words: list[str], *, roman: bool) -> list[str]:
    if roman and len(words) > 1 and words[-1] in _SINGLE_ROMANS:
        return [*words[:-1], str(_SINGLE_ROMANS[words[-1]])]
    return words


def _without_article(words: list[str]) -> list[str]:
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def _numbered(words: list[str]) -> list[str]:
    """Write number words as digits, and drop "Part" and the like before them."""
    done: list[str] = []
    at = 0
    while at < len(words):
        number, used = _number_at(words, at)
        if at and number is None and words[at] in _MARKERS and at + 1 < len(words):
            number, used = _number_at(words, at + 1, marked=True)
            used += 1
        if number is None:
            number, used = words[at], 1
        done.append(number)
        at += used
    return done


def _number_at(words: list[str], at: int, *, marked: bool = False) -> tuple[str | None, int]:
    """Return the number that begins at a position, and how many words it spans; None if there is none."""
    word = words[at]
    if word[0].isdecimal():
        digits = word.rstrip("stndrh")
        return _decimal(digits) + ("th" if digits != word else ""), 1
    if word in _TENS and at + 1 < len(words) and 0 < _CARDINALS.get(words[at + 1], 0) < 10:
        return str(_CARDINALS[word] + _CARDINALS[words[at + 1]]), 2
    if word in _CARDINALS:
        return str(_CARDINALS[word]), 1
    if word in _ORDINALS:
        return _ORDINALS[word], 1
    if at and (len(word) > 1 or marked) and (value := _roman(word)):
        return str(value), 1
    return None, 1


def _decimal(digits: str) -> str:
    """Convert digits of any script to ASCII; leading zeros stay, since "007" is not "7"."""
    return digits if digits.isascii() else "".join(str(unicodedata.decimal(digit)) for digit in digits)


def _roman(word: str) -> int:
    """Parse a Roman numeral up to 39; return 0 if it is not one."""
    if word[0] not in _ROMAN_DIGITS or not re.fullmatch(_ROMAN, word):
        return 0
    values = [_ROMAN_DIGITS[letter] for letter in word]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
