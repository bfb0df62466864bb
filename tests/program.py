"""Running the program in this process, as if piped."""

import contextlib
import io
from collections.abc import Callable
from dataclasses import dataclass

from watchlist.cli.app import run as run_program


@dataclass(frozen=True)
class Ran:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def run_piped(*arguments: str) -> Ran:
    """Run the program with its output caught."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run_program(list(arguments))
    return Ran(code, out.getvalue(), err.getvalue())
