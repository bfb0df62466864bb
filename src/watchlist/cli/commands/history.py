"""Show how a film's dates moved."""

from watchlist.cli.choose_film import film_to_read
from watchlist.cli.command import reads
from watchlist.cli.options import Title
from watchlist.cli.session import Session
from watchlist.rendering.views import history as view
from watchlist.services.show import film_facts


@reads
def command(session: Session, title: Title) -> None:
    """Show how a film's dates moved, with the source of each change."""
    session.show(film_facts(film_to_read(session, title), None, today=session.today), view)
