"""The history of a film's dates, from old revisions of its article: evenly spread samples, more where they differ.

Old revisions are requested two seconds apart, for one film at a time (Wikimedia's robot policy).
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from watchlist.domain.claim import Claim
from watchlist.domain.dates import Edtf
from watchlist.services.live.citation import SETTLED
from watchlist.services.live.shape import day_of, number, rows, text
from watchlist.services.live.wikipedia import WikipediaArticle, read_infobox
from watchlist.services.upkeep.refresh.wikidata_calls import in_batches
from watchlist.services.upkeep.refresh.wikipedia_calls import read_page
from watchlist.storage.web.client import Client

PAUSE = 2.0
"""Seconds between calls for old revisions."""
_SAMPLES = 50
_MOST_LISTED = 10_000
_MOST_ROUNDS = 12
_COMMON: dict[str, str | int] = {"action": "query", "format": "json", "formatversion": 2, "maxlag": 5}


class _Revision(NamedTuple):
    id: int
    day: date


def date_history(client: Client, title: str, *, today: date) -> list[Claim]:
    """Return a claim for each date that the article has given, reported on the day it first appeared there.

    A date that was removed in less than a day does not count. Raises `Fault` if Wikipedia fails.
    """
    revisions = _list(client, title)
    pages = _sampled(client, revisions, today)
    standing = [(one, _said(pages[one.id], today)) for one in revisions if one.id in pages]
    claims: list[Claim] = []
    before: frozenset[Claim] = frozenset()
    for place, (revision, said) in enumerate(standing):
        is_last = place + 1 == len(standing)
        stood = (today if is_last else standing[place + 1][0].day) - revision.day
        if is_last or stood >= timedelta(days=1):
            new = (claim for claim in said if _value(claim) not in _values(before))
            claims += [_reported(claim, revision) for claim in sorted(new, key=str)]
            before = said
    return claims


def _list(client: Client, title: str) -> list[_Revision]:
    """Return the revisions of an article, the oldest first."""
    found: list[_Revision] = []
    goes_on: dict[str, str | int] = {}
    while len(found) < _MOST_LISTED:
        answer = client.ask(
            titles=title, prop="revisions", rvprop="ids|timestamp", rvlimit=500, rvdir="newer", **goes_on, **_COMMON
        )
        for row in rows(answer, "query", "pages", 0, "revisions"):
            key, day = number(row, "revid"), day_of(text(row, "timestamp"))
            found += [_Revision(key, day)] if key and day else []
        further = text(answer, "continue", "rvcontinue")
        if further is None:
            break
        goes_on = {"rvcontinue": further}
    return found


def _sampled(client: Client, revisions: Sequence[_Revision], today: date) -> dict[int, WikipediaArticle]:
    """Read evenly spread revisions, then bisect between neighbours that differ, until each change is found."""
    pages: dict[int, WikipediaArticle] = {}
    tried: set[int] = set()
    last = len(revisions) - 1
    wanted = sorted({round(n * last / (_SAMPLES - 1)) for n in range(_SAMPLES)}) if revisions else []
    for _ in range(_MOST_ROUNDS):
        ids = [revisions[place].id for place in wanted if revisions[place].id not in tried]
        if not ids:
            break
        tried.update(ids)
        for batch in in_batches(ids, _SAMPLES):
            pages |= _read(client, batch)
        wanted = _between(revisions, pages, today)
    return pages


def _between(revisions: Sequence[_Revision], pages: dict[int, WikipediaArticle], today: date) -> list[int]:
    """Return the positions halfway between neighbours that differ."""
    read = [place for place, one in enumerate(revisions) if one.id in pages]
    said = {place: _values(_said(pages[revisions[place].id], today)) for place in read}
    return [(one + other) // 2 for one, other in pairwise(read) if other - one > 1 and said[one] != said[other]]


def _read(client: Client, ids: Sequence[int]) -> dict[int, WikipediaArticle]:
    answer = client.ask(
        revids="|".join(map(str, ids)),
        prop="revisions",
        rvprop="ids|timestamp|content",
        rvslots="main",
        rvsection=0,
        **_COMMON,
    )
    pages: dict[int, WikipediaArticle] = {}
    for value in rows(answer, "query", "pages"):
        for revision in rows(value, "revisions"):
            page = read_page(value, revision)
            if page and page.revision in ids:
                pages[page.revision] = page
    return pages


def _said(page: WikipediaArticle, today: date) -> frozenset[Claim]:
    return frozenset(read_infobox(page, today=min(today, page.edited + SETTLED)))


_Value = tuple[str, str, str | None, Edtf | None]


def _value(claim: Claim) -> _Value:
    return (claim.region, claim.channel, claim.service, claim.date)


def _values(claims: frozenset[Claim]) -> set[_Value]:
    return {_value(claim) for claim in claims}


def _reported(claim: Claim, revision: _Revision) -> Claim:
    """Date a claim by the page that it cites, else by the revision."""
    published = claim.source.published
    latest = published.span().latest if published else None
    if published and latest and latest <= revision.day:
        return claim._replace(reported=published)
    return claim._replace(reported=Edtf.of(revision.day))
