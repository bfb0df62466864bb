"""Numbers: counts, backups and stars."""

from collections.abc import Iterator

from watchlist.cli.offers.offer import Asked, Offer, beginning, words_beginning
from watchlist.cli.offers.titles import listed
from watchlist.domain.entry import MOST_HALF_STARS
from watchlist.storage.changes.store import Store


def counts(asked: Asked) -> Iterator[Offer]:
    """Offer counts of steps or films."""
    return words_beginning(asked.word, map(str, (1, 2, 3, 5, 10, 20, 50)))


def copies(asked: Asked) -> Iterator[Offer]:
    """Offer the backups of the list by their numbers, each with its time."""
    made = enumerate(Store(asked.paths).backups(), 1)
    return beginning(asked.word, ((str(number), f"{copy.made:%Y-%m-%d %H:%M}") for number, copy in made))


def stars(asked: Asked) -> Iterator[Offer]:
    """Offer ratings, the best first."""
    ratings = (f"{half / 2:g}" for half in range(MOST_HALF_STARS, 0, -1))
    return words_beginning(asked.word, (*ratings, "none"))


def films_or_stars(asked: Asked) -> Iterator[Offer]:
    """Offer films on the list and, after a title, also ratings."""
    yield from listed(asked)
    if asked.given:
        yield from stars(asked)
