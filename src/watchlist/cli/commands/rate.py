"""Rate films on the list."""

from typing import Annotated

import typer

from watchlist.cli.change_entry import Yes, change_entries, must_agree, report_changes
from watchlist.cli.choose_film import Meant, film_to_change, films_called
from watchlist.cli.command import writes
from watchlist.cli.completion import Offered
from watchlist.cli.session import Session
from watchlist.cli.where import Where, films_where
from watchlist.domain.entry import parse_stars
from watchlist.domain.errors import UsageMistake
from watchlist.rendering.change_words import changed_words, doubt_words, rating_doubt_words
from watchlist.services import track
from watchlist.services.plausibility import viewing_doubt


@writes
def command(
    session: Session,
    words: Annotated[
        list[str],
        typer.Argument(metavar="TITLE... STARS", help="A title, then 4.5, 4½, 9/10 or ****½; or none."),
        Offered.FILMS_OR_STARS,
    ],
    *,
    where: Where = None,
    yes: Yes = False,
) -> None:
    """Rate a film on your list, in half stars."""
    *title, stars = words
    rating = parse_stars(stars)
    if bool(title) == bool(where):
        raise UsageMistake("a title and stars are needed", hint='For example: watchlist rate "Drawing Closer" 4.5')
    if where:
        films = films_where(session, where, f"Rate {{}} with {stars.replace('{', '')}?", yes=yes)
    else:
        films = [film_to_change(session, title)]
        must_agree(session, _doubt(session, films[0], rating, words), yes=yes)
    change = change_entries(session, films, lambda entry, film: track.rate(entry, film.title, rating), verb="rate")
    report_changes(session, films, change, changed_words, as_array=bool(where))


def _doubt(session: Session, meant: Meant, rating: int | None, words: list[str]) -> str | None:
    """Word why a rating looks wrong: the stars are the number of a sequel, or the film is not out."""
    if rating is None:
        return None
    sequels = films_called(session, words) if words[-1].isdecimal() else ()
    return rating_doubt_words(meant.film, sequels) or doubt_words(
        viewing_doubt(meant.film, session.today, session.today)
    )
