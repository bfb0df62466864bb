"""Warns of entries that are the same film, which only the user can join."""

from collections.abc import Iterable, Mapping, Sequence

from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.rendering.console import message
from watchlist.rendering.wording import duplicate_words
from watchlist.services.duplicates import duplicates

_MOST = 3
"""The most films that are named."""


def warn_of_duplicates(films: Mapping[str, Film], entries: Sequence[Entry]) -> None:
    """Print a warning for each film that has several entries, with the command that joins them."""
    warn(map(duplicate_words, duplicates(films, entries)))


def warn(words: Iterable[str]) -> None:
    """Print the first few warnings, one per line, and how many more there are."""
    lines = list(words)
    message(*lines[:_MOST])
    if len(lines) > _MOST:
        message(f"{len(lines) - _MOST:,} more: watchlist doctor")
