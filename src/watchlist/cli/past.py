"""The commands that look back and turn back: log, undo, redo, restore."""

from typing import Annotated

import typer

from watchlist.cli.options import Json
from watchlist.cli.session import Session
from watchlist.domain.errors import UsageMistake

Count = Annotated[int, typer.Argument(metavar="[COUNT]", min=1, help="How many steps.")]


def log(ctx: typer.Context, as_json: Json = False) -> None:
    """Show what was done to your list, the newest first."""
    from watchlist.rendering.views import log as view
    from watchlist.services.upkeep.log import read_log

    session = Session(ctx, as_json=as_json)
    session.show(read_log(session.store), view)


def undo(ctx: typer.Context, count: Count = 1) -> None:
    """Take back the last change, or the last few."""
    from watchlist.rendering.change_words import say_turned

    session = Session(ctx)
    steps, committed = session.store.undo(count, now=session.now)
    say_turned("Undone", [step.what for step in steps])
    session.say_saved(committed)


def redo(ctx: typer.Context, count: Count = 1) -> None:
    """Make the last change that was undone again, or the last few."""
    from watchlist.rendering.change_words import say_turned

    session = Session(ctx)
    steps, committed = session.store.redo(count, now=session.now)
    say_turned("Done again", [step.what for step in steps])
    session.say_saved(committed)


def restore(
    ctx: typer.Context,
    number: Annotated[
        int | None, typer.Argument(metavar="[NUMBER]", min=1, help="Which copy; without it they are listed.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List the copies of your list as it was before each change, or bring one back."""
    from watchlist.rendering.change_words import say_restored
    from watchlist.rendering.views import restore as view
    from watchlist.services.upkeep.restore import copies

    session = Session(ctx, as_json=as_json)
    if number is None:
        session.show(copies(session.store), view)
        return
    backups = session.store.backups()
    if number > len(backups):
        raise UsageMistake(f"there is no copy number {number}", hint="To see them: watchlist restore")
    backup = backups[number - 1]
    committed = session.store.restore(backup, what=f"restore the list of {backup.made:%Y-%m-%d %H:%M}", now=session.now)
    say_restored(backup.made)
    session.say_saved(committed)
