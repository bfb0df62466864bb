"""Manage the catalogue: film files that add to the bundled one."""

from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.command import reads_now, writes
from watchlist.cli.completion import Offered
from watchlist.cli.lookalike_warnings import warn_of_all_lookalikes
from watchlist.cli.session import Session
from watchlist.rendering.console import message
from watchlist.rendering.views import catalogue as view
from watchlist.rendering.wording import count
from watchlist.services.upkeep.catalogue import LayerSummary, add_catalogue, catalogues, remove_catalogue
from watchlist.storage.films.imdb_file import IMDB_TITLES

command = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")
"""Add more films to look up: a film file, or every title on IMDb."""


@command.command("add")
@writes
def add(
    session: Session,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A film file in our schema, its https address, or IMDb's title.basics.tsv.gz."
        ),
        Offered.FILES,
    ],
) -> None:
    """Check a film file, and add its films to the catalogue."""
    layer = _fetched(session, file) if "://" in file else add_catalogue(session.paths, Path(file), session.progress)
    session.report(
        [f"Added {layer.name}: {count(layer.films, 'film')}."], lambda: {"name": layer.name, "films": layer.films}
    )
    session.forget_films()
    warn_of_all_lookalikes(session)
    if layer.name.endswith(IMDB_TITLES):
        message("IMDb permits personal and non-commercial use of its data: see https://developer.imdb.com.")


def _fetched(session: Session, address: str) -> LayerSummary:
    """Add the film file at an address."""
    from watchlist.services.upkeep.catalogue_address import add_address  # the web client takes 100 ms to import

    return add_address(session.paths, address, session.progress)


@command.command("list")
@reads_now
def list_(session: Session) -> None:
    """List the film files; later ones add to earlier ones."""
    session.show(catalogues(session.paths, session.progress), view)


@command.command("remove")
@writes
def remove(
    session: Session,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="As listed by watchlist catalogue list."), Offered.CATALOGUES
    ],
) -> None:
    """Remove a catalogue; your list stays as it is."""
    remove_catalogue(session.paths, name)
    session.report([f"Removed {name}."], lambda: {"name": name})
