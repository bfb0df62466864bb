"""Removing the dateline before the first sentence of a story: "SEOUL, May 5 (Agency) -"."""

import re

from watchlist.services.article.page import Block

_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?:,? \d{4})?)"
_DASH = r"\s*(?:--|[—–-])\s*"
_DATELINE = re.compile(
    rf"[A-Z][A-Z .'’-]{{2,30}}(?:, ?[A-Z][\w. ]{{1,20}}?)?(?:,? \(?{_DAY}\)?)?(?: ?\([^()]{{2,30}}\))?{_DASH}(?:{_DAY}{_DASH})?(?=[“\"‘A-Z])"
)


def without_dateline(block: Block) -> Block:
    """Return a paragraph without the dateline that it may begin with."""
    match = _DATELINE.match(block.text)
    if match is None:
        return block
    cut = match.end()
    marks = tuple(
        mark._replace(start=mark.start - cut, end=mark.end - cut) for mark in block.marks if mark.start >= cut
    )
    return block._replace(text=block.text[cut:], marks=marks)
