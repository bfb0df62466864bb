"""The commands for further catalogues: film files laid over the bundled one."""

from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.options import Json
from watchlist.cli.session import Session
from watchlist.rendering.console import say

catalogue = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")
"""Look up more films: add a film file of your own, or every title that IMDb knows."""


@catalogue.command()
def add(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Films in our schema, or IMDb's title.basics.tsv.gz.")],
) -> None:
    """Check a film file, and lay it over the films that are known."""
    from watchlist.rendering.wording import count
    from watchlist.services.upkeep.catalogue import add_catalogue
    from watchlist.storage.films.imdb_file import IMDB_TITLES

    session = Session(ctx)
    layer = add_catalogue(session.paths, file, session.watch)
    say(f"Added {layer.name}: {count(layer.films, 'film')}.")
    if layer.name.endswith(IMDB_TITLES):
        say("IMDb permits personal and non-commercial use of its data: see https://developer.imdb.com.")


@catalogue.command("list")
def list_(ctx: typer.Context, as_json: Json = False) -> None:
    """List the film files, the lowest layer first."""
    from watchlist.rendering.views import catalogue as view
    from watchlist.services.upkeep.catalogue import catalogues

    session = Session(ctx, as_json=as_json)
    session.show(catalogues(session.paths, session.watch), view)


@catalogue.command()
def remove(
    ctx: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME", help="As in: watchlist catalogue list.")]
) -> None:
    """Take a catalogue away; your list stays as it is."""
    from watchlist.services.upkeep.catalogue import remove_catalogue

    remove_catalogue(Session(ctx).paths, name)
    say(f"Removed {name}.")
