"""Moves: how the date of a release came to be what it is, change by change."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Claim
from watchlist.domain.dates import Edtf, Span
from watchlist.domain.resolution import Resolution, newest_first, resolve


class Move(NamedTuple):
    """One change of a release's date, or of what is known about it.

    `kind` is the certainty of a first date (`announced` ...), or one of `certainty`,
    `precision`, `slip`, `moved-up`, `undated`, `cancelled`, `released`. `days` counts how
    far the last possible day moved, None where that cannot be counted.
    """

    claim: Claim
    before: Edtf | None
    after: Edtf | None
    days: int | None
    kind: str


def moves(claims: Sequence[Claim]) -> tuple[Move, ...]:
    """Tell how the resolution changed as the claims came in, in the order they were made."""
    told: list[Move] = []
    so_far: list[Claim] = []
    before: Resolution | None = None
    made = sorted(claims, key=lambda claim: claim.newness)
    for _, group in groupby(made, key=lambda claim: claim.newness):
        news = list(group)
        so_far += news
        after = resolve(so_far)
        move = _move(before, after, newest_first(news))
        if move:
            told.append(move)
        before = after
    return tuple(told)


def _move(before: Resolution | None, after: Resolution, news: Sequence[Claim]) -> Move | None:
    """Name the change between two resolutions, if there is one."""
    claim = after.winner if after.winner and after.winner in news else news[0]
    old = before.date if before else None
    days = _days_moved(before.span if before else None, after.span)
    if before and (before.date, before.certainty) == (after.date, after.certainty):
        return None
    if after.certainty is Certainty.CANCELLED:
        return Move(claim, old, None, None, Certainty.CANCELLED)
    if after.certainty is Certainty.RELEASED and (before is None or before.certainty is not Certainty.RELEASED):
        return Move(claim, old, after.date, days, Certainty.RELEASED)
    if after.span is None:
        return Move(claim, old, after.date, None, "undated") if after.date != old else None
    if before is None or before.span is None:
        return Move(claim, old, after.date, None, after.certainty)
    if before.span == after.span:
        return Move(claim, old, after.date, None, "certainty")
    if before.span.contains(after.span):
        return Move(claim, old, after.date, None, "precision")
    if not days:
        return Move(claim, old, after.date, None, _open_ended(before.span, after.span))
    return Move(claim, old, after.date, days, "slip" if days > 0 else "moved-up")


def _days_moved(before: Span | None, after: Span | None) -> int | None:
    """Count how far the last day moved; None if an end is open, or the new span lies in the old one."""
    if not before or not after or before.contains(after) or not before.latest or not after.latest:
        return None
    return (after.latest - before.latest).days or None


def _open_ended(before: Span, after: Span) -> str:
    """Name a change whose days cannot be counted: an end opened or closed, or a surer, coarser word."""
    if before.latest == after.latest:
        return "certainty"
    return "slip" if after.latest is None else "moved-up"
