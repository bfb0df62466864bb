"""Running the program in this process, as if piped."""

import contextlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from watchlist.cli.app import run as run_program


@dataclass(frozen=True)
class Ran:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


Typed = Callable[[str], None]
"""Puts a text on standard input."""

Run = Callable[..., Ran]


def run_piped(*arguments: str) -> Ran:
    """Run the program with its output caught."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run_program(list(arguments))
    return Ran(code, out.getvalue(), err.getvalue())


FACTS_OF_TODAY = "Dates are as known on that day; other facts are as known today.\n"


def data(ran: Ran) -> Any:
    """Give the JSON that a run printed; it went well, and said at most what `show --as-of` says of a film's facts."""
    assert ran.code == 0
    assert ran.err in ("", FACTS_OF_TODAY)
    return json.loads(ran.out)


UPCOMING_KEYS = [
    "id",
    "title",
    "original_title",
    "year",
    "region",
    "channel",
    "service",
    "date",
    "earliest",
    "latest",
    "precision",
    "certainty",
    "days",
    "days_latest",
    "state",
    "last_heard",
    "stale",
    "presumed",
    "out_elsewhere",
    "listed",
    "lacking",
]
"""The keys of a film in `upcoming --json`, in their order."""
