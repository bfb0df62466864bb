"""The bundled films, read once for all tests that look at them."""

from functools import cache
from pathlib import Path

from watchlist.domain.catalogue import Catalogue, merge
from watchlist.storage.films.film_file import load_bundled
from whole_shelf import WholeShelf

FILMS_FILE = Path(__file__).parents[1] / "data" / "films.toml"


@cache
def catalogue() -> Catalogue:
    """Read the bundled films."""
    return merge([load_bundled(FILMS_FILE).layer])


@cache
def shelf() -> WholeShelf:
    """Give the bundled films as a shelf."""
    return WholeShelf(catalogue())
