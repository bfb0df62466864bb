"""Who said it: sources made from citations, and from the records that are kept up by many."""

from urllib.parse import urlsplit
from zlib import crc32

from watchlist.domain.claim import Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.names import slug

RECORDS = ("Wikidata", "Wikipedia", "TMDB")
"""Publishers that keep one value up to date, where a page has its day and stays."""


def article(
    publisher: str | None, *, via: str, url: str | None, title: str | None, author: str | None, published: Edtf | None
) -> Source | None:
    """Make the source of a cited page; None where neither a publisher nor an address is known.

    `via` names the record that cites it.
    """
    name = publisher or (urlsplit(url).hostname or "").removeprefix("www.") if url else publisher
    if not name:
        return None
    mark = crc32("|".join((url or "", title or "", published.text if published else "")).encode())
    day = f"-{published.text.replace('/', '-').strip('?~%.-')}" if published else ""
    return Source(
        id=f"{slug(name)}{day}-{mark:08x}",
        publisher=name,
        title=title,
        author=author,
        url=url,
        published=published,
        note=f"by way of {via}",
    )


def record(publisher: str, mark: str, url: str, note: str | None = None) -> Source:
    """Make the source of a record that is kept up; `mark` tells its revision from others."""
    return Source(id=f"{slug(publisher)}-{mark}".lower(), publisher=publisher, url=url, note=note)


def is_record(claim: Claim) -> bool:
    """Say whether a claim rests on a record alone, which has no day of its own."""
    return claim.source.published is None
