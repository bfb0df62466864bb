"""Faults in claims and sources that the schema cannot see: channels, times, names and addresses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from urllib.parse import urlsplit

from watchlist.domain.claim import Channel, Claim, Source
from watchlist.domain.film import Film
from watchlist.domain.release import key_of
from watchlist.storage.toml.read import At
from watchlist.storage.toml.schema import Problem

_CODE_HOSTS = ("github.com", "gitlab.com", "codeberg.org", "bitbucket.org")
_REPOSITORY_DEPTH = 2
"""Parts in the path of a repository's front page: owner and name."""

_FEW_CINEMAS = re.compile(
    r"\blimited\b|\bfew (cinemas|theat)|\bselect(ed)? (cinemas|theat)|\bIMAX only\b", re.IGNORECASE
)
_NO_OUTLET = re.compile(r"^[\w.-]+/[\w./-]+$|\.(json|csv|ics|toml|txt|xml)$|^https?:|^headlines?\b", re.IGNORECASE)


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


def source_faults(sources: Mapping[str, Source], places: Mapping[str, int]) -> Iterator[Problem]:
    """Find the faults in the sources of one film file; `places` has the position of each by id."""
    first: dict[str, str] = {}
    pieces: dict[tuple[str, str], str] = {}
    for key, number in places.items():
        source = sources[key]
        if _NO_OUTLET.search(source.publisher):
            yield Problem(("sources", number, "publisher"), f'"{source.publisher}": name the outlet as its readers do')
        if source.url and _is_front_page(source.url):
            yield Problem(("sources", number, "url"), "the address is a front page, not the page that says it")
        elif source.url and first.setdefault(source.url, key) != key:
            yield Problem(("sources", number, "url"), f'"{first[source.url]}" has the same address')
        elif source.title and pieces.setdefault((source.publisher, source.title), key) != key:
            same = pieces[source.publisher, source.title]
            yield Problem(("sources", number, "title"), f'"{same}" is the same piece')


def _is_front_page(address: str) -> bool:
    parts = urlsplit(address)
    depth = len([part for part in parts.path.split("/") if part])
    if parts.netloc.removeprefix("www.") in _CODE_HOSTS:
        return depth <= _REPOSITORY_DEPTH
    return depth == 0 and not parts.query


def _channels(film: Film) -> Iterator[tuple[At, str]]:
    """Find openings in few cinemas that are recorded as general releases."""
    for number, claim in enumerate(film.claims):
        if claim.channel is not Channel.THEATRICAL:
            continue
        if claim.service:
            yield (number, "service"), f'a release through "{claim.service}" alone is limited, not theatrical'
        elif _FEW_CINEMAS.search(f"{claim.said or ''} {claim.note or ''}"):
            yield (number, "channel"), "the claim speaks of few cinemas: that is limited, not theatrical"


def _too_new(film: Film) -> Iterator[tuple[At, str]]:
    """Find claims that may have been made after the day on which they were read."""
    for number, claim in enumerate(film.claims):
        if claim.known_from > claim.seen:
            yield (number, "source"), f"it may have been said after {claim.seen}, when it was read: write an interval"


def _read_twice(film: Film) -> Iterator[tuple[At, str]]:
    """Find sources that remove a release's date and give one at the same time."""
    for (number, lost), given in product(enumerate(film.claims), film.claims):
        if lost.date and lost.date.is_tba and given.span and _at_one_time(lost, given):
            yield (number, "date"), f'"{lost.source.id}" names a date at the same time: read one event once'


def _at_one_time(one: Claim, other: Claim) -> bool:
    """Return whether two claims are by one source about one release, and may be from the same day."""
    source, release = one.source == other.source, (one.region, one.channel, one.service)
    if not source or release != (other.region, other.channel, other.service):
        return False
    return not (one.reported and other.reported) or one.reported.span().overlaps(other.reported.span())


def _lost_first(film: Film) -> Iterator[tuple[At, str]]:
    """Find claims that remove a date, but count as older than it only because their day is known less exactly."""
    for (number, lost), given in product(enumerate(film.claims), film.claims):
        are_two = lost.source != given.source and key_of(lost) == key_of(given) and not (lost.error or given.error)
        if are_two and lost.date and lost.date.is_tba and given.span and _may_be_newer(lost, given):
            yield (number, "source"), f'"{given.source.id}" gives a date meanwhile: tell by reported which came first'


def _may_be_newer(lost: Claim, given: Claim) -> bool:
    """Return whether a claim that counts as older may in fact be newer."""
    latest = lost.reported.span().latest if lost.reported else None
    return latest is not None and lost.newness < given.newness <= latest


def _of_no_film(film: Film) -> Iterator[tuple[At, str]]:
    """Find claims whose source is wrong that the film exists, by a dispute about its existence."""
    readings = (reading for dispute in film.disputes if dispute.field == "existence" for reading in dispute.readings)
    wrong = {reading.source for reading in readings if reading.wrong}
    for number, claim in enumerate(film.claims):
        if claim.source in wrong and not claim.error:
            yield (number, "source"), "its source is wrong about the film: say so with error"
