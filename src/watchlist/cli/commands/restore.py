"""Restore the list from a backup."""

from typing import Annotated

import typer

from watchlist.cli.ask import confirm
from watchlist.cli.command import reads_now
from watchlist.cli.completion import Offered
from watchlist.cli.session import Session
from watchlist.domain.errors import NOTHING_CHANGED, Refused, UsageMistake
from watchlist.rendering.change_json import entry_changes_json
from watchlist.rendering.console import message
from watchlist.rendering.step_words import list_words
from watchlist.rendering.views import restore as view
from watchlist.rendering.wording import day_words
from watchlist.services.upkeep.restore import copies, restoring


@reads_now
def command(
    session: Session,
    number: Annotated[
        int | None,
        typer.Argument(metavar="[NUMBER]", min=1, help="Which backup; all are listed if left out."),
        Offered.COPIES,
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Restore a damaged backup without asking.")] = False,
) -> None:
    """List the backups of your list with what differs in each, or restore one."""
    if number is None:
        session.show(copies(session.store), view)
        return
    session.refuse_another_day()
    backups = session.store.backups()
    if number > len(backups):
        raise UsageMistake(f"there is no backup number {number}", hint="To see them: watchlist restore")
    backup = backups[number - 1]
    if session.store.entries_of(backup) is None and not yes:
        message(f"Backup {number} is damaged: it cannot be read as a list.")
        if not (session.can_ask and confirm("Restore it anyway?")):
            raise Refused("the backup was not restored", kept=NOTHING_CHANGED, hint="To restore it, add --yes")
    changes = restoring(session.store, backup)
    differs = list_words(changes)
    what = f"restore the list of {backup.made:%Y-%m-%d %H:%M}" + (f": {differs}" if differs else "")
    committed = session.store.restore(backup, what=what, now=session.now)
    words = f"Restored the list of {day_words(backup.made.date())}, {backup.made:%H:%M:%S}."
    session.report(
        (words, *([f"What changed: {differs}."] if differs else [])),
        lambda: {"number": number, "made": backup.made.isoformat(), "changes": entry_changes_json(changes)},
    )
    session.report_saved(committed)
