"""The log: the steps that can be undone and redone."""

from datetime import datetime
from typing import NamedTuple

from watchlist.domain.change import EntryChange
from watchlist.storage.changes.journal import Step
from watchlist.storage.changes.step_entries import entry_changes
from watchlist.storage.changes.store import Store


class LoggedStep(NamedTuple):
    """A step: when it was made, what it did, in words, and whether it is undone.

    `changes` has the entries before and after; None where one whole list took the place of another.
    """

    at: datetime
    what: str
    undone: bool
    changes: tuple[EntryChange, ...] | None


class Log(NamedTuple):
    """The steps, the newest first."""

    steps: tuple[LoggedStep, ...]


def read_log(store: Store) -> Log:
    """Read the steps that changed the list, those that were undone among them."""
    history = store.history()
    logged = [logged_step(step, undone=False) for step in history.done]
    logged += [logged_step(step, undone=True) for step in history.undone]
    return Log(tuple(sorted(logged, key=lambda step: step.at, reverse=True)))


def logged_step(step: Step, *, undone: bool) -> LoggedStep:
    """Return a step of the journal as the log has it."""
    return LoggedStep(datetime.fromisoformat(step.at), step.what, undone, entry_changes(step))
