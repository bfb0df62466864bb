"""What was done to the list: the steps that can be undone and redone, and the copies of earlier lists."""

from datetime import datetime
from typing import NamedTuple


class Done(NamedTuple):
    """A step: when it was made, in words, which titles or ids it touched, and whether it was undone."""

    at: datetime
    what: str
    undone: bool


class Log(NamedTuple):
    """The steps, the newest first."""

    steps: tuple[Done, ...]


class Copy(NamedTuple):
    """A copy of the list as it was before a change: its number, 1 is the newest, and what is in it."""

    number: int
    made: datetime
    size: int
    entries: int | None
    """How many entries it has; None where it is damaged."""


class Copies(NamedTuple):
    """The copies, the newest first."""

    copies: tuple[Copy, ...]
