"""List the changes to the list."""

from watchlist.cli.command import reads_now
from watchlist.cli.session import Session
from watchlist.rendering.views import log as view
from watchlist.services.upkeep.log import read_log


@reads_now
def command(session: Session) -> None:
    """List the changes to your list, newest first."""
    session.show(read_log(session.store), view)
