"""The home page: what the program shows when it is called without a command."""

from datetime import timedelta

from watchlist.cli.session import Session
from watchlist.rendering.views import home as view
from watchlist.services.home import RECENT_DAYS, home
from watchlist.storage.last_look import last_look


def show_home(here: Session) -> None:
    """Show the home page, and note that somebody looked at it today."""
    counts = here.entries.counts()
    looks = here.today == here.clock and any(counts.values())
    looked = last_look(here.paths.state / "last-look.json", here.today) if looks else None
    since = looked or here.today - timedelta(days=RECENT_DAYS)
    wanted = here.waiting(since)
    films = here.shelf.films(entry.id for entry in wanted).films
    here.show(home(films, wanted, counts, since=since, today=here.today, mine=here.mine), view)
