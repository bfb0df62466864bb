"""Search all films."""

from typing import Annotated

import typer

from watchlist.cli.choose_film import title_of
from watchlist.cli.command import reads
from watchlist.cli.completion import Offered
from watchlist.cli.film_filter import WhichFilms
from watchlist.cli.options import Limit, Long
from watchlist.cli.session import Session
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.errors import UsageMistake
from watchlist.rendering.views import search as view
from watchlist.services.filters import Filter
from watchlist.services.search import browse, search, search_result


@reads
def command(
    session: Session,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS...]", help="A title, a person, a role, or an id."),
        Offered.CATALOGUE,
    ] = None,
    *,
    only: WhichFilms,
    limit: Limit = None,
    long: Long = False,
) -> None:
    """Search all films by title, person, role or id, in any spelling."""
    query = title_of(words) if words else only.person
    if not words and only == Filter():
        raise UsageMistake("nothing to search for: give words or a filter", hint="For example: watchlist search nagase")
    matches = search(session.films, query) if query else browse(_candidates(session, only))
    catalogue = session.films.films(match.film.id for match in matches)
    entries = session.entries.of(match.film.id for match in matches)
    result = search_result(
        query,
        matches,
        entries,
        catalogue,
        today=session.today,
        preferences=session.preferences,
        only=only,
        limit=limit,
    )
    session.show(result, view, view.in_full if long else view.as_drawing)


def _candidates(session: Session, only: Filter) -> Catalogue:
    """Return the films that a filter alone can match: those on the list if it asks for something only they have."""
    if only.is_about_entries:
        return session.films.films(entry.id for entry in session.entries.everything())
    return session.films.of_years(only.years) if only.years and not only.service else session.films.claimed()
