"""Turning the date that an export gives for a film into a claim by that export."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf, Precision
from watchlist.domain.names import slug
from watchlist.domain.region import WORLDWIDE
from watchlist.domain.resolution import newest_first
from watchlist.services.transfer.row import ImportedRow

_EXPORT = re.compile(r".+-export(?:-\d{4}-\d\d-\d\d)?(?:-no\d+)?")
"""Matches the ids of these claims' sources; in the first versions they had no day."""


class Export(NamedTuple):
    """An export: its format, the day it was made, and today."""

    format: str
    day: date
    today: date

    def source(self, claims: Iterable[Claim]) -> Source:
        """Return the export as the source of a new claim on a film, numbered if another claim has the same source."""
        published, taken = Edtf.of(self.day), {claim.source.id for claim in claims}
        base, number = f"{self._name}-{published.text}", 1
        source_id = base
        while source_id in taken:
            number += 1
            source_id = f"{base}-no{number}"
        return Source(source_id, f"{self.format} (your export)", published=published)

    @property
    def _name(self) -> str:
        return f"{slug(self.format)}-export"

    def is_news(self, shown: Edtf, claims: Iterable[Claim]) -> bool:
        """Return whether a date is new: not the last one by exports of this format, nor one of this export's day."""
        until = [claim for claim in self._own(claims) if claim.newness <= self.day]
        of_day = {claim.date for claim in until if claim.reported == Edtf.of(self.day)}
        last = newest_first(until)[0].date if until else None
        return shown != last and shown not in of_day

    def is_old(self, claims: Iterable[Claim]) -> bool:
        """Return whether a later export of this format has already given a date."""
        return any(claim.newness > self.day for claim in self._own(claims))

    def _own(self, claims: Iterable[Claim]) -> list[Claim]:
        return [claim for claim in claims if claim.source.id.startswith(self._name)]


def has_own_date(claims: Iterable[Claim]) -> bool:
    """Return whether any source but an export gives a release date; premieres do not count."""
    return any(
        claim.date is not None and not claim.date.is_tba and claim.error is None
        for claim in claims
        if claim.channel is not Channel.PREMIERE and not _EXPORT.fullmatch(claim.source.id)
    )


def date_of(row: ImportedRow, *, year_counts: bool) -> Edtf | None:
    """Return the release date of a row, else its year if `year_counts`; None if it has neither."""
    if row.release is not None or row.year is None or not year_counts:
        return row.release
    return Edtf.parse(f"{row.year:04}")


def claim_of(shown: Edtf, row: ImportedRow, export: Export, claims: Iterable[Claim]) -> Claim:
    """Return the claim that an export makes with a date; `claims` are the earlier ones. A year alone is speculation."""
    latest = shown.span().latest
    is_out = row.watched or (latest is not None and latest < export.today)
    coming = Certainty.SPECULATED if shown.precision is Precision.YEAR else Certainty.ANNOUNCED
    return Claim(
        region=WORLDWIDE,
        channel=Channel.THEATRICAL,
        service=None,
        date=shown,
        certainty=Certainty.RELEASED if is_out else coming,
        source=export.source(claims),
        reported=Edtf.of(export.day),
        seen=export.today,
    )
