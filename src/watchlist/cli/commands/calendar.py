"""Show a month of releases."""

from datetime import timedelta
from typing import Annotated

import typer

from watchlist.cli.command import reads
from watchlist.cli.completion import Offered
from watchlist.cli.options import Everything
from watchlist.cli.release_filter import WhichReleases
from watchlist.cli.session import Session
from watchlist.rendering.views import calendar as view
from watchlist.services.calendar import month as month_of
from watchlist.services.calendar import parse_month


@reads
def command(
    session: Session,
    month: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[MONTH]", help="2026-12, December 2026, December, next or prev; this month if left out."
        ),
        Offered.MONTHS,
    ] = None,
    *,
    everything: Everything = False,
    release_filter: WhichReleases,
) -> None:
    """Show a month: each release on its day, and vague dates as a range."""
    first = parse_month(" ".join(month or ()), today=session.today)
    films = session.films_between(first, first + timedelta(days=31), everything=everything)
    entries = session.entries.of(film.id for film in films)
    result = month_of(
        films,
        first,
        today=session.today,
        release_filter=release_filter,
        preferences=session.preferences,
        wants={entry.id: entry.want for entry in entries},
    )
    session.show(result, view)
