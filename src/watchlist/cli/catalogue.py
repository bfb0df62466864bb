"""The commands about all films: what moved, and whether a film file is right."""

from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.options import AsOf, Json
from watchlist.cli.session import Session


def moved(
    ctx: typer.Context,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what was reported on that day or later.")
    ] = None,
    listed: Annotated[bool, typer.Option("--listed", help="Only films on your list.")] = False,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """List the dates that moved, were lost, gained, narrowed or confirmed, the newest first."""
    from watchlist.rendering.views import moved as view
    from watchlist.services.moved import movements
    from watchlist.services.phrase import parse_day

    session = Session(ctx, as_of=as_of, as_json=as_json)
    own = {entry.id for entry in session.entries.everything()} if listed else None
    known = session.films.claimed() if own is None else session.films.films(own)
    films = [film for film in known.films.values() if own is None or film.id in own]
    first = parse_day(since, today=session.today) if since else None
    session.show(movements(films, today=session.today, since=first), view)


def check(
    ctx: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A film file; your own films, or the bundled ones, without.")
    ] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the schema for editors instead.")] = False,
    as_json: Json = False,
) -> None:
    """Check a film file: every fault and warning with its line."""
    from watchlist.domain.errors import InvalidFile
    from watchlist.rendering.views import check as view
    from watchlist.services.upkeep.check import check as check_file
    from watchlist.services.upkeep.check import json_schema

    if schema:
        typer.echo(json_schema(), nl=False)
        return
    session = Session(ctx, as_json=as_json)
    result = check_file(session.paths, file)
    session.show(result, view)
    if result.faults:
        raise typer.Exit(InvalidFile.exit_code)
