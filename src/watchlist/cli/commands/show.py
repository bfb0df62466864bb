"""Show one film."""

from typing import Annotated

import typer

from watchlist.cli.choose_film import film_to_read
from watchlist.cli.command import reads
from watchlist.cli.lookalike_warnings import warn_of_lookalikes
from watchlist.cli.options import Title
from watchlist.cli.session import Session
from watchlist.rendering.console import message
from watchlist.rendering.views import show as view
from watchlist.services.live.offers import OffersOfDay, from_json
from watchlist.services.show import film_facts
from watchlist.storage import grounds
from watchlist.storage.memory.data_file import read_data


@reads
def command(
    session: Session,
    title: Title,
    *,
    everything: Annotated[bool, typer.Option("--all", help="All facts, all claims, and where sources differ.")] = False,
) -> None:
    """Show a film: when it comes out, how sure that is, who says so, your entry, and its facts."""
    film = film_to_read(session, title)
    if session.is_of_another_day:
        message("Dates are as known on that day; other facts are as known today.")
    warn_of_lookalikes(session, film)
    people = session.films.films([film.id]).people
    entry, preferences = session.entries.entry(film.id), session.preferences
    facts = film_facts(film, entry, today=session.today, people=people, preferences=preferences)
    result = facts._replace(offers=_offers(session, film.id))
    session.show(result, view, view.in_full if everything else view.as_drawing)


def _offers(session: Session, film_id: str) -> OffersOfDay | None:
    """Return where a film can be watched, if known; None for a past day, because only today's offers are kept."""
    if session.today != session.clock or not grounds.exists(session.paths.offers):
        return None
    return from_json(read_data(session.paths.offers), film_id)
