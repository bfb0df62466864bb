"""Rate a film on the list."""

from typing import Annotated

import typer

from watchlist.cli.change_entry import Yes, change_entry, must_agree
from watchlist.cli.choose_film import film_to_change, films_called
from watchlist.cli.command import writes
from watchlist.cli.completion import Offered
from watchlist.cli.session import Session
from watchlist.domain.entry import parse_stars
from watchlist.domain.errors import UsageMistake
from watchlist.rendering.change_words import changed_words, doubt_words, rating_doubt_words
from watchlist.rendering.console import report
from watchlist.services import track
from watchlist.services.doubt import viewing_doubt


@writes
def command(
    session: Session,
    words: Annotated[
        list[str],
        typer.Argument(metavar="TITLE... STARS", help="A title, then 4.5, 4½, 9/10 or ****½; or none."),
        Offered.FILMS_OR_STARS,
    ],
    *,
    yes: Yes = False,
) -> None:
    """Rate a film on your list, in half stars."""
    *title, stars = words
    if not title:
        raise UsageMistake("a title and stars are needed", hint='For example: watchlist rate "Drawing Closer" 4.5')
    rating = parse_stars(stars)
    meant = film_to_change(session, title)
    if rating is not None:
        sequels = films_called(session, words) if stars.isdecimal() else ()
        doubt = rating_doubt_words(meant.film, sequels) or doubt_words(
            viewing_doubt(meant.film, session.today, session.today)
        )
        must_agree(session, doubt, yes=yes)
    change = change_entry(session, meant, lambda entry: track.rate(entry, meant.film.title, rating), verb="rate")
    report(changed_words(change, meant.film))
