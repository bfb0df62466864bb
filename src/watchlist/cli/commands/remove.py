"""Take a film off the list."""

from watchlist.cli.choose_film import find_film
from watchlist.cli.command import writes
from watchlist.cli.options import ListedTitle
from watchlist.cli.session import Session
from watchlist.rendering.console import report
from watchlist.services import track


@writes
def command(session: Session, title: ListedTitle) -> None:
    """Take a film off your list."""
    film = find_film(session, title)
    change = session.change(
        lambda entries: track.remove(entries.entry(film.id), film.title), what=f'remove "{film.title}"'
    )
    report(f'Removed "{change.entries[0].entry.title}" from your list.')
