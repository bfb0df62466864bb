"""The options that record what sites say, and that answer from a recording."""

from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from watchlist.cli.session import Session


class Recordings(NamedTuple):
    """The file that answers are written to, and the one that they are taken from."""

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
    """Take the files as they are named."""
    return Recordings(trace, replay)
