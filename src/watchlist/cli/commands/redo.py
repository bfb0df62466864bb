"""Redo the last undone change, or the last few."""

from watchlist.cli.command import writes
from watchlist.cli.options import Count, DryRun
from watchlist.cli.session import Session
from watchlist.rendering.views.log import turned_json
from watchlist.services.upkeep.log import logged_step


@writes
def command(session: Session, count: Count = 1, *, dry_run: DryRun = False) -> None:
    """Redo the last undone change, or the last few."""
    steps, committed = session.store.redo(count, now=session.now, dry_run=dry_run)
    verb = "Would redo" if dry_run else "Redone"
    session.report(
        (f"{verb}: {step.what}." for step in steps),
        lambda: [turned_json(logged_step(step, undone=False), dry_run=dry_run) for step in steps],
    )
    session.report_saved(committed)
