"""Wait for a film, or for one release of it."""

from watchlist.cli.choose_film import find_film
from watchlist.cli.command import writes
from watchlist.cli.options import Region, ReleaseChannel, Service, Title
from watchlist.cli.session import Session
from watchlist.domain.entry import Want
from watchlist.rendering.change_words import changed_words
from watchlist.rendering.console import report
from watchlist.services import track


@writes
def command(
    session: Session, title: Title, region: Region = None, channel: ReleaseChannel = None, service: Service = None
) -> None:
    """Wait for a film: for one release of it, by region, channel or service, or for the next one anywhere."""
    film = find_film(session, title)
    wish = Want(region, channel, service)
    change = session.change(
        lambda entries: track.want(entries.entry(film.id), film, wish if wish != Want() else None, today=session.today),
        what=f'want "{film.title}"',
    )
    report(changed_words(change))
