"""Tell the user which entries are the same film; only they can join them."""

from collections.abc import Mapping, Sequence

from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.rendering.console import message
from watchlist.rendering.wording import double_words
from watchlist.services.duplicates import duplicates

_MOST = 3
"""Films that are named."""


def say_doubles(films: Mapping[str, Film], entries: Sequence[Entry]) -> None:
    """Say which entries are of one film, and how to join them."""
    same = duplicates(films, entries)
    message(*map(double_words, same[:_MOST]))
    if len(same) > _MOST:
        message(f"{len(same) - _MOST:,} more: watchlist doctor")
