"""Why a date is shown: the part that each claim plays in it, by the rule in `domain.resolution`."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Claim
from watchlist.domain.countdown import ReleaseToday, in_order_of_interest, releases_today
from watchlist.domain.film import Film
from watchlist.domain.release import Release, ReleaseKey, key_of
from watchlist.domain.resolution import live_claims, newest_first


class Verdict(StrEnum):
    """The part that a claim plays in the shown date."""

    GIVES = "gives the date"
    SAME = "says the same"
    FINER = "fits, and is finer"
    COARSER = "fits, and is coarser"
    STATE = "speaks of no date"
    TAKES_AWAY = "says that there is no date"
    CALLED_OFF = "says that it is cancelled"
    REPLACED = "replaced by a newer word"
    DIFFERS = "differs"
    OVERLAPS = "overlaps"
    ERROR = "an error"
    NOT_YET = "not known yet on this day"


class JudgedClaim(NamedTuple):
    """A claim and its verdict."""

    claim: Claim
    verdict: Verdict


class ReleaseExplanation(NamedTuple):
    """The claims about a release, the newest first, with their verdicts; those not known yet come last.

    `shown` is None if none of them is known on the day.
    """

    key: ReleaseKey
    shown: ReleaseToday | None
    judged: tuple[JudgedClaim, ...]


class Explanation(NamedTuple):
    """How the dates of a film are chosen on a day."""

    film: Film
    releases: tuple[ReleaseExplanation, ...]
    today: date


def explain(film: Film, *, today: date) -> Explanation:
    """Judge every claim about a film by what is known on a day."""
    resolved = in_order_of_interest(releases_today(film, today))
    later: dict[ReleaseKey, list[Claim]] = {}
    known = {one.release.key for one in resolved}
    for claim in film.claims:
        if claim.known_from > today or key_of(claim) not in known:
            later.setdefault(key_of(claim), []).append(claim)
    explained = [
        ReleaseExplanation(
            one.release.key, one, (*_judge(one.release), *_unused(later.pop(one.release.key, []), today))
        )
        for one in resolved
    ]
    explained += [ReleaseExplanation(key, None, _unused(claims, today)) for key, claims in later.items()]
    return Explanation(film, tuple(explained), today)


def _unused(claims: Sequence[Claim], today: date) -> tuple[JudgedClaim, ...]:
    return tuple(
        JudgedClaim(claim, Verdict.NOT_YET if claim.known_from > today else Verdict.ERROR)
        for claim in newest_first(claims)
    )


def _judge(release: Release) -> tuple[JudgedClaim, ...]:
    live = live_claims(release.claims)
    return tuple(JudgedClaim(claim, _verdict(claim, release, is_live=claim in live)) for claim in release.newest_first)


def _verdict(claim: Claim, release: Release, *, is_live: bool) -> Verdict:
    shown, span = release.span, claim.span
    if claim.error:
        return Verdict.ERROR
    if claim.certainty is Certainty.CANCELLED:
        return Verdict.CALLED_OFF
    if claim.date is None:
        return Verdict.STATE
    if span is None:
        return Verdict.TAKES_AWAY if is_live else Verdict.REPLACED
    if claim is release.resolution.winner and shown:
        return Verdict.GIVES
    if not is_live or shown is None:
        return Verdict.REPLACED
    if span == shown:
        return Verdict.SAME
    if shown.contains(span):
        return Verdict.FINER
    if span.contains(shown):
        return Verdict.COARSER
    return Verdict.DIFFERS if claim in release.conflicting else Verdict.OVERLAPS
