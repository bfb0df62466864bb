"""Claims for tests, in few words, and any claims at all."""

from datetime import date

from hypothesis import strategies as st

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


_WHEN = st.one_of(
    st.dates(date(2024, 1, 1), date(2027, 12, 31)).map(date.isoformat),
    st.sampled_from(["2025", "2026", "2026-06", "2026-21", "2026-33", "2026/2027", "XXXX"]),
    st.none(),
)
_REPORTED = st.one_of(
    st.dates(date(2023, 1, 1), date(2026, 12, 31)).map(date.isoformat),
    st.sampled_from(["2024", "2025-03", "../2025-06-01", "2025/..", "2024-01/2025-02"]),
    st.none(),
)
CLAIMS = st.lists(
    st.builds(claim, _WHEN, st.sampled_from(Certainty), _REPORTED, by=st.sampled_from(["Variety", "Deadline", "THR"])),
    max_size=8,
)
"""Up to eight claims about one release: of any dates, certainties and days of report."""
