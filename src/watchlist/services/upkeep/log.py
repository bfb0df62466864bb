"""What was done to the list: the steps that can be undone and redone, and the copies of earlier lists."""

from datetime import datetime
from typing import NamedTuple

from watchlist.storage.changes.store import Store


class Done(NamedTuple):
    """A step: when it was made, in words, which titles or ids it touched, and whether it was undone."""

    at: datetime
    what: str
    undone: bool


class Log(NamedTuple):
    """The steps, the newest first."""

    steps: tuple[Done, ...]


def read_log(store: Store) -> Log:
    """Read the steps."""
    history = store.history()
    steps = [(step, False) for step in history.done] + [(step, True) for step in history.undone]
    made = (Done(datetime.fromisoformat(step.at), step.what, undone) for step, undone in steps)
    return Log(tuple(sorted(made, key=lambda step: step.at, reverse=True)))
