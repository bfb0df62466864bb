"""A claim: what one source says about one release, and when it was said and became known."""

import datetime
import re
from enum import StrEnum
from typing import NamedTuple

from watchlist.domain.dates import Edtf, Span
from watchlist.domain.errors import BadValue
from watchlist.domain.region import hemisphere


class Certainty(StrEnum):
    """How sure a source is, from weakest to strongest; or that the release is cancelled."""

    RUMOURED = "rumoured"
    SPECULATED = "speculated"
    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    RELEASED = "released"
    CANCELLED = "cancelled"

    @property
    def rank(self) -> int:
        """0 for a rumour up to 4 for a release; a cancellation ranks like a release."""
        return _RANK[self]

    @property
    def is_firm(self) -> bool:
        """True for `announced` and above: one firm claim outweighs any number of newer rumours."""
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

    @property
    def word(self) -> str:
        """The word shown on screen: "cinemas" for `theatrical`."""
        return _CHANNEL_WORDS[self][0]


_CHANNEL_WORDS = {
    Channel.PREMIERE: ("premiere", "premieres", "festival", "festivals"),
    Channel.LIMITED: ("limited", "selected cinemas"),
    Channel.THEATRICAL: ("cinemas", "cinema", "theatrical", "theaters", "theater", "theatres", "theatre"),
    Channel.DIGITAL: ("streaming", "stream", "digital"),
    Channel.PHYSICAL: ("disc", "discs", "physical", "dvd", "blu-ray"),
    Channel.TV: ("tv", "television"),
}
"""What people call each channel; the first word is the one we show."""


def parse_channel(text: str) -> Channel:
    """Read a channel by any of its words, such as "cinemas"; raise `BadValue` for any other text."""
    word = " ".join(text.split()).casefold()
    for channel, names in _CHANNEL_WORDS.items():
        if word in names:
            return channel
    raise BadValue(f'"{text}" is not a way to see a film: write {CHANNEL_CHOICE}')


CHANNEL_CHOICE = ", ".join(channel.word for channel in Channel)
"""All channel words in one line, for help and error messages."""


class Source(NamedTuple):
    """Where a claim comes from. `published` may be vague, or None if unknown.

    The `note` of a source that is known only because a record cites it begins with the record: "via Wikidata Q7".
    """

    id: str
    publisher: str
    title: str | None = None
    author: str | None = None
    url: str | None = None
    published: Edtf | None = None
    note: str | None = None

    @property
    def via(self) -> str | None:
        """The name of the record that cites the source: "Wikidata"; None for a source that was read itself."""
        note = self.note or ""
        mark = next((one for one in (VIA, "by way of ") if note.startswith(one)), None)  # the second one is older
        return re.split(r"[;,]| Q\d", note.removeprefix(mark))[0] if mark else None


def parse_address(text: str) -> str:
    """Accept the address of a web page; raise `BadValue` for any other text."""
    if not text.startswith(("https://", "http://")) or not text.isprintable() or " " in text:
        raise BadValue(f'"{text}" is not an address that starts with https://')
    return text


VIA = "via "
"""Begins the note of a source that is known only because a record cites it."""
UNSOURCED = Source(id="unsourced", publisher="no named source")
"""The source of a claim that names none; it is shown as such."""


class Claim(NamedTuple):
    """What one source says about one release.

    `date` is None if the claim only gives the state ("it is on Netflix now"), and `XXXX` if
    it says that there is no date. `said` quotes a few of the source's own words. `reported` is
    when it was said, as far as known; `seen` is the day on which it entered the catalogue.
    `error` explains why the claim is known to be wrong; None if it is not.
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
        """The bounds of the date in the region's hemisphere; None without a date or for TBA."""
        if self.date is None or self.date.is_tba:
            return None
        return self.date.span(hemisphere(self.region))

    @property
    def is_dated(self) -> bool:
        """True if the claim gives a date, or says that there is none."""
        return self.date is not None

    @property
    def known_from(self) -> datetime.date:
        """The day from which the claim was certainly known.

        That is the latest day that `reported` allows or, if that is open or unknown, the
        day on which it was seen. A question about the past uses only claims known by then.
        """
        if self.reported is not None:
            latest = self.reported.span().latest
            if latest is not None:
                return latest
        return self.seen

    @property
    def newness(self) -> datetime.date:
        """The earliest day on which the claim can have been made; an unknown day counts as the oldest."""
        earliest = self.reported.span().earliest if self.reported else None
        return earliest or datetime.date.min
