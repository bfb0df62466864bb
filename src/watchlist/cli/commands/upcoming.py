"""Count down to upcoming releases."""

from typing import Annotated

import typer

from watchlist.cli.command import reads
from watchlist.cli.completion import Offered
from watchlist.cli.duplicate_warnings import warn_of_duplicates
from watchlist.cli.options import Everything, Limit, Long
from watchlist.cli.release_filter import WhichReleases
from watchlist.cli.session import Session
from watchlist.rendering.views import upcoming as view
from watchlist.services.upcoming import first_of_all, upcoming


@reads
def command(
    session: Session,
    *,
    everything: Everything = False,
    within: Annotated[
        str | None,
        typer.Option("--within", metavar="TIME", help='Only films that may come out by then: 90d, 12w, "next Friday".'),
        Offered.WINDOWS,
    ] = None,
    release_filter: WhichReleases,
    limit: Limit = None,
    long: Long = False,
) -> None:
    """Count down to upcoming releases, soonest first."""
    until = session.last_day(within) if within else None
    if everything:
        result = first_of_all(
            session.films,
            session.entries.of,
            today=session.today,
            release_filter=release_filter,
            preferences=session.preferences,
            until=until,
            limit=limit,
        )
    else:
        entries = session.waiting()
        known = session.films.films(entry.id for entry in entries).films
        warn_of_duplicates(known, entries)
        result = upcoming(
            known,
            entries,
            today=session.today,
            release_filter=release_filter,
            preferences=session.preferences,
            until=until,
            limit=limit,
        )
    session.show(result, view, view.in_full if long else view.as_drawing)
