"""Tell the user which entries are the same film; only they can join them."""

from collections.abc import Iterable, Mapping, Sequence

from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.rendering.console import message
from watchlist.rendering.wording import double_words
from watchlist.services.duplicates import duplicates

_MOST = 3
"""Films that are named."""


def say_doubles(films: Mapping[str, Film], entries: Sequence[Entry]) -> None:
    """Say which entries are of one film, and how to join them."""
    say_some(map(double_words, duplicates(films, entries)))


def say_some(words: Iterable[str]) -> None:
    """Say what is double, a line each; of many lines the first, and how many more there are."""
    lines = list(words)
    message(*lines[:_MOST])
    if len(lines) > _MOST:
        message(f"{len(lines) - _MOST:,} more: watchlist doctor")
