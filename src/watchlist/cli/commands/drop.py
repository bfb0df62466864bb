"""Stop waiting for a film, and keep it on the list."""

from watchlist.cli.change_entry import change_entry
from watchlist.cli.choose_film import film_to_change
from watchlist.cli.command import writes
from watchlist.cli.options import ListedTitle
from watchlist.cli.session import Session
from watchlist.rendering.change_words import changed_words
from watchlist.rendering.console import report
from watchlist.services import track
from watchlist.services.choose import Scope


@writes
def command(session: Session, title: ListedTitle) -> None:
    """Stop waiting for a film, but keep it on your list."""
    meant = film_to_change(session, title, Scope.LIST_ONLY)
    change = change_entry(session, meant, lambda entry: track.drop(entry, meant.film.title), verb="drop")
    report(changed_words(change, meant.film))
