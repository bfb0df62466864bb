"""The marks of a film in a list: how sure its date is, and whether you want it or have seen it."""

from enum import Enum
from typing import NamedTuple

from watchlist.domain.claim import Certainty
from watchlist.domain.countdown import ReleaseToday, State
from watchlist.domain.entry import Status
from watchlist.domain.release import Agreement


class _Sign(NamedTuple):
    sign: str
    style: str
    meaning: str


class Mark(Enum):
    """A mark: its sign, its colour and what it means. No two signs are the same, so that colour is never needed."""

    OUT = _Sign("✓", "bold green", "out")
    PRESUMED = _Sign("~", "green", "out as announced, not reported yet")
    CONFIRMED = _Sign("●", "green", "confirmed")
    ANNOUNCED = _Sign("◐", "cyan", "announced")
    RUMOURED = _Sign("○", "magenta", "only rumoured")
    DIFFERS = _Sign("≠", "bold red", "sources differ")
    STALE = _Sign("?", "yellow", "stale: may be out of date")
    OVERDUE = _Sign("!", "yellow", "overdue")
    CANCELLED = _Sign("×", "red", "cancelled")
    UNDATED = _Sign("–", "dim", "no date yet")
    LISTED = _Sign("♥", "magenta", "on your list")
    WANTED = _Sign("♡", "magenta", "wanted")
    SEEN = _Sign("■", "green", "watched")
    DROPPED = _Sign("□", "dim", "dropped")
    KEPT = _Sign("◇", "dim", "kept, not waited for")

    @property
    def sign(self) -> str:
        """One character."""
        return self.value.sign

    @property
    def style(self) -> str:
        """Its Rich style."""
        return self.value.style

    @property
    def colour(self) -> str:
        """The name of its colour."""
        return self.value.style.removeprefix("bold ").replace("dim", "grey")

    @property
    def meaning(self) -> str:
        """What it says, in words."""
        return self.value.meaning


def sureness_mark(shown: ReleaseToday | None) -> Mark:
    """Choose the mark for how sure a date is; what matters most to the user decides."""
    if shown is None:
        return Mark.UNDATED
    state, release = shown.countdown.state, shown.release
    if shown.presumed or shown.stale:
        return Mark.PRESUMED if shown.presumed else Mark.STALE
    if state in _BY_STATE:
        return _BY_STATE[state]
    if release.agreement is Agreement.CONFLICT:
        return Mark.DIFFERS
    return Mark.OVERDUE if state is State.OVERDUE else _BY_CERTAINTY[release.certainty]


def certainty_mark(certainty: Certainty) -> Mark:
    """Choose the mark of a certainty alone."""
    return _BY_CERTAINTY[certainty]


_BY_STATE = {State.OUT: Mark.OUT, State.UNDATED: Mark.UNDATED, State.CANCELLED: Mark.CANCELLED}
_BY_CERTAINTY = {
    Certainty.RUMOURED: Mark.RUMOURED,
    Certainty.SPECULATED: Mark.RUMOURED,
    Certainty.ANNOUNCED: Mark.ANNOUNCED,
    Certainty.CONFIRMED: Mark.CONFIRMED,
    Certainty.RELEASED: Mark.OUT,
    Certainty.CANCELLED: Mark.CANCELLED,
}
STATUS = {Status.WANTED: Mark.WANTED, Status.WATCHED: Mark.SEEN, Status.DROPPED: Mark.DROPPED, Status.KEPT: Mark.KEPT}
"""The mark for what the user means to do with a film, or has done."""


def legend_with_colours() -> str:
    """Explain every mark and its colour in a sentence; for help and the man page."""
    return "Marks: " + ", ".join(f"{mark.sign} {mark.meaning} ({mark.colour})" for mark in Mark) + "."
