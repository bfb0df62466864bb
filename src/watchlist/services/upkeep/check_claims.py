"""Faults in claims that the schema cannot see: wrong channels, impossible times, events entered twice."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from watchlist.domain.claim import Channel, Claim
from watchlist.domain.film import Film
from watchlist.domain.release import key_of
from watchlist.domain.resolution import conflict
from watchlist.storage.toml.read import At
from watchlist.storage.toml.schema import Problem

_PLACES = "(cinemas?|theat(er|re)s?|screens?|locations?)"
_FEW_CINEMAS = "|".join(
    (
        r"\blimited\b",
        rf"\b(a )?(few|handful of|selec(t|ted)|certain|some|two|three|four|five|[2-9]) {_PLACES}\b",
        r"\bIMAX only\b|\b(only|exclusively) (in|on|at) IMAX\b|\bIMAX[- ]exclusive\b",
        r"\bNew York and (Los Angeles|L\. ?A\.|LA\b)",
        r"\bplatform release\b|\b(special|exclusive|one-week) engagement\b|\bone[- ](night|week) (only|event)\b",
        r"\bqualifying (run|release|engagement)\b",
        r"\bausgewählten? Kinos\b|限定公開|限定上映",
    )
)
_MANY_CINEMAS = r"\b(wide|nationwide|everywhere|worldwide|not limited)\b"


def claim_faults(films: Sequence[Film]) -> Iterator[Problem]:
    """Find the faults in the claims of one film file."""
    for number, film in enumerate(films):
        for at, message in (
            *_channels(film),
            *_too_new(film),
            *_read_twice(film),
            *_lost_first(film),
            *_of_no_film(film),
        ):
            yield Problem(("films", number, "claims", *at), message)


def _channels(film: Film) -> Iterator[tuple[At, str]]:
    """Find openings in few cinemas that are recorded as general releases."""
    for number, claim in enumerate(film.claims):
        if claim.channel is not Channel.THEATRICAL:
            continue
        if claim.service:
            yield (number, "service"), f'a release through "{claim.service}" alone is limited, not theatrical'
        elif _speaks_of_few_cinemas(f"{claim.said or ''} {claim.note or ''}"):
            yield (number, "channel"), "the claim mentions few cinemas: that is limited, not theatrical"


def _speaks_of_few_cinemas(text: str) -> bool:
    is_of_few = re.search(_FEW_CINEMAS, text, re.IGNORECASE)
    return bool(is_of_few) and not re.search(_MANY_CINEMAS, text, re.IGNORECASE)


def _too_new(film: Film) -> Iterator[tuple[At, str]]:
    """Find claims that may have been made after the day on which they were read."""
    for number, claim in enumerate(film.claims):
        if claim.known_from > claim.seen:
            yield (number, "source"), f"it may have been said after {claim.seen}, when it was read: write an interval"


def _read_twice(film: Film) -> Iterator[tuple[At, str]]:
    """Find sources that say the same twice, or that at the same time give a release two dates, or one and none."""
    seen = list(enumerate(film.claims))
    for (number, one), (place, other) in combinations(seen, 2):
        if not _at_one_time(one, other) or one.error or other.error:
            continue
        name = one.source.id
        if one.date == other.date and one.certainty is other.certainty:
            yield (place, "date"), f'"{name}" says this twice: enter each event once'
        elif conflict(one, other) and one.certainty.is_firm and other.certainty.is_firm:
            words = f'"{name}" gives another day at the same time: make reported show which came first'
            yield (place, "date"), words
        elif _is_lost(one) and other.span:
            yield (number, "date"), f'"{name}" also gives a date at the same time: enter each event once'
        elif _is_lost(other) and one.span:
            yield (place, "date"), f'"{name}" also gives a date at the same time: enter each event once'


def _is_lost(claim: Claim) -> bool:
    return claim.date is not None and claim.date.is_tba


def _at_one_time(one: Claim, other: Claim) -> bool:
    """Return whether two claims are by one source about one release, and may be from the same day."""
    if one.source != other.source or key_of(one) != key_of(other):
        return False
    return not (one.reported and other.reported) or one.reported.span().overlaps(other.reported.span())


def _lost_first(film: Film) -> Iterator[tuple[At, str]]:
    """Find claims that remove a date, but count as older than it only because their day is known less exactly."""
    for (number, lost), given in product(enumerate(film.claims), film.claims):
        are_two = lost.source != given.source and key_of(lost) == key_of(given) and not (lost.error or given.error)
        if are_two and _is_lost(lost) and given.span and _may_be_newer(lost, given):
            yield (
                (number, "source"),
                f'"{given.source.id}" gives a date around then: make reported show which came first',
            )


def _may_be_newer(lost: Claim, given: Claim) -> bool:
    """Return whether a claim that counts as older may in fact be newer."""
    latest = lost.reported.span().latest if lost.reported else None
    if latest is None or given.newness < lost.newness:
        return False
    return given.newness <= latest and latest > lost.newness


def _of_no_film(film: Film) -> Iterator[tuple[At, str]]:
    """Find claims whose source is wrong that the film exists, by a dispute about its existence."""
    readings = (reading for dispute in film.disputes if dispute.field == "existence" for reading in dispute.readings)
    wrong = {reading.source for reading in readings if reading.wrong}
    for number, claim in enumerate(film.claims):
        if claim.source in wrong and not claim.error:
            yield (number, "source"), "its source is wrong about the film: add an error to the claim"
