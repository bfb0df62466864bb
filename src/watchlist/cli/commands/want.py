"""Wait for a film, or for one release of it."""

from watchlist.cli.change_entry import New, change_entry
from watchlist.cli.choose_film import Make, film_to_change
from watchlist.cli.command import writes
from watchlist.cli.options import Region, ReleaseChannel, Service, Title
from watchlist.cli.session import Session
from watchlist.domain.entry import Want
from watchlist.rendering.change_words import changed_words
from watchlist.rendering.console import report
from watchlist.services import track


@writes
def command(
    session: Session,
    title: Title,
    *,
    region: Region = None,
    channel: ReleaseChannel = None,
    service: Service = None,
    new: New = False,
) -> None:
    """Wait for a film: for one release of it, by region, channel or service, or for the next one anywhere."""
    meant = film_to_change(session, title, make=Make.AT_ONCE if new else Make.OFFER)
    wish = Want(region, channel, service) if region or channel or service else None
    change = change_entry(
        session, meant, lambda entry: track.want(entry, meant.film, wish, today=session.today), verb="want"
    )
    report(changed_words(change, meant.film))
