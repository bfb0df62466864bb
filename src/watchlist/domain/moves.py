"""Moves: how the date of a release changed over time."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Claim
from watchlist.domain.dates import Edtf, Span
from watchlist.domain.resolution import Resolution, evidence, in_turn, resolve


class MoveKind(StrEnum):
    """What a change did to a date. Each certainty is also a kind: that of a first date."""

    RUMOURED = "rumoured"
    SPECULATED = "speculated"
    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    RELEASED = "released"
    CANCELLED = "cancelled"
    CERTAINTY = "certainty"
    """The same date, more or less sure."""
    PRECISION = "precision"
    """A narrower date inside the old one."""
    SLIP = "slip"
    MOVED_UP = "moved-up"
    UNDATED = "undated"
    """There is no longer a date, or never was one."""

    @property
    def is_shift(self) -> bool:
        """True if the date moved to a later or an earlier day."""
        return self in (MoveKind.SLIP, MoveKind.MOVED_UP)

    @property
    def is_setback(self) -> bool:
        """True if the film comes later than expected, or may never come."""
        return self in (MoveKind.SLIP, MoveKind.UNDATED, MoveKind.CANCELLED)


class Move(NamedTuple):
    """One change of a release's date, or of what is known about it.

    `days` is how far the last possible day moved; None if that cannot be counted.
    """

    claim: Claim
    before: Edtf | None
    after: Edtf | None
    days: int | None
    kind: MoveKind


def moves(claims: Sequence[Claim]) -> tuple[Move, ...]:
    """Return how the resolution changed with each claim, in the order in which the claims were made."""
    found: list[Move] = []
    so_far: list[Claim] = []
    before: Resolution | None = None
    for news in in_turn(evidence(claims)):
        so_far += reversed(news)
        after = resolve(so_far)
        move = _move(before, after, news)
        if move:
            found.append(move)
        before = after
    return tuple(found)


def _move(before: Resolution | None, after: Resolution, news: Sequence[Claim]) -> Move | None:
    """Return the change between two resolutions; None if there is none."""
    claim = after.winner if after.winner and after.winner in news else news[0]
    old = before.date if before else None
    days = _days_moved(before.span if before else None, after.span)
    if before and (before.date, before.certainty) == (after.date, after.certainty):
        return None
    if after.certainty is Certainty.CANCELLED:
        return Move(claim, old, None, None, MoveKind.CANCELLED)
    if after.certainty is Certainty.RELEASED and (before is None or before.certainty is not Certainty.RELEASED):
        return Move(claim, old, after.date, days, MoveKind.RELEASED)
    if after.span is None:
        return Move(claim, old, after.date, None, MoveKind.UNDATED) if after.date != old else None
    if before is None or before.span is None:
        return Move(claim, old, after.date, None, MoveKind(after.certainty))
    if before.span == after.span:
        return Move(claim, old, after.date, None, MoveKind.CERTAINTY)
    if before.span.contains(after.span):
        return Move(claim, old, after.date, None, MoveKind.PRECISION)
    if not days:
        return Move(claim, old, after.date, None, _open_ended(before.span, after.span))
    return Move(claim, old, after.date, days, MoveKind.SLIP if days > 0 else MoveKind.MOVED_UP)


def _days_moved(before: Span | None, after: Span | None) -> int | None:
    """Count how far the last day moved; None if it did not, an end is open, or the new span is inside the old one."""
    if not before or not after or before.contains(after) or not before.latest or not after.latest:
        return None
    return (after.latest - before.latest).days or None


def _open_ended(before: Span, after: Span) -> MoveKind:
    """Classify a change whose days cannot be counted: an end opened or closed, or a surer but vaguer date."""
    if before.latest == after.latest:
        return MoveKind.CERTAINTY
    return MoveKind.SLIP if after.latest is None else MoveKind.MOVED_UP
