"""Rate a film on the list."""

from typing import Annotated

import typer

from watchlist.cli.choose_film import find_film
from watchlist.cli.command import writes
from watchlist.cli.completion import listed_films
from watchlist.cli.session import Session
from watchlist.domain.entry import parse_stars
from watchlist.domain.errors import UsageMistake
from watchlist.rendering.change_words import changed_words
from watchlist.rendering.console import report
from watchlist.services import track


@writes
def command(
    session: Session,
    words: Annotated[
        list[str],
        typer.Argument(metavar="TITLE... STARS", help="A title, then 0.5 to 5, or none.", autocompletion=listed_films),
    ],
) -> None:
    """Rate a film on your list, in half stars."""
    *title, stars = words
    if not title:
        raise UsageMistake("a title and stars are needed", hint='For example: watchlist rate "Drawing Closer" 4.5')
    rating = parse_stars(stars)
    film = find_film(session, title)
    change = session.change(
        lambda entries: track.rate(entries.entry(film.id), film.title, rating), what=f'rate "{film.title}"'
    )
    report(changed_words(change))
