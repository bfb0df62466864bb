"""Resolution: the one date and certainty that a set of claims about one release resolves to.

The rule, in the order in which `resolve` applies it:

1. Only firm claims (announced or surer) count for the date; the others count while there is no firm one.
2. The newest of them gives the date. An older one that lies inside it makes it more precise, so that a
   later, vaguer claim never makes a date less precise.
3. A release or a cancellation stands until a newer firm claim says otherwise.
4. The certainty is that of the surest claim with the date shown.
5. Live claims that exclude each other are a conflict, and are shown as one (`live_claims`, `conflict`).

A claim that is known to be an error is no evidence: it takes part in none of this.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from watchlist.domain.claim import UNSOURCED, Certainty, Claim
from watchlist.domain.dates import Edtf, Span


class Resolution(NamedTuple):
    """What a set of claims resolves to.

    `winner` is the claim whose date is shown: None where no claim has a date. `last` is
    the claim with the date that was lost, where the winner says that there is none or the
    release is cancelled.
    """

    winner: Claim | None
    certainty: Certainty
    last: Claim | None = None
    contested: bool = False
    """True where a newer claim, too weak to win, says something else: another date, or that there is none."""

    @property
    def date(self) -> Edtf | None:
        """The date shown, `XXXX` for "no date"; None if no claim has one or the release is cancelled."""
        if self.winner is None or self.certainty is Certainty.CANCELLED:
            return None
        return self.winner.date

    @property
    def span(self) -> Span | None:
        """The bounds of the date shown."""
        if self.winner is None or self.certainty is Certainty.CANCELLED:
            return None
        return self.winner.span


def evidence(claims: Iterable[Claim]) -> list[Claim]:
    """Leave out claims that are known to be errors."""
    return [claim for claim in claims if claim.error is None]


def newest_first(claims: Iterable[Claim]) -> list[Claim]:
    """Sort claims, the newest first; on one day the finer date, then the surer claim, then the later in the file."""
    unsorted = list(claims)
    if len(unsorted) == 1:
        return unsorted
    return [
        claim
        for _, claim in sorted(
            enumerate(unsorted),
            key=lambda item: (item[1].newness, -_breadth(item[1].span), item[1].certainty.rank, item[0]),
            reverse=True,
        )
    ]


def resolve(claims: Sequence[Claim]) -> Resolution:
    """Resolve claims, at least one of them evidence, by the rule at the top of this module."""
    ordered = newest_first(evidence(claims))
    dated = [claim for claim in ordered if claim.is_dated and claim.certainty is not Certainty.CANCELLED]
    dated = [claim for claim in dated if claim.certainty.is_firm] or dated
    winner = _finest(dated) if dated else None
    last = next((claim for claim in dated if claim.span), None)
    if _stands(Certainty.CANCELLED, ordered):
        return Resolution(winner, Certainty.CANCELLED, _finest(dated[dated.index(last) :]) if last else None)
    if winner is None:
        released = _stands(Certainty.RELEASED, ordered)
        return Resolution(None, Certainty.RELEASED if released else ordered[0].certainty)
    certainty = Certainty.RELEASED if _stands(Certainty.RELEASED, ordered) else _surest(winner, ordered)
    if winner.span is None and last is not None:
        return Resolution(winner, certainty, _finest(dated[dated.index(last) :]))
    newer = (claim for claim in ordered if claim.is_dated and claim.newness > dated[0].newness)
    contested = any(not (claim.span and winner.span and claim.span.agrees(winner.span)) for claim in newer)
    return Resolution(winner, certainty, contested=contested)


def live_claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Leave out errors and claims that a newer one has replaced; return the rest, the newest first."""
    ordered = newest_first(evidence(claims))
    return tuple(
        older
        for position, older in enumerate(ordered)
        if not any(_replaces(newer, older) for newer in ordered[:position])
    )


def _breadth(span: Span | None) -> int:
    """Count the days that a date leaves open: more than any other for one without an end, most without a date."""
    if span is None or span.earliest is None or span.latest is None:
        return _ENDLESS if span else _DATELESS
    return (span.latest - span.earliest).days


_ENDLESS = date.max.toordinal()
_DATELESS = _ENDLESS + 1


def _finest(ordered: Sequence[Claim]) -> Claim:
    """Go from the newest claim to older ones that lie inside it, until one disagrees."""
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
    """Return the strongest certainty among the claims with the winner's date."""
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


def _stands(state: Certainty, ordered: Sequence[Claim]) -> bool:
    """Return whether there is a claim of this state, and no newer firm claim contradicts it."""
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
    """Return whether a newer claim contradicts an older one and outweighs it: firm, or of the same source."""
    if newer.newness <= older.newness or newer.date is None or older.span is None:
        return False
    same_source = newer.source.publisher == older.source.publisher and newer.source != UNSOURCED
    return (same_source or newer.certainty.is_firm) and (newer.span is None or not newer.span.overlaps(older.span))


def conflict(one: Claim, other: Claim) -> bool:
    """Return whether the dates of two claims exclude each other."""
    return one.span is not None and other.span is not None and not one.span.overlaps(other.span)
