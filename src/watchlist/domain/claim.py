"""A claim: one source's word on one release, and when it was said and known."""

import datetime
from enum import StrEnum
from typing import NamedTuple

from watchlist.domain.dates import Edtf, Span
from watchlist.domain.errors import BadValue
from watchlist.domain.region import hemisphere


class Certainty(StrEnum):
    """How sure a source is, from the weakest word to the strongest; and that it is called off."""

    RUMOURED = "rumoured"
    SPECULATED = "speculated"
    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    RELEASED = "released"
    CANCELLED = "cancelled"

    @property
    def rank(self) -> int:
        """0 for a rumour, 4 for a release; a cancellation weighs as much as a release."""
        return _RANK[self]

    @property
    def is_firm(self) -> bool:
        """True from `announced` on: a firm word outweighs any number of newer rumours."""
        return self.rank >= Certainty.ANNOUNCED.rank


_RANK = {
    Certainty.RUMOURED: 0,
    Certainty.SPECULATED: 1,
    Certainty.ANNOUNCED: 2,
    Certainty.CONFIRMED: 3,
    Certainty.RELEASED: 4,
    Certainty.CANCELLED: 4,
}


class Channel(StrEnum):
    """How a release reaches people: the six release types of TMDB, in its order."""

    PREMIERE = "premiere"
    LIMITED = "limited"
    THEATRICAL = "theatrical"
    DIGITAL = "digital"
    PHYSICAL = "physical"
    TV = "tv"


class Source(NamedTuple):
    """Who said it. `published` may be vague, or None where nobody knows."""

    id: str
    publisher: str
    title: str | None = None
    author: str | None = None
    url: str | None = None
    published: Edtf | None = None
    note: str | None = None


def parse_address(text: str) -> str:
    """Accept the address of a page on the web; raise `BadValue` for any other."""
    if not text.startswith(("https://", "http://")) or not text.isprintable() or " " in text:
        raise BadValue(f'"{text}" is not an address that starts with https://')
    return text


UNSOURCED = Source(id="unsourced", publisher="no named source")
"""Stands where a claim is known from hearsay only; it is shown as such."""


class Claim(NamedTuple):
    """One source's word on one release.

    `date` None speaks of the state alone ("it is on Netflix now"); `XXXX` says that there
    is no date. `said` holds the source's own few words. `reported` is when it was said,
    as far as known; `seen` is the day on which it entered the catalogue. `error` says why
    the claim is known to be wrong, where it is.
    """

    region: str
    channel: Channel
    service: str | None
    date: Edtf | None
    certainty: Certainty
    source: Source
    seen: datetime.date
    reported: Edtf | None = None
    said: str | None = None
    note: str | None = None
    error: str | None = None

    @property
    def span(self) -> Span | None:
        """The bounds of the date in the region's hemisphere; None without a date or with TBA."""
        if self.date is None or self.date.is_tba:
            return None
        return self.date.span(hemisphere(self.region))

    @property
    def is_dated(self) -> bool:
        """True if it names a date, be it only to say that there is none."""
        return self.date is not None

    @property
    def known_from(self) -> datetime.date:
        """The day on which it was surely known.

        That is the latest day that `reported` allows; where that end is open or nothing is
        known about it, the day on which it was seen (design: two times).
        """
        if self.reported is not None:
            latest = self.reported.span().latest
            if latest is not None:
                return latest
        return self.seen

    @property
    def newness(self) -> datetime.date:
        """The earliest day on which it can have been said; one that nobody knows is oldest of all."""
        earliest = self.reported.span().earliest if self.reported else None
        return earliest or datetime.date.min
