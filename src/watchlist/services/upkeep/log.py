"""The log: the steps that can be undone and redone."""

from datetime import datetime
from typing import NamedTuple

from watchlist.domain.change import EntryChange
from watchlist.storage.changes.journal import Step
from watchlist.storage.changes.step_entries import entry_changes
from watchlist.storage.changes.store import Store


class LoggedStep(NamedTuple):
    """A step: when it was made, a description, and whether it was undone.

    `changes` has the entries before and after; None if the step replaced the whole list.
    """

    at: datetime
    what: str
    undone: bool
    changes: tuple[EntryChange, ...] | None


class Log(NamedTuple):
    """The steps, the newest first."""

    steps: tuple[LoggedStep, ...]


def read_log(store: Store) -> Log:
    """Return the steps that changed the list, including those that were undone."""
    history = store.history()
    logged = [logged_step(step, undone=False) for step in history.done]
    logged += [logged_step(step, undone=True) for step in history.undone]
    return Log(tuple(sorted(logged, key=lambda step: step.at, reverse=True)))


def logged_step(step: Step, *, undone: bool) -> LoggedStep:
    """Return a step of the journal as a step of the log."""
    return LoggedStep(datetime.fromisoformat(step.at), step.what, undone, entry_changes(step))
