"""Look at every file that the program uses."""

import typer

from watchlist.cli.command import reads_now
from watchlist.cli.session import Session
from watchlist.domain.errors import InvalidFile
from watchlist.rendering.views import doctor as view
from watchlist.services.upkeep.doctor import diagnose


@reads_now
def command(session: Session) -> None:
    """Check every file that the program uses, and name the remedy for what is wrong."""
    result = diagnose(session.paths)
    session.show(result, view)
    if not result.is_healthy:
        raise typer.Exit(InvalidFile.exit_code)
