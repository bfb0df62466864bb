"""Show the list."""

from typing import Annotated

import typer

from watchlist.cli.command import reads
from watchlist.cli.duplicate_warnings import warn_of_duplicates
from watchlist.cli.film_filter import WhichFilms
from watchlist.cli.options import Limit, Long
from watchlist.cli.session import Session
from watchlist.domain.entry import Sort
from watchlist.rendering.views import list as view
from watchlist.services.filters import Filter
from watchlist.services.list import listing


@reads
def command(
    session: Session,
    *,
    only: WhichFilms,
    sort: Annotated[Sort, typer.Option("--sort", help="The sort order; the first or best comes first.")] = Sort.LIST,
    reverse: Annotated[bool, typer.Option("--reverse", help="Reverse the order.")] = False,
    limit: Limit = None,
    long: Long = False,
) -> None:
    """Show your list, filtered and sorted as you like."""
    entries = session.entries.standing_as(only.status) if only.status else session.entries.everything()
    if only == Filter(only.status) and sort is Sort.LIST and not reverse:
        entries = entries[:limit]
    known = session.films.films(entry.id for entry in entries)
    warn_of_duplicates(known.films, entries)
    result = listing(
        known,
        entries,
        today=session.today,
        preferences=session.preferences,
        only=only,
        sort=sort,
        reverse=reverse,
        limit=limit,
    )
    session.show(result, view, view.in_full if long else view.as_drawing)
