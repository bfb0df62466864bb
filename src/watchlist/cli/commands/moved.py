"""List the dates that moved."""

from typing import Annotated

import typer

from watchlist.cli.command import reads
from watchlist.cli.completion import Offered
from watchlist.cli.session import Session
from watchlist.rendering.views import moved as view
from watchlist.services.moved import movements


@reads
def command(
    session: Session,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help='Only changes reported since then: 2w, "last Friday", "20 Nov".'),
        Offered.DAYS,
    ] = None,
    listed: Annotated[bool, typer.Option("--listed", help="Only films on your list.")] = False,
) -> None:
    """List dates that moved, narrowed, were confirmed, announced or withdrawn, newest first."""
    first = session.first_day(since) if since else None
    own = {entry.id for entry in session.entries.everything()} if listed else None
    known = session.films.claimed() if own is None else session.films.films(own)
    films = [film for film in known.films.values() if own is None or film.id in own]
    entries = session.entries.of(film.id for film in films)
    result = movements(
        films,
        today=session.today,
        since=first,
        preferences=session.preferences,
        wants={entry.id: entry.want for entry in entries},
    )
    session.show(result, view)
