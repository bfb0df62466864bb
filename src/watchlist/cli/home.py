"""The home page: what the program shows without a command."""

from datetime import timedelta

from watchlist.cli.duplicate_warnings import warn_of_duplicates
from watchlist.cli.session import Session
from watchlist.rendering.views import home as view
from watchlist.services.home import RECENT_DAYS, home
from watchlist.storage import grounds
from watchlist.storage.memory.last_look import last_look


def show_home(session: Session) -> None:
    """Show the home page, and remember that it was seen today."""
    by_status = session.entries.counts()
    looks = session.today == session.clock and any(by_status.values())
    looked = last_look(session.paths.state / "last-look.json", session.today) if looks else None
    since = looked or session.today - timedelta(days=RECENT_DAYS)
    wanted = session.waiting(since)
    films = session.films.films(entry.id for entry in wanted).films
    warn_of_duplicates(films, wanted)
    session.show(
        home(films, wanted, by_status, since=since, today=session.today, preferences=session.preferences), view
    )
    grounds.is_answer()
