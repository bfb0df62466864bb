"""A release: all claims about one region, channel and service known on a day, and what they resolve to."""

import datetime
from collections.abc import Iterable
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Channel, Claim
from watchlist.domain.dates import Edtf, Span
from watchlist.domain.moves import Move, moves
from watchlist.domain.resolution import Resolution, conflict, evidence, live_claims, newest_first, resolve


class ReleaseKey(NamedTuple):
    """What distinguishes one release of a film from another."""

    region: str
    channel: Channel
    service: str | None


def key_of(claim: Claim) -> ReleaseKey:
    """Return the release that a claim is about."""
    return ReleaseKey(claim.region, claim.channel, claim.service)


class Agreement(StrEnum):
    """Whether the live claims about a release agree."""

    SINGLE = "single"
    AGREE = "agree"
    CONFLICT = "conflict"


class Release(NamedTuple):
    """A release as known on a day: its claims in the order of their files, and what they resolve to.

    `claims` also holds claims known to be errors; only `newest_first` includes them.
    """

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
    def last_heard(self) -> datetime.date:
        """The last day on which a source may have confirmed what is shown."""
        live = live_claims(self.claims)
        shown = self.span
        fits = [claim for claim in live if not claim.span or (shown and claim.span.agrees(shown))]
        return max(claim.known_from for claim in fits or live)

    @property
    def agreement(self) -> Agreement:
        """Whether the live claims agree."""
        live = live_claims(self.claims)
        if any(conflict(newer, older) for newer, older in combinations(live, 2)):
            return Agreement.CONFLICT
        return Agreement.AGREE if len(self.agreeing) > 1 else Agreement.SINGLE

    @property
    def agreeing(self) -> tuple[str, ...]:
        """The publishers whose live claims agree with the date shown, newest first, without repeats."""
        shown = self.span
        fits = (
            claim.source.publisher
            for claim in live_claims(self.claims)
            if (claim.span is None if shown is None else claim.span and claim.span.agrees(shown))
        )
        return tuple(dict.fromkeys(fits))

    @property
    def conflicting(self) -> tuple[Claim, ...]:
        """The live claims that contradict the date shown, newest first."""
        shown = self.span
        return tuple(
            claim for claim in live_claims(self.claims) if shown and claim.span and not claim.span.overlaps(shown)
        )

    @property
    def moves(self) -> tuple[Move, ...]:
        """The changes that led to the date shown, oldest first."""
        return moves(self.claims)


def releases_on(claims: Iterable[Claim], day: datetime.date) -> tuple[Release, ...]:
    """Group the claims known on `day` by release and resolve each group, the soonest release first.

    A release whose every claim is an error is left out.
    """
    known: dict[ReleaseKey, list[Claim]] = {}
    for claim in claims:
        if claim.known_from <= day:
            known.setdefault(key_of(claim), []).append(claim)
    releases = (Release(key, tuple(group), resolve(group)) for key, group in known.items() if evidence(group))
    return tuple(sorted(releases, key=lambda release: release_order(release.date, release.span)))


def release_order(shown: Edtf | None, span: Span | None) -> tuple[int, tuple[bool, int, int]]:
    """Sort key of dates: by last day, then the narrower first; TBA and missing dates come last."""
    return (0, span.order) if span else (1 if shown else 2, (True, 0, 0))
