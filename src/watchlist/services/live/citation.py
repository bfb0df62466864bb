"""Sources made from citations, and from records that many people edit (Wikidata, Wikipedia, TMDB)."""

from datetime import timedelta
from urllib.parse import urlsplit
from zlib import crc32

from watchlist.domain.claim import VIA, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.names import slug

SETTLED = timedelta(days=7)
"""A value without a citation that has not been edited for this long is no prank: it counts as announced."""


def article(
    publisher: str | None, *, via: str, url: str | None, title: str | None, author: str | None, published: Edtf | None
) -> Source | None:
    """Make the source for a cited page; None if neither its publisher nor its address is known.

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
        note=f"{VIA}{via}",
    )


def record(publisher: str, mark: str, url: str, note: str | None = None) -> Source:
    """Make the source for a record; `mark` identifies the record and its revision."""
    return Source(id=f"{slug(publisher)}-{mark}".lower(), publisher=publisher, url=url, note=note)
