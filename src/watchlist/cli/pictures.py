"""The commands that draw pictures of what is to come, and of what was: calendar, timeline, statistics."""

from datetime import date, timedelta
from typing import Annotated

import typer

from watchlist.cli.options import AsOf, ChannelOption, Iso, Json, Region, Service, preferences_of
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

    here = Session(ctx, as_of=as_of, as_json=as_json, iso=iso)
    first = parse_month(" ".join(month or ()), today=here.today)
    films = _films(here, first, first + timedelta(days=31), everything=everything)
    preferences = preferences_of(region, channel, service)
    here.show(find(films, first, today=here.today, preferences=preferences, mine=here.mine), view)


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

    here = Session(ctx, as_of=as_of, as_json=as_json, iso=iso)
    until = here.today + timedelta(days=view.DAYS)
    films = {film.id: film for film in _films(here, here.today, until, everything=everything)}
    result = upcoming(
        films,
        here.entries.of(films),
        today=here.today,
        preferences=preferences_of(region, channel, service),
        mine=here.mine,
        whole=everything,
        until=until,
    )
    here.show(result, view)


def stats(ctx: typer.Context, as_of: AsOf = None, as_json: Json = False, iso: Iso = False) -> None:
    """Count your list: viewings, ratings, waiting; and how often and how far dates move."""
    from watchlist.rendering.views import statistics as view
    from watchlist.services.moved import move_statistics
    from watchlist.services.stats import Statistics, list_statistics

    here = Session(ctx, as_of=as_of, as_json=as_json, iso=iso)
    entries = here.entries.everything()
    films = here.shelf.films(entry.id for entry in entries).films
    own = list_statistics(films, entries, today=here.today)
    here.show(Statistics(own, move_statistics(here.shelf.claimed().films.values(), today=here.today)), view)


def _films(here: Session, first: date, last: date, *, everything: bool) -> list[Film]:
    """Give the films of the list that are still wanted, or all that may have a release between two days."""
    if everything:
        return list(here.shelf.to_come(first, last).films.values())
    entries = here.waiting(first)
    known = here.shelf.films(entry.id for entry in entries).films
    return [known[entry.id] for entry in entries if entry.id in known]
