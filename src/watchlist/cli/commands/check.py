"""Check a film file."""

from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.command import reads_now
from watchlist.cli.session import Session
from watchlist.domain.errors import InvalidFile
from watchlist.rendering.console import write_bytes
from watchlist.rendering.views import check as view
from watchlist.services.upkeep.check import check, json_schema


@reads_now
def command(
    session: Session,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A film file; without it, your own films or the bundled ones."),
    ] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema for editors instead.")] = False,
) -> None:
    """Check a film file, and report every fault and warning with its line."""
    if schema:
        write_bytes(json_schema().encode())
        return
    result = check(session.paths, file)
    session.show(result, view)
    if result.faults:
        raise typer.Exit(InvalidFile.exit_code)
