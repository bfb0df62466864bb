"""Check a film file."""

from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.command import reads_now
from watchlist.cli.session import Session
from watchlist.domain.errors import InvalidFile
from watchlist.rendering.console import write_bytes
from watchlist.rendering.views import check as view
from watchlist.services.upkeep.check import check_film_file, json_schema
from watchlist.storage.films.catalogue import load_bundled


@reads_now
def command(
    session: Session,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A film file; without it, your own films or the bundled ones."),
    ] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the schema for editors instead.")] = False,
) -> None:
    """Check a film file: every fault and warning with its line."""
    if schema:
        write_bytes(json_schema().encode())
        return
    paths = session.paths
    chosen = file or (paths.films if paths.films.exists() else paths.bundled)
    known = load_bundled(paths.bundled).sources if chosen != paths.bundled else None
    result = check_film_file(chosen, known=known)
    session.show(result, view)
    if result.faults:
        raise typer.Exit(InvalidFile.exit_code)
