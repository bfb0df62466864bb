"""A release: all claims on one region, channel and service, resolved to one date.

The rule, as `watchlist why` explains it: the newest firm word gives the date, the newest
of the rest where nobody is firm; a later but coarser word takes no precision away; where
live claims exclude each other, that is a conflict and is shown as one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations, groupby
from typing import NamedTuple

from watchlist.domain.claim import UNSOURCED, Certainty, Channel, Claim
from watchlist.domain.dates import Edtf, Span


class ReleaseKey(NamedTuple):
    """What makes a release one release of a film."""

    region: str
    channel: Channel
    service: str | None


def key_of(claim: Claim) -> ReleaseKey:
    """Say which release a claim is about."""
    return ReleaseKey(claim.region, claim.channel, claim.service)


class Agreement(StrEnum):
    """Whether the live claims on a release fit together."""

    SINGLE = "single"
    AGREE = "agree"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Resolution:
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


@dataclass(frozen=True, slots=True)
class Release:
    """A release as known on a day: its claims in the order of their files, and what they come to."""

    key: ReleaseKey
    claims: tuple[Claim, ...]
    resolution: Resolution

    @property
    def date(self) -> Edtf | None:
        """The date shown."""
        return self.resolution.date

    @property
    def span(self) -> Span | None:
        """The bounds of the date shown."""
        return self.resolution.span

    @property
    def certainty(self) -> Certainty:
        """How sure the date is, or that the release is out or cancelled."""
        return self.resolution.certainty

    @property
    def newest_first(self) -> tuple[Claim, ...]:
        """The claims, the newest first."""
        return tuple(newest_first(self.claims))

    @property
    def agreement(self) -> Agreement:
        """Whether the live claims fit together."""
        live = live_claims(self.claims)
        if any(_conflict(newer, older) for newer, older in combinations(live, 2)):
            return Agreement.CONFLICT
        return Agreement.AGREE if len(self.agreeing) > 1 else Agreement.SINGLE

    @property
    def agreeing(self) -> tuple[str, ...]:
        """The publishers whose live word fits the date shown, each once, the newest first."""
        shown = self.span
        fits = (
            claim.source.publisher
            for claim in live_claims(self.claims)
            if (claim.span is None if shown is None else claim.span and claim.span.agrees(shown))
        )
        return tuple(dict.fromkeys(fits))

    @property
    def conflicting(self) -> tuple[Claim, ...]:
        """The live claims that exclude the date shown, the newest first."""
        shown = self.span
        return tuple(
            claim for claim in live_claims(self.claims) if shown and claim.span and not claim.span.overlaps(shown)
        )

    @property
    def moves(self) -> tuple[Move, ...]:
        """How the date came to be what it is, the oldest change first."""
        return moves(self.claims)


def releases_on(claims: Iterable[Claim], day: date) -> tuple[Release, ...]:
    """Group the claims known on `day` by release and resolve each; the soonest release first."""
    known: dict[ReleaseKey, list[Claim]] = {}
    for claim in claims:
        if claim.known_from <= day:
            known.setdefault(key_of(claim), []).append(claim)
    releases = (Release(key, tuple(group), resolve(group)) for key, group in known.items())
    return tuple(sorted(releases, key=lambda release: release_order(release.date, release.span)))


def release_order(shown: Edtf | None, span: Span | None) -> tuple[int, tuple[bool, int, int]]:
    """Sort key of dates: by the last day, then the finer one; TBA and no date at all come last."""
    return (0, span.order) if span else (1 if shown else 2, (True, 0, 0))


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
    return Resolution(winner, certainty, contested=any(_conflict(claim, winner) for claim in newer))


def live_claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Leave out what a newer word has replaced; give the rest, the newest first."""
    ordered = newest_first(claims)
    return tuple(
        older
        for position, older in enumerate(ordered)
        if not any(_replaces(newer, older) for newer in ordered[:position])
    )


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


def _conflict(one: Claim, other: Claim) -> bool:
    return one.span is not None and other.span is not None and not one.span.overlaps(other.span)


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
