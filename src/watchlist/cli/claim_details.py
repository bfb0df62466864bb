"""The options that describe a claim about a release, shared by `add` and `claim`."""

from typing import Annotated

import typer

from watchlist.cli.command import OptionGroup, parsed
from watchlist.cli.options import Region, ReleaseChannel, Service
from watchlist.cli.session import Session
from watchlist.domain.claim import Certainty, Claim, parse_address
from watchlist.domain.film import Film
from watchlist.services.track import ClaimDetails, cancellation, make_claim


def _claim_details(
    session: Session,
    *,
    region: Region = None,
    channel: ReleaseChannel = None,
    service: Service = None,
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help="Who says so.")] = None,
    url: Annotated[
        str | None,
        typer.Option("--url", metavar="ADDRESS", help="A link to what was said.", parser=parsed(parse_address)),
    ] = None,
    certainty: Annotated[Certainty | None, typer.Option("--certainty", help="How sure the source is.")] = None,
    reported: Annotated[
        str | None, typer.Option("--reported", metavar="DATE", help="When it was said, if not today.")
    ] = None,
) -> ClaimDetails:
    day = session.vague_date(reported) if reported else None
    return ClaimDetails(region, channel, service, source, url, certainty, day)


ClaimOptions = Annotated[ClaimDetails, OptionGroup(_claim_details)]
"""--region, --channel, --service, --source, --url, --certainty and --reported."""


def parse_claim(session: Session, film: Film, text: str, details: ClaimDetails) -> Claim:
    """Make a claim about a film from a date in any form, or from "cancelled"; raise `BadValue` for any other text."""
    if text.strip().casefold() in ("cancelled", "canceled"):
        return cancellation(film, details, said=text, today=session.today)
    return make_claim(film, details, session.release_date(text, details.region), said=text, today=session.today)
