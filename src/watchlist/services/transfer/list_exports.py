"""The exports of each imported list: what it has now, what it had last time, and which exports are older ones."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.last_export import LastExport


class OlderExport(NamedTuple):
    """An export that is older than one of the same list that was imported before: what it lacks is not missing."""

    list: str
    day: date
    last: date


class ListExports:
    """The films of each list, export by export, the earlier exports first; the latest export of a list counts."""

    def __init__(self, before: Mapping[str, LastExport]) -> None:
        """Take the latest export of each list that was imported before."""
        self._before = before
        self._now: dict[str, dict[str, None]] = {}
        self._days: dict[str, date] = {}
        self._last: dict[str, tuple[str, ...]] = {}
        """The films of the export before the latest one, of each list in `_now`."""
        self._older: dict[str, OlderExport] = {}
        self._past: dict[str, dict[str, None]] = {}
        """The films of earlier exports of each list: of the last one, and of those older than it that are imported."""

    def note(self, name: str, film_id: str, day: date) -> None:
        """Note that a list had a film in its export of a day."""
        before = self._before.get(name, LastExport())
        if before.day and day < before.day:
            self._older[name] = OlderExport(name, day, before.day)
            self._past.setdefault(name, dict.fromkeys(before.films))[film_id] = None
        elif day > self._days.get(name, date.min):
            self._last[name] = tuple(self._now.get(name) or self._past.get(name) or before.films)
            self._days[name], self._now[name] = day, {}
        if day == self._days.get(name):
            self._now[name][film_id] = None

    def gone(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each list with the films that it had last time and no longer has.

        A list that has none of the earlier films is considered a different list.
        """
        for name, films in self._now.items():
            last = self._last[name]
            if any(film_id in films for film_id in last):
                yield name, [film_id for film_id in last if film_id not in films]

    def older(self) -> tuple[OlderExport, ...]:
        """Return the lists of which only exports older than the last imported one were read."""
        return tuple(one for name, one in self._older.items() if name not in self._now)

    def latest(self) -> dict[str, LastExport]:
        """Return what to remember of each list; of an older export the films, so that a later one tells which left."""
        read = {name: LastExport(tuple(films), self._days[name]) for name, films in self._now.items()}
        return read | {one.list: LastExport(tuple(self._past[one.list]), one.last) for one in self.older()}
