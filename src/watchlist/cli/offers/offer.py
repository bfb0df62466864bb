"""An offered word, and the request it answers."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from watchlist.storage.paths import Paths


class Offer(NamedTuple):
    """A word to offer, and what it means; the meaning is empty if the word is clear."""

    word: str
    meaning: str = ""


class Asked(NamedTuple):
    """The word at the cursor, the arguments before it, and where the user's files are."""

    word: str
    given: tuple[str, ...]
    paths: Paths


def beginning(typed: str, choices: Iterable[tuple[str, str]]) -> Iterator[Offer]:
    """Offer the words that begin with what was typed, ignoring case; each choice is a word and its meaning."""
    start = typed.casefold()
    return (Offer(word, meaning) for word, meaning in choices if word.casefold().startswith(start))


def words_beginning(typed: str, words: Iterable[str]) -> Iterator[Offer]:
    """Offer the words that begin with what was typed, without meanings."""
    return beginning(typed, ((word, "") for word in words))
