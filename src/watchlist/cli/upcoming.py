"""The command that says what comes out next."""

from datetime import date
from typing import Annotated

import typer

from watchlist.cli.options import AsOf, ChannelOption, Json, Region, Service
from watchlist.cli.session import Session


def upcoming(
    ctx: typer.Context,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Every film in the catalogue, not only your list.")] = False,
    within: Annotated[
        str | None, typer.Option("--within", metavar="TIME", help="Only what can come out by then: 90d, 12w, 6m, 1y.")
    ] = None,
    region: Region = None,
    channel: ChannelOption = None,
    service: Service = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Count down to the films that come out next, the soonest first."""
    from watchlist.domain.entry import Status
    from watchlist.domain.region import parse_region
    from watchlist.rendering import upcoming as view
    from watchlist.services.preferences import Preferences
    from watchlist.services.upcoming import upcoming as find

    here = Session(ctx, as_of=as_of, as_json=as_json)
    preferences = Preferences(
        regions=(parse_region(region),) if region else (),
        channels=(channel,) if channel else (),
        services=(service,) if service else (),
    )
    films = here.shelf.to_come(here.today).films if everything else {}
    entries = here.entries.of(films) if everything else here.entries.with_status(Status.WANTED)
    result = find(
        films or here.shelf.films(entry.id for entry in entries).films,
        entries,
        today=here.today,
        preferences=preferences,
        whole=everything,
        until=_last_day(within, here) if within else None,
    )
    here.show(result, view)


def _last_day(within: str, here: Session) -> date:
    from watchlist.services.phrase import parse_window

    return parse_window(within, today=here.today)
