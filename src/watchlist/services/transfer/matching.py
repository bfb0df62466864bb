"""Finding the film of an imported row: by its id on another site, else by title and year."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from watchlist.domain.countdown import State, releases_today
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.names import fold
from watchlist.domain.site_ids import tell_apart
from watchlist.services.transfer.row import ImportedRow


class KnownFilm(NamedTuple):
    """What is known about a film, as far as matching needs it; `is_to_come` if it is not out anywhere yet."""

    titles: tuple[str, ...] = ()
    year: int | None = None
    ids: tuple[ExternalId, ...] = ()
    is_to_come: bool = True

    @classmethod
    def of(cls, film: Film, today: date) -> "KnownFilm":
        """Return what is known about a film on a day."""
        return cls(tuple(film.titles), film.year, film.ids, is_to_come=_is_to_come(film, today))

    def grown(self, other: "KnownFilm") -> "KnownFilm":
        """Return this with what `other` adds; the year that is known first is kept."""
        return KnownFilm(
            tuple(dict.fromkeys((*self.titles, *other.titles))),
            self.year if self.year is not None else other.year,
            tuple(dict.fromkeys((*self.ids, *other.ids))),
            is_to_come=self.is_to_come and other.is_to_come,
        )


def _is_to_come(film: Film, today: date) -> bool:
    """Return whether a film is not out anywhere yet, not even at a festival."""
    if film.year is not None and film.year < today.year:
        return False
    return not any(one.countdown.state is State.OUT for one in releases_today(film, today))


class KnownFilms(NamedTuple):
    """Films by their ids on other sites and by their folded titles; it grows during an import."""

    by_external_id: dict[ExternalId, str]
    by_title: dict[str, list[str]]
    films: dict[str, KnownFilm]

    @classmethod
    def empty(cls) -> "KnownFilms":
        """Return one without any films."""
        return cls({}, {}, {})

    def add(self, film_id: str, known: KnownFilm) -> None:
        """Add a film, or add to what is known about it."""
        for title in known.titles:
            named = self.by_title.setdefault(fold(title), [])
            if film_id not in named:
                named.append(film_id)
        for key in known.ids:
            self.by_external_id.setdefault(key, film_id)
        before = self.films.get(film_id)
        self.films[film_id] = before.grown(known) if before else known

    def with_ids(self, ids: Iterable[ExternalId]) -> list[str]:
        """Return the films with any of these ids on other sites, without repeats."""
        return list(dict.fromkeys(self.by_external_id[key] for key in ids if key in self.by_external_id))

    def find(self, row: ImportedRow, this_year: int) -> list[str]:
        """Return the films that a row may be: one by an id, or else all that fit by title and year.

        The year may differ by one, since sites disagree on films that were first shown at festivals. But a row with a
        past year, or for a watched film, cannot be an unreleased film, unless the years are equal.
        """
        if known := self.with_ids(row.ids):
            return known[:1]
        titles = filter(None, (row.title, row.original_title))
        named = dict.fromkeys(film_id for title in titles for film_id in self.by_title.get(fold(title), ()))
        alike = [film_id for film_id in named if not is_different_film(self.films[film_id], row)]
        is_past = row.watched or (row.year is not None and row.year < this_year)
        can_be = [film_id for film_id in alike if not (is_past and self.films[film_id].is_to_come)]
        if row.year is None:
            return can_be
        for films, apart in ((alike, 0), (can_be, 1)):
            fit = [one for one in films if (year := self.films[one].year) and abs(year - row.year) == apart]
            if fit:
                return fit
        return [film_id for film_id in can_be if self.films[film_id].year is None]

    def is_doubtful(self, row: ImportedRow, film_id: str, this_year: int) -> bool:
        """Return whether a row without a year may only by chance have the title of an old film.

        Rows for unreleased films often have no year, so an old film with that title is probably a different one.
        """
        year = self.films[film_id].year if film_id in self.films else None
        by_id = any(self.by_external_id.get(key) == film_id for key in row.ids)
        return row.year is None and not by_id and year is not None and year < this_year - 1


def is_different_film(film: KnownFilm, row: ImportedRow) -> bool:
    """Return whether a film's ids show that it is not the film of a row."""
    return tell_apart(film.ids, film.titles, row.ids, (row.title,))
