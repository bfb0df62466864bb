"""Splitting text into sentences; a full stop after "U.S.", "Dec." or "Mr." does not end one."""

import re

_END = re.compile(r"(?:[.!?…][\"”’')\]]*(?:\[\d+\])?(?=\s+[\"“‘'(\[]*[^\Wa-z_])|[.!?]?\s*\n\s*|[.!?]$)\s*")
_SHORT = re.compile(
    r"(?:^|[\s(\"“‘'])(?:[A-Z]|[A-Z]\.[A-Z]|(?:[A-Z]\.){1,3}[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?"
    r"|Fri|Sat|Sun|Mrs?|Ms|Dr|St|Jr|Sr|vs|No|Vol|Bros|Inc|Ltd|Co|Corp|Prof|approx|Rs|feat|ft|etc|Pt|Ep)\.[\"”’')]*$"
)
_LONGEST = 1500


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the start and end offset of each sentence of a text; very long sentences are cut."""
    found, start = [], 0
    for match in _END.finditer(text):
        stop = match.start() + len(match[0].rstrip())
        if "\n" not in match[0] and _SHORT.search(text[max(start, stop - 12) : stop]) and not _really_ends(text, stop):
            continue
        found.append((start, stop))
        start = match.end()
    found.append((start, len(text)))
    return [piece for begin, end in found if text[begin:end].strip() for piece in _pieces(begin, end)]


def _really_ends(text: str, stop: int) -> bool:
    """Return whether "U.S." or "a.m." ends a sentence, because the next word can only begin one."""
    ends = re.search(r"(?:U\.S|U\.K|[ap]\.m)\.$", text[max(0, stop - 6) : stop])
    return (
        ends is not None
        and re.match(r"\s+(?:The|It|In|But|And|He|She|They|This|That|A)\b", text[stop : stop + 8]) is not None
    )


def _pieces(start: int, end: int) -> list[tuple[int, int]]:
    return [(at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST)]
