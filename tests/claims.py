"""Claims for tests, in few words."""

from datetime import date

from watchlist.domain.claim import Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf

SEEN = date(2026, 11, 20)


def claim(
    when: str | None,
    certainty: str = "announced",
    reported: str | None = None,
    *,
    by: str = "Variety",
    region: str = "US",
    channel: Channel = Channel.THEATRICAL,
    service: str | None = None,
) -> Claim:
    """Make a claim: `claim("2027-06", "rumoured", "2026-01-05", by="Deadline")`."""
    return Claim(
        region=region,
        channel=channel,
        service=service,
        date=Edtf.parse(when) if when else None,
        certainty=Certainty(certainty),
        source=Source(by.lower(), by),
        seen=SEEN,
        reported=Edtf.parse(reported) if reported else None,
    )
