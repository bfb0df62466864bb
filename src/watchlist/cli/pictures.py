"""The commands that draw pictures of what is to come, and of what was: calendar, timeline, statistics."""

from datetime import date, timedelta
from typing import Annotated

import typer

from watchlist.cli.options import AsOf, ChannelOption, Iso, Json, Region, Service, release_filter_of
from watchlist.cli.session import Session
from watchlist.domain.film import Film

Everything = Annotated[bool, typer.Option("--all", help="Every film in the catalogue, not only your list.")]


def calendar(
    ctx: typer.Context,
    month: Annotated[
        list[str] | None,
        typer.Argument(metavar="[MONTH]", help="2026-12, December 2026 or December; or this month."),
    ] = None,
    *,
    everything: Everything = False,
    region: Region = None,
    channel: ChannelOption = None,
    service: Service = None,
    as_of: AsOf = None,
    as_json: Json = False,
    iso: Iso = False,
) -> None:
    """Show a month: releases in their days, the vague ones beside their span."""
    from watchlist.rendering.views import calendar as view
    from watchlist.services.calendar import month as find
    from watchlist.services.calendar import parse_month

    session = Session(ctx, as_of=as_of, as_json=as_json, iso=iso)
    first = parse_month(" ".join(month or ()), today=session.today)
    films = _films(session, first, first + timedelta(days=31), everything=everything)
    release_filter = release_filter_of(region, channel, service)
    session.show(
        find(films, first, today=session.today, release_filter=release_filter, preferences=session.preferences), view
    )


def timeline(
    ctx: typer.Context,
    *,
    everything: Everything = False,
    region: Region = None,
    channel: ChannelOption = None,
    service: Service = None,
    as_of: AsOf = None,
    as_json: Json = False,
    iso: Iso = False,
) -> None:
    """Show the coming year: a row a film, a mark for a day and a bar for a span."""
    from watchlist.rendering.views import timeline as view
    from watchlist.services.upcoming import upcoming

    session = Session(ctx, as_of=as_of, as_json=as_json, iso=iso)
    until = session.today + timedelta(days=view.DAYS)
    films = {film.id: film for film in _films(session, session.today, until, everything=everything)}
    result = upcoming(
        films,
        session.entries.of(films),
        today=session.today,
        release_filter=release_filter_of(region, channel, service),
        preferences=session.preferences,
        whole=everything,
        until=until,
    )
    session.show(result, view)


def stats(ctx: typer.Context, as_of: AsOf = None, as_json: Json = False, iso: Iso = False) -> None:
    """Count your list: viewings, ratings, waiting; and how often and how far dates move."""
    from watchlist.rendering.views import stats as view
    from watchlist.services.stats import Statistics, list_statistics, move_statistics

    session = Session(ctx, as_of=as_of, as_json=as_json, iso=iso)
    entries = session.entries.everything()
    films = session.films.films(entry.id for entry in entries).films
    own = list_statistics(films, entries, today=session.today)
    session.show(Statistics(own, move_statistics(session.films.claimed().films.values(), today=session.today)), view)


def _films(session: Session, first: date, last: date, *, everything: bool) -> list[Film]:
    """Give the films of the list that are still wanted, or all that may have a release between two days."""
    if everything:
        return list(session.films.to_come(first, last).films.values())
    entries = session.waiting(first)
    known = session.films.films(entry.id for entry in entries).films
    return [known[entry.id] for entry in entries if entry.id in known]
