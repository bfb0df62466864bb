"""Which records are one film: those with an id in common, here or on another site."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from watchlist.domain.film import OWN, ExternalId


class Record(NamedTuple):
    """A record of a film: the keys by which it is known to be itself, and the number of the file that it stands in.

    `may_repeat` says that two records of that file may be one film, as in the user's own files. Elsewhere a file
    that has two records says that they are two films.
    """

    keys: tuple[ExternalId, ...]
    file: int
    may_repeat: bool = False


def same_films(records: Sequence[Record]) -> list[int]:
    """Give, for each record, the number of the first record of its film.

    An id of our own always joins. An id on another site does not join what a file tells apart: a wrong one in a
    third record must not make one film of two.
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
    """Records put together step by step; each film goes by the number of its first record."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._above = list(range(len(records)))
        self._files = [set() if record.may_repeat else {record.file} for record in records]

    def first(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = number = self._above[self._above[number]]
        return number

    def join(self, number: int, others: list[int], *, always: bool) -> None:
        """Join a record with those that have the same key, and add it to them where it stays alone."""
        for other in others:
            one, two = sorted((self.first(number), self.first(other)))
            if one != two and (always or self._files[one].isdisjoint(self._files[two])):
                self._above[two] = one
                self._files[one] |= self._files[two]
        if all(self.first(number) != self.first(other) for other in others):
            others.append(number)


def groups(films: Iterable[int]) -> list[list[int]]:
    """Put the numbers of the records of each film together, given what `same_films` says of each."""
    found: dict[int, list[int]] = {}
    for number, first in enumerate(films):
        found.setdefault(first, []).append(number)
    return list(found.values())
