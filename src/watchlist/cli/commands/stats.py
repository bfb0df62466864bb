"""Count the list, and how dates move."""

from watchlist.cli.command import reads
from watchlist.cli.session import Session
from watchlist.rendering.views import stats as view
from watchlist.services.stats import Statistics, list_statistics, move_statistics


@reads
def command(session: Session) -> None:
    """Count your list: viewings, ratings, waiting; and how often and how far dates move."""
    entries = session.entries.everything()
    films = session.films.films(entry.id for entry in entries).films
    own = list_statistics(films, entries, today=session.today)
    session.show(Statistics(own, move_statistics(session.films.claimed().films.values(), today=session.today)), view)
