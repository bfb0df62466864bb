"""Wait for films, or for one release of them."""

from watchlist.cli.change_entry import New, change_entries, report_changes
from watchlist.cli.choose_film import Make, film_to_change
from watchlist.cli.command import writes
from watchlist.cli.options import AnyTitle, Region, ReleaseChannel, Service
from watchlist.cli.session import Session
from watchlist.cli.where import SureOfAll, Where, films_where, refuse_both
from watchlist.domain.entry import Want
from watchlist.rendering.change_words import changed_words
from watchlist.services import track


@writes
def command(
    session: Session,
    title: AnyTitle = None,
    *,
    region: Region = None,
    channel: ReleaseChannel = None,
    service: Service = None,
    where: Where = None,
    new: New = False,
    yes: SureOfAll = False,
) -> None:
    """Wait for a film: for one release (by region, channel or service), or for the next one anywhere."""
    refuse_both(title, where)
    make = Make.AT_ONCE if new else Make.OFFER
    films = (
        films_where(session, where, "Wait for {}?", yes=yes)
        if where
        else [film_to_change(session, title or [], make=make)]
    )
    wish = Want(region, channel, service) if region or channel or service else None
    change = change_entries(
        session, films, lambda entry, film: track.want(entry, film, wish, today=session.today), verb="want"
    )
    report_changes(session, films, change, changed_words, as_array=bool(where))
