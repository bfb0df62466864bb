"""Redo the last change that was undone, or the last few."""

from watchlist.cli.command import writes
from watchlist.cli.options import Count
from watchlist.cli.session import Session
from watchlist.rendering.console import report


@writes
def command(session: Session, count: Count = 1) -> None:
    """Redo the last change that was undone, or the last few."""
    steps, committed = session.store.redo(count, now=session.now)
    report(*(f"Done again: {step.what}." for step in steps))
    session.report_saved(committed)
