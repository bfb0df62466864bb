"""The command that says what comes out next."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated

import typer

from watchlist.cli.options import AsOf, ChannelOption, Iso, Json, Limit, Region, Service, release_filter_of
from watchlist.cli.session import Session
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.services.upcoming import Upcoming, UpcomingFilm

_WINDOWS = (30, 120, 400, 1500)
"""Days ahead to look for the first few of all films, before all of them are looked at."""


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
    limit: Limit = None,
    as_of: AsOf = None,
    as_json: Json = False,
    iso: Iso = False,
) -> None:
    """Count down to the films that come out next, the soonest first."""
    from watchlist.rendering.views import upcoming as view
    from watchlist.services.upcoming import upcoming as find

    session = Session(ctx, as_of=as_of, as_json=as_json, iso=iso)
    release_filter = release_filter_of(region, channel, service)
    until = _last_day(within, session) if within else None

    def found(films: Mapping[str, Film], entries: tuple[Entry, ...]) -> Upcoming:
        return find(
            films,
            entries,
            today=session.today,
            release_filter=release_filter,
            preferences=session.preferences,
            whole=everything,
            until=until,
            limit=limit,
        )

    if not everything:
        entries = session.waiting()
        session.show(found(session.films.films(entry.id for entry in entries).films, entries), view)
        return
    horizons = [session.today + timedelta(days=days) for days in _WINDOWS] if limit and until is None else []
    for horizon in (*horizons, until):
        films = session.films.to_come(session.today, horizon).films
        result = found(films, session.entries.of(films))
        if horizon is until or (limit and sum(_is_by(row, horizon) for row in result.films) == limit):
            session.show(result, view)
            return


def _is_by(row: UpcomingFilm, horizon: date | None) -> bool:
    """Say whether a release comes by a day: then no film beyond that day comes before it."""
    span = row.shown.release.span if row.shown else None
    return bool(horizon and span and span.latest and span.latest <= horizon)


def _last_day(within: str, session: Session) -> date:
    from watchlist.services.phrase import parse_window

    return parse_window(within, today=session.today)
