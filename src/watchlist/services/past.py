"""What was done to the list: the steps that can be undone and redone, and the copies of earlier lists."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Done:
    """A step: when it was made, in words, which titles or ids it touched, and whether it was undone."""

    at: datetime
    what: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Log:
    """The steps, the newest first."""

    steps: tuple[Done, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the list as it was before a change: its number, 1 is the newest, and what is in it."""

    number: int
    made: datetime
    size: int
    entries: int | None
    """How many entries it has; None where it is damaged."""


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies, the newest first."""

    copies: tuple[Copy, ...]
