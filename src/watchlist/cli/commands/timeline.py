"""Show the coming year."""

from datetime import timedelta

from watchlist.cli.command import reads
from watchlist.cli.options import Everything
from watchlist.cli.release_filter import WhichReleases
from watchlist.cli.session import Session
from watchlist.rendering.views import timeline as view
from watchlist.services.upcoming import upcoming


@reads
def command(session: Session, *, everything: Everything = False, release_filter: WhichReleases) -> None:
    """Show the coming year: one row per film; a dot marks a day, a bar a range."""
    until = session.today + timedelta(days=view.DAYS)
    films = {film.id: film for film in session.films_between(session.today, until, everything=everything)}
    result = upcoming(
        films,
        session.entries.of(films),
        today=session.today,
        release_filter=release_filter,
        preferences=session.preferences,
        whole=everything,
        until=until,
    )
    session.show(result, view)
