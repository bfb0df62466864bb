"""Which words of a sentence belong to which of its dates."""

import re
from itertools import pairwise
from typing import NamedTuple

from watchlist.services.article.date_finding import DateMention


class Part(NamedTuple):
    """A date, and the offsets of the words before it and after it that belong to it."""

    date: DateMention
    left: tuple[int, int]
    right: tuple[int, int]


_JOINT = re.compile(
    r"[;,]\s(?!(?:in|at|only|exclusively)\s)|\s(?:and|then|before|but|while|with|followed by|ahead of|after)\s|[;)]|\.\s|\s[–—]\s|\n"
)


def split_parts(text: str, dates: tuple[DateMention, ...]) -> list[Part]:
    """Divide the words of a sentence among its dates: a date's words end at the first joint after it."""
    edges = [0]
    for one, other in pairwise(dates):
        edges.append(_edge(text, one.end, other.start))
    edges.append(len(text))
    return [Part(date, (edges[at], date.start), (date.end, edges[at + 1])) for at, date in enumerate(dates)]


def _edge(text: str, start: int, end: int) -> int:
    """Return where to divide the words between two dates: at a bracket, else at the first joint."""
    closed = text.find(")", start, end)
    if closed >= 0 and "(" not in text[start:closed]:
        return closed + 1
    bracket = text.rfind("(", start, end)
    if bracket >= 0 and ")" not in text[bracket:end]:
        return bracket
    joint = _JOINT.search(text, start, end)
    return joint.start() if joint else start
