"""Show the coming year."""

from watchlist.cli.command import reads
from watchlist.cli.options import Everything
from watchlist.cli.release_filter import WhichReleases
from watchlist.cli.session import Session
from watchlist.rendering.views import timeline as view
from watchlist.services.timeline import timeline


@reads
def command(session: Session, *, everything: Everything = False, release_filter: WhichReleases) -> None:
    """Show the coming year, one row per film: a mark for a day, a bar for a range."""
    if everything:
        films = session.films.to_come(session.today).films
        entries = session.entries.of(films)
    else:
        entries = session.waiting()
        films = session.films.films(entry.id for entry in entries).films
    result = timeline(
        films,
        entries,
        today=session.today,
        release_filter=release_filter,
        preferences=session.preferences,
        all_films=everything,
    )
    session.show(result, view)
