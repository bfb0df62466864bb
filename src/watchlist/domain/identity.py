"""Which records are the same film: those that share an id, ours or another site's."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from watchlist.domain.film import OWN, ExternalId


class Record(NamedTuple):
    """One file's record of a film: the ids that identify it, and the number of that file.

    `may_repeat` says that two records of that file may be the same film, as in the user's own files. In any other
    file, two records are always two films.
    """

    keys: tuple[ExternalId, ...]
    file: int
    may_repeat: bool = False


def same_films(records: Sequence[Record]) -> list[int]:
    """Return, for each record, the number of the first record of the same film.

    Sharing one of our own ids always joins records. Sharing an id on another site does not join records that one
    file keeps apart: a wrong id in a third record must not merge two films.
    """
    films = _Films(records)
    for is_own in (True, False):
        first: dict[ExternalId, list[int]] = {}
        for number, record in enumerate(records):
            for key in record.keys:
                if (key.site == OWN) is is_own:
                    others = first.setdefault(key, [])
                    if others:
                        films.join(number, others, always=is_own)
                    else:
                        others.append(number)
    return [films.first(number) for number in range(len(records))]


class _Films:
    """Disjoint sets of records; each film is known by the number of its first record."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._above = list(range(len(records)))
        self._files = [set() if record.may_repeat else {record.file} for record in records]

    def first(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = number = self._above[self._above[number]]
        return number

    def join(self, number: int, others: list[int], *, always: bool) -> None:
        """Join a record with `others`, which have the same key; add it to them if it cannot be joined with any."""
        for other in others:
            one, two = sorted((self.first(number), self.first(other)))
            if one != two and (always or self._files[one].isdisjoint(self._files[two])):
                self._above[two] = one
                self._files[one] |= self._files[two]
        if all(self.first(number) != self.first(other) for other in others):
            others.append(number)


def groups(films: Iterable[int]) -> list[list[int]]:
    """Group the record numbers by film, given the result of `same_films`."""
    found: dict[int, list[int]] = {}
    for number, first in enumerate(films):
        found.setdefault(first, []).append(number)
    return list(found.values())
