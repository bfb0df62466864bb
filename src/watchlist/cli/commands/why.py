"""Explain the date of a film."""

from watchlist.cli.choose_film import film_to_read
from watchlist.cli.command import reads
from watchlist.cli.options import Title
from watchlist.cli.session import Session
from watchlist.rendering.views import why as view
from watchlist.services.why import explain


@reads
def command(session: Session, title: Title) -> None:
    """Explain how a film's date was chosen, claim by claim."""
    session.show(explain(film_to_read(session, title), today=session.today), view)
