"""What a shell may complete: films by id with their titles as help, tags, services, regions, settings.

A film is offered by its id, which no shell needs to quote, wherever its id or one of its
titles begins with what was typed. Nothing here may fail or print: then nothing is offered.

Titles, tags and services come from anywhere, and what is offered passes through the shell: zsh
evaluates it, bash puts it on the command line as it is. So nothing that a shell could take for
more than text leaves here: such a word is not offered, and in a line of help its signs are
replaced by their wide forms.
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


def for_shells(offers: Iterable[tuple[str, str]]) -> Offers:
    """Leave out the words that a shell could take for more than text, and make the lines of help harmless."""
    return [(word, _harmless(meaning)) for word, meaning in offers if _is_harmless(word)]


def _is_harmless(word: str) -> bool:
    return bool(word) and word[0] not in " -" and all(_is_text(sign) for sign in word)


def _is_text(sign: str) -> bool:
    return sign.isprintable() and (not sign.isascii() or sign.isalnum() or sign in _TEXT)


def _harmless(text: str) -> str:
    """Replace the signs that mean something to a shell, and leave out those that nobody sees."""
    signs = (sign if _is_text(sign) else _WIDE.get(sign, "") for sign in " ".join(text.split()))
    return "".join(signs)


_TEXT = " .,+@/_-"
_WIDE = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)} | {"'": "\u2019", '"': "\u201d"}


def setting_names(incomplete: str) -> Offers:
    """Offer the settings, each with what it does."""
    from watchlist.domain.settings import SETTINGS

    return for_shells((name, one.meaning) for name, one in SETTINGS.items() if name.startswith(incomplete))


def _films(ctx: typer.Context, incomplete: str, find: "Callable[[Paths, str], Iterable[tuple[str, str]]]") -> Offers:
    if any(ctx.params.get(name) for name in ("title", "words")):
        return []
    try:
        return for_shells(dict(find(_paths(ctx), fold(incomplete))).items())
    except WatchlistError:
        return []


def _beginning(ctx: typer.Context, incomplete: str, find: "Callable[[Paths], Iterable[str]]") -> Offers:
    try:
        words = find(_paths(ctx))
    except WatchlistError:
        return []
    return for_shells((word, "") for word in words if word.casefold().startswith(incomplete.casefold()))


def _paths(ctx: typer.Context) -> "Paths":
    from watchlist.storage.paths import find_paths

    return find_paths(ctx.params.get("list_file") or ctx.find_root().params.get("file"))


def _known_films(paths: "Paths") -> "IndexedFilms":
    from watchlist.storage.index.indexed_films import open_films

    return open_films(paths)


def _entries(paths: "Paths") -> "Entries":
    from watchlist.storage.index.indexed_entries import open_entries

    return open_entries(paths)
