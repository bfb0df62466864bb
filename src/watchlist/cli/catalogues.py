"""The commands for further catalogues: film files laid over the bundled one."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchlist.cli.options import Json
from watchlist.cli.session import Session
from watchlist.rendering.console import say

if TYPE_CHECKING:
    from watchlist.services.upkeep.layers import LayerSummary

catalogue = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")
"""Look up more films: add a film file of your own, or every title that IMDb knows."""


@catalogue.command()
def add(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="Films in our schema, or their https address; IMDb's title.basics.tsv.gz."),
    ],
) -> None:
    """Check a film file, and lay it over the films that are known."""
    from watchlist.rendering.wording import count
    from watchlist.storage.index.build import IMDB_TITLES

    session = Session(ctx)
    layer = _added(session, file)
    say(f"Added {layer.name}: {count(layer.films, 'film')}.")
    if layer.name.endswith(IMDB_TITLES):
        say("IMDb permits personal and non-commercial use of its data: see https://developer.imdb.com.")


def _added(session: Session, file: str) -> "LayerSummary":
    """Add a file, or what is at an address: only then is the client of the web imported."""
    from watchlist.services.upkeep.catalogue import add_catalogue

    if "://" not in file:
        return add_catalogue(session.paths, Path(file), session.watch)
    from importlib.metadata import version

    from watchlist.services.upkeep.catalogue_address import add_address
    from watchlist.storage.web.client import agent

    return add_address(session.paths, file, agent(version("watchlist")), session.watch)


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
