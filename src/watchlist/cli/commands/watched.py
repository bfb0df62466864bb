"""Note a viewing."""

from typing import Annotated

import typer

from watchlist.cli.change_entry import New, Yes, change_entry, must_agree
from watchlist.cli.choose_film import Make, film_to_change
from watchlist.cli.command import writes
from watchlist.cli.completion import Offered
from watchlist.cli.options import Title, parsed
from watchlist.cli.session import Session
from watchlist.domain.entry import parse_stars
from watchlist.rendering.change_words import doubt_words, watched_words
from watchlist.rendering.console import report
from watchlist.services import track
from watchlist.services.doubt import viewing_doubt


@writes
def command(
    session: Session,
    title: Title,
    *,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help='The day you saw it, if not today: yesterday, "20 Nov", -3d.'),
        Offered.DAYS,
    ] = None,
    rating: Annotated[
        int | None,
        typer.Option(
            "--rating", metavar="STARS", help="Half a star to five: 4.5, 4½, 9/10 or ****½.", parser=parsed(parse_stars)
        ),
        Offered.STARS,
    ] = None,
    new: New = False,
    yes: Yes = False,
) -> None:
    """Note that you have watched a film; again for another viewing."""
    seen = session.day(day) if day else session.today
    meant = film_to_change(session, title, make=Make.AT_ONCE if new else Make.OFFER)
    must_agree(session, doubt_words(viewing_doubt(meant.film, seen, session.today)), yes=yes)
    change = change_entry(
        session,
        meant,
        lambda entry: track.watched(entry, meant.film, day=seen, rating=rating, today=session.today),
        verb="watched",
    )
    report(watched_words(change, meant.film, seen))
