"""The log: the steps that can be undone and redone."""

from datetime import datetime
from typing import NamedTuple

from watchlist.storage.changes.store import Store


class LoggedStep(NamedTuple):
    """A step: when it was made, what it did, in words, and whether it was undone."""

    at: datetime
    what: str
    undone: bool


class Log(NamedTuple):
    """The steps, the newest first."""

    steps: tuple[LoggedStep, ...]


def read_log(store: Store) -> Log:
    """Read the steps that changed the list, those that were undone among them."""
    history = store.history()
    steps = [(step, False) for step in history.done] + [(step, True) for step in history.undone]
    logged = (LoggedStep(datetime.fromisoformat(step.at), step.what, undone) for step, undone in steps)
    return Log(tuple(sorted(logged, key=lambda step: step.at, reverse=True)))
