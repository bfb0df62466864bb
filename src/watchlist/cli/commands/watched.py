"""Note a viewing."""

from typing import Annotated

import typer

from watchlist.cli.choose_film import find_film
from watchlist.cli.command import writes
from watchlist.cli.options import Title, parsed
from watchlist.cli.session import Session
from watchlist.domain.entry import parse_stars
from watchlist.rendering.change_words import watched_words
from watchlist.rendering.console import report
from watchlist.services import track


@writes
def command(
    session: Session,
    title: Title,
    day: Annotated[str | None, typer.Option("--date", metavar="DATE", help="The day you saw it, if not today.")] = None,
    rating: Annotated[
        int | None,
        typer.Option(
            "--rating", metavar="STARS", help="Half a star to five: 0.5, 1, 1.5 ... 5.", parser=parsed(parse_stars)
        ),
    ] = None,
) -> None:
    """Note that you have watched a film; again for another viewing."""
    seen = session.day(day) if day else session.today
    film = find_film(session, title)
    change = session.change(
        lambda entries: track.watched(entries.entry(film.id), film, day=seen, rating=rating, today=session.today),
        what=f'watched "{film.title}"',
    )
    report(watched_words(change, seen))
