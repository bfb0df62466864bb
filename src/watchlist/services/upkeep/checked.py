"""What a check of a film file came to: faults and warnings with their places, and what was counted."""

from typing import NamedTuple


class Remark(NamedTuple):
    """Something to correct, or to look at: line and column count from 1."""

    line: int
    column: int
    words: str


class Checked(NamedTuple):
    """The result of a check, in the order of the lines."""

    path: str
    faults: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    films: int = 0
    claims: int = 0
    sources: int = 0
