"""The last day on which each entry's film may still be unreleased, by what all film files say about it."""

from collections.abc import Iterator, Sequence

from watchlist.domain.film import OWN, ExternalId, Film
from watchlist.domain.identity import Record, groups, same_films
from watchlist.storage.index.film_reader import FilmIndex
from watchlist.storage.index.film_writer import last_day
from watchlist.storage.index.indexed_entries import Entries
from watchlist.storage.index.indexed_films import Place, connected, merged_films


def last_days(layers: list[FilmIndex], entries: Entries, wanted: Sequence[str]) -> dict[str, int]:
    """Return the last day, as an ordinal, on which the film of each entry may still be unreleased.

    Entries without a film are left out. If only one file has the film, the day is in that file's index; if several
    do, the film is merged first.
    """
    found = connected([*layers, entries], (), [ExternalId(OWN, one) for one in wanted])
    places = list(found)
    records = [
        Record(tuple(keys), at, may_repeat=at == len(layers) or layers[at].may_repeat)
        for (at, _), keys in found.items()
    ]
    single: dict[Place, list[str]] = {}
    several: list[str] = []
    for group in groups(same_films(records)):
        stated = [places[one] for one in group if places[one][0] < len(layers)]
        listed = (one for one in group if places[one][0] == len(layers))
        ids = [next(key.id for key in records[one].keys if key.site == OWN) for one in listed]
        if len(stated) == 1:
            single[stated[0]] = ids
        elif stated:
            several += ids
    days = {film_id: last_day(film) for film_id, film in _films_of(layers, entries, several)}
    for at, layer in enumerate(layers):
        numbers = [number for where, number in single if where == at]
        known = layer.last_days(numbers)
        days |= {film_id: known[number] for number in numbers for film_id in single[at, number]}
    return days


def _films_of(layers: list[FilmIndex], entries: Entries, ids: Sequence[str]) -> Iterator[tuple[str, Film]]:
    films = merged_films(layers, entries, ids)
    return ((film_id, films[film_id]) for film_id in ids)
