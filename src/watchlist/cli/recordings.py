"""The options that record what sites say, and that answer from a recording."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from watchlist.cli.session import Session


class Recordings(NamedTuple):
    """The file to record answers in, and the recording to take answers from."""

    trace: Path | None
    replay: Path | None


def recordings(
    session: Session,  # noqa: ARG001
    trace: Annotated[
        Path | None, typer.Option("--trace", metavar="FILE", help="Record what the sites say, for a bug report.")
    ] = None,
    replay: Annotated[
        Path | None, typer.Option("--replay", metavar="FILE", help="Use the answers from such a recording, offline.")
    ] = None,
) -> Recordings:
    """Return the files that the options name."""
    return Recordings(trace, replay)
