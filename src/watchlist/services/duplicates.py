"""Finding entries that turn out to be for the same film."""

from collections.abc import Iterable, Mapping

from watchlist.domain.entry import Entry
from watchlist.domain.film import Film


def duplicates(films: Mapping[str, Film], entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """Return groups of two or more entries for the same film, in the order of the list; `films` are by entry id."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if film := films.get(entry.id):
            found.setdefault(film.id, []).append(entry)
    return tuple(tuple(same) for same in found.values() if len(same) > 1)
