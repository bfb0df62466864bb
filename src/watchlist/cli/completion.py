"""What a shell may complete: films by id with their titles as help, tags, services, regions, settings.

A film is offered by its id, which no shell needs to quote, wherever its id or one of its
titles begins with what was typed. Nothing here may fail or print: then nothing is offered.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import typer

from watchlist.domain.errors import WatchlistError
from watchlist.domain.names import fold

if TYPE_CHECKING:  # loaded only where something is completed
    from watchlist.storage.index.indexed_entries import Entries
    from watchlist.storage.index.indexed_films import IndexedFilms
    from watchlist.storage.paths import Paths

Offers = list[tuple[str, str]]
"""What may stand there, each with a line of help."""

_MOST = 60


def catalogue_films(ctx: typer.Context, incomplete: str) -> Offers:
    """Offer films of the whole catalogue."""
    return _films(ctx, incomplete, lambda paths, folded: _known_films(paths).beginning(folded, _MOST))


def listed_films(ctx: typer.Context, incomplete: str) -> Offers:
    """Offer films of the user's list."""
    return _films(ctx, incomplete, lambda paths, folded: _entries(paths).beginning(folded, _MOST))


def tags(ctx: typer.Context, incomplete: str) -> Offers:
    """Offer the tags that the user has used."""
    return _beginning(ctx, incomplete, lambda paths: _entries(paths).tags())


def services(ctx: typer.Context, incomplete: str) -> Offers:
    """Offer the services and festivals that claims name."""
    return _beginning(ctx, incomplete, lambda paths: _known_films(paths).services())


def regions(ctx: typer.Context, incomplete: str) -> Offers:
    """Offer the codes of regions."""
    from watchlist.domain.region import REGIONS

    return _beginning(ctx, incomplete, lambda _: sorted(REGIONS))


def setting_names(incomplete: str) -> Offers:
    """Offer the settings, each with what it does."""
    from watchlist.domain.settings import SETTINGS

    return [(name, one.meaning) for name, one in SETTINGS.items() if name.startswith(incomplete)]


def _films(ctx: typer.Context, incomplete: str, find: "Callable[[Paths, str], Iterable[tuple[str, str]]]") -> Offers:
    if any(ctx.params.get(name) for name in ("title", "words")):
        return []
    try:
        return list(dict(find(_paths(ctx), fold(incomplete))).items())
    except WatchlistError:
        return []


def _beginning(ctx: typer.Context, incomplete: str, find: "Callable[[Paths], Iterable[str]]") -> Offers:
    try:
        words = find(_paths(ctx))
    except WatchlistError:
        return []
    return [(word, "") for word in words if word.casefold().startswith(incomplete.casefold())]


def _paths(ctx: typer.Context) -> "Paths":
    from watchlist.storage.paths import find_paths

    return find_paths(ctx.find_root().params.get("file"))


def _known_films(paths: "Paths") -> "IndexedFilms":
    from watchlist.storage.index.indexed_films import open_films

    return open_films(paths)


def _entries(paths: "Paths") -> "Entries":
    from watchlist.storage.index.indexed_entries import open_entries

    return open_entries(paths)
