"""An offered word, and the request it answers."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from watchlist.storage.paths import Paths


class Offer(NamedTuple):
    """A word that can be completed here, and what it means; empty if that is clear."""

    word: str
    meaning: str = ""


class Asked(NamedTuple):
    """The word at the cursor, the arguments before it, and where the user's files are."""

    word: str
    given: tuple[str, ...]
    paths: Paths


def beginning(typed: str, choices: Iterable[tuple[str, str]]) -> Iterator[Offer]:
    """Offer those of some words, each with its meaning, that begin like what was typed, in any case."""
    start = typed.casefold()
    return (Offer(word, meaning) for word, meaning in choices if word.casefold().startswith(start))


def words_beginning(typed: str, words: Iterable[str]) -> Iterator[Offer]:
    """Offer those of some words that begin like what was typed; their meaning is clear."""
    return beginning(typed, ((word, "") for word in words))
