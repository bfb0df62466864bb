"""Resolution: what a set of claims on one release comes to.

The rule, as `watchlist why` explains it: the newest firm word gives the date, the newest
of the rest where nobody is firm; a later, vaguer word never makes a date less precise; where
live claims exclude each other, that is a conflict and is shown as one.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from watchlist.domain.claim import UNSOURCED, Certainty, Claim
from watchlist.domain.dates import Edtf, Span


class Resolution(NamedTuple):
    """What a set of claims comes to.

    `winner` is the claim whose date is shown: None where no claim speaks of a date. `last`
    is the date that was lost, where the winner says that there is none or the release is
    cancelled.
    """

    winner: Claim | None
    certainty: Certainty
    last: Claim | None = None
    contested: bool = False
    """True where a newer claim, too weak to win, excludes the date shown."""

    @property
    def date(self) -> Edtf | None:
        """The date shown, `XXXX` for none; None if nobody speaks of one or it is called off."""
        if self.winner is None or self.certainty is Certainty.CANCELLED:
            return None
        return self.winner.date

    @property
    def span(self) -> Span | None:
        """The bounds of the date shown."""
        if self.winner is None or self.certainty is Certainty.CANCELLED:
            return None
        return self.winner.span


def newest_first(claims: Iterable[Claim]) -> list[Claim]:
    """Sort by newness; of one day the finer date, then the surer claim, then the later in the file."""
    return [
        claim
        for _, claim in sorted(
            enumerate(claims),
            key=lambda item: (item[1].newness, -_breadth(item[1].span), item[1].certainty.rank, item[0]),
            reverse=True,
        )
    ]


def resolve(claims: Sequence[Claim]) -> Resolution:
    """Resolve claims that are all known to one date and certainty (design: resolution)."""
    ordered = newest_first(claims)
    dated = [claim for claim in ordered if claim.is_dated and claim.certainty is not Certainty.CANCELLED]
    dated = [claim for claim in dated if claim.certainty.is_firm] or dated
    winner = _finest(dated) if dated else None
    last = next((claim for claim in dated if claim.span), None)
    if _holds(Certainty.CANCELLED, ordered):
        return Resolution(winner, Certainty.CANCELLED, _finest(dated[dated.index(last) :]) if last else None)
    if winner is None:
        released = _holds(Certainty.RELEASED, ordered)
        return Resolution(None, Certainty.RELEASED if released else ordered[0].certainty)
    certainty = Certainty.RELEASED if _holds(Certainty.RELEASED, ordered) else _surest(winner, ordered)
    if winner.span is None and last is not None:
        return Resolution(winner, certainty, _finest(dated[dated.index(last) :]))
    newer = (claim for claim in ordered if claim.newness > dated[0].newness)
    return Resolution(winner, certainty, contested=any(conflict(claim, winner) for claim in newer))


def live_claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Leave out what a newer word has replaced; give the rest, the newest first."""
    ordered = newest_first(claims)
    return tuple(
        older
        for position, older in enumerate(ordered)
        if not any(_replaces(newer, older) for newer in ordered[:position])
    )


def _breadth(span: Span | None) -> int:
    """Count the days that a span leaves open; without a date or an end, more than any span has."""
    if span is None or span.earliest is None or span.latest is None:
        return date.max.toordinal() + (span is None)
    return (span.latest - span.earliest).days


def _finest(ordered: Sequence[Claim]) -> Claim:
    """Walk from the newest claim to older ones that lie inside it, until one disagrees."""
    winner, bounds = ordered[0], ordered[0].span
    if bounds is None:
        return winner
    for older in ordered[1:]:
        span = older.span
        if span is None or not span.agrees(bounds):
            break
        if bounds.contains(span) and span != bounds:
            winner, bounds = older, span
    return winner


def _surest(winner: Claim, ordered: Sequence[Claim]) -> Certainty:
    """Give the strongest word among the claims that give the winner's date."""
    return max(
        (
            claim.certainty
            for claim in ordered
            if claim.is_dated
            and claim.span == winner.span
            and claim.certainty not in (Certainty.RELEASED, Certainty.CANCELLED)
        ),
        key=lambda certainty: certainty.rank,
        default=winner.certainty,
    )


def _holds(state: Certainty, ordered: Sequence[Claim]) -> bool:
    """Say whether the newest claim of this state has not been contradicted by a newer firm word."""
    saying = next((claim for claim in ordered if claim.certainty is state), None)
    return saying is not None and not any(
        _says_otherwise(newer, saying) for newer in ordered if newer.newness > saying.newness
    )


def _says_otherwise(newer: Claim, state: Claim) -> bool:
    if not newer.certainty.is_firm or newer.certainty is state.certainty:
        return False
    if state.certainty is Certainty.CANCELLED or newer.certainty is Certainty.CANCELLED:
        return newer.is_dated or newer.certainty is Certainty.CANCELLED
    if newer.date is None:
        return False
    if newer.span is None:
        return True
    if state.span is not None:
        return not newer.span.overlaps(state.span)
    return newer.span.earliest is not None and newer.span.earliest > newer.newness


def _replaces(newer: Claim, older: Claim) -> bool:
    """Say whether the newer word takes the place of one that it contradicts."""
    if newer.newness <= older.newness or newer.date is None or older.span is None:
        return False
    same_source = newer.source.publisher == older.source.publisher and newer.source != UNSOURCED
    return (same_source or newer.certainty.is_firm) and (newer.span is None or not newer.span.overlaps(older.span))


def conflict(one: Claim, other: Claim) -> bool:
    """Say whether two claims exclude each other."""
    return one.span is not None and other.span is not None and not one.span.overlaps(other.span)
