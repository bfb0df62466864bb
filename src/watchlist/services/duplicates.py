"""Finding the entries that turn out to be of one film."""

from collections.abc import Iterable, Mapping

from watchlist.domain.entry import Entry
from watchlist.domain.film import Film


def duplicates(films: Mapping[str, Film], entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """Return the entries that are of one film, film by film, in the order of the list."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if film := films.get(entry.id):
            found.setdefault(film.id, []).append(entry)
    return tuple(tuple(same) for same in found.values() if len(same) > 1)
