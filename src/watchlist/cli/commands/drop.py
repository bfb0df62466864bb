"""Stop waiting for a film, and keep it on the list."""

from watchlist.cli.choose_film import find_film
from watchlist.cli.command import writes
from watchlist.cli.options import ListedTitle
from watchlist.cli.session import Session
from watchlist.rendering.change_words import changed_words
from watchlist.rendering.console import report
from watchlist.services import track


@writes
def command(session: Session, title: ListedTitle) -> None:
    """Stop waiting for a film, but keep it on your list."""
    film = find_film(session, title)
    change = session.change(lambda entries: track.drop(entries.entry(film.id), film.title), what=f'drop "{film.title}"')
    report(changed_words(change))
