"""Open the page of a film in the browser."""

import sys
from typing import Annotated

import typer

from watchlist.cli.choose_film import film_to_read
from watchlist.cli.command import writes
from watchlist.cli.options import Title
from watchlist.cli.session import Session
from watchlist.domain.site import Site
from watchlist.rendering.film_json import film_fields
from watchlist.services.open import page_of
from watchlist.storage.outside.browser import open_page


@writes
def command(
    session: Session,
    title: Title,
    site: Annotated[Site | None, typer.Option("--site", help="Which site; the first known one if left out.")] = None,
) -> None:
    """Open a film's page in your browser, and print its address."""
    film = film_to_read(session, title)
    address = page_of(film, site)
    session.report([address], lambda: {**film_fields(film), "url": address})
    if sys.stdout.isatty():
        open_page(address)
