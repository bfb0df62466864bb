"""Show statistics of the list, and of how dates move."""

from typing import Annotated

import typer

from watchlist.cli.command import reads
from watchlist.cli.session import Session
from watchlist.rendering.views import stats as view
from watchlist.rendering.views import stats_catalogue
from watchlist.services.stats import Statistics, list_statistics, move_statistics


@reads
def command(
    session: Session,
    *,
    of_catalogue: Annotated[
        bool, typer.Option("--catalogue", help="How often and how far the dates of all films move.")
    ] = False,
) -> None:
    """Show statistics: ratings, viewings, decades, your longest waits, and the dates that slip."""
    entries = session.entries.everything()
    films = session.films.films(entry.id for entry in entries).films
    of_list = list_statistics(films, entries, today=session.today)
    moves = move_statistics(session.films.claimed().films.values(), today=session.today)
    session.show(Statistics(of_list, moves), stats_catalogue if of_catalogue else view)
