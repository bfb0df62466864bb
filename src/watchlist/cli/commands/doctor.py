"""Check every file that the program uses."""

import typer

from watchlist.cli.command import reads_settings
from watchlist.cli.session import Session
from watchlist.rendering.views import doctor as view
from watchlist.services.upkeep.doctor import diagnose


@reads_settings
def command(session: Session) -> None:
    """Check every file that the program uses, and say how to fix what is wrong."""
    result = diagnose(session.paths, session.today)
    session.show(result, view)
    raise typer.Exit(result.exit_code)
