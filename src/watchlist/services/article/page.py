"""A page as people read it: blocks of text, what is marked in them, and the page's metadata."""

from enum import StrEnum
from typing import NamedTuple

LONGEST = 400_000
"""The most letters that an article may have; a long book has a million."""


class TooLong(ValueError):
    """A page has more than `LONGEST` letters of text."""


class Kind(StrEnum):
    """The kind of a block."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"


class MarkedText(NamedTuple):
    """A marked part of a block: in italics or bold, or the text of a link; offsets into the block's text."""

    start: int
    end: int
    is_link: bool = False


class Block(NamedTuple):
    """One heading, paragraph, list item or table row.

    `level` is that of a heading, 1 to 6, else 0. A row has `cells` and the headings of its
    `columns`; `label` is the heading of the row itself ("Release dates"), if it has one.
    """

    kind: Kind
    text: str
    level: int = 0
    marks: tuple[MarkedText, ...] = ()
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    label: str = ""
    names: frozenset[str] = frozenset()
    """The words in class, id and itemprop of the elements around it."""

    @property
    def link_share(self) -> float:
        """The share of the text that is in links, 0 to 1."""
        linked = sum(mark.end - mark.start for mark in self.marks if mark.is_link)
        return linked / len(self.text) if self.text else 0.0


class Page(NamedTuple):
    """A page that has been read.

    `blocks` are the article's text, `everything` is all text of the page, both in order. `facts` are the
    values of metadata by name, in lower case; `linked_data` are the parsed JSON-LD scripts; `language` is
    the page's own tag, such as "en-GB", or empty.
    """

    blocks: tuple[Block, ...]
    everything: tuple[Block, ...]
    facts: dict[str, tuple[str, ...]]
    linked_data: tuple[object, ...] = ()
    language: str = ""
