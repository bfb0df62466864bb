"""Show one film whole."""

from watchlist.cli.choose_film import find_film
from watchlist.cli.command import reads
from watchlist.cli.options import Title
from watchlist.cli.session import Session
from watchlist.rendering.console import message
from watchlist.rendering.views import show as view
from watchlist.services.show import film_facts


@reads
def command(session: Session, title: Title) -> None:
    """Show a film: its facts, its releases, every claim behind them, and where sources differ."""
    film = find_film(session, title)
    if session.is_of_another_day:
        message("Dates are shown as known on that day; the other facts about the film are as known today.")
    people = session.films.films([film.id]).people
    session.show(film_facts(film, session.entries.entry(film.id), today=session.today, people=people), view)
