"""A page as the reader sees it: blocks of text with what is marked in them, and its metadata."""

from enum import StrEnum
from typing import NamedTuple

LONGEST = 400_000
"""Letters of text that an article may have: a long book has a million."""


class TooLong(ValueError):
    """A page has more text than an article."""


class Kind(StrEnum):
    """What a block of text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"


class Mark(NamedTuple):
    """A stretch of a block that is set apart: in italics or bold, or as the text of a link."""

    start: int
    end: int
    is_link: bool = False


class Block(NamedTuple):
    """One heading, paragraph, list item or table row.

    `level` is that of a heading, 1 to 6. A row has its cells, and the words at the head of
    each column; `label` is the head of the row itself ("Release dates") where it has one.
    """

    kind: Kind
    text: str
    level: int = 0
    marks: tuple[Mark, ...] = ()
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    label: str = ""
    names: frozenset[str] = frozenset()
    """The class and id words, and item properties, of the elements around it."""

    @property
    def link_share(self) -> float:
        """How much of the text is that of links, 0 to 1."""
        linked = sum(mark.end - mark.start for mark in self.marks if mark.is_link)
        return linked / len(self.text) if self.text else 0.0


class Page(NamedTuple):
    """What was found on a page.

    `blocks` is the article's own text, `everything` all text in its order. `facts` are the
    values of metadata by name, in lower case; `linked_data` the parsed JSON-LD scripts.
    """

    blocks: tuple[Block, ...]
    everything: tuple[Block, ...]
    facts: dict[str, tuple[str, ...]]
    linked_data: tuple[object, ...] = ()
    language: str = ""
