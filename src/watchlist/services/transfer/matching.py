"""Which film a row of an import is: the one with its id on another site, else those with its title and year."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from watchlist.domain.film import ExternalId
from watchlist.domain.names import fold
from watchlist.services.transfer.row import ImportedRow


class KnownFilms(NamedTuple):
    """Films by their ids on other sites and by their folded titles; it grows as an import goes on."""

    by_external_id: dict[ExternalId, str]
    by_title: dict[str, list[str]]
    years: dict[str, int | None]

    @classmethod
    def empty(cls) -> "KnownFilms":
        """Begin without a film."""
        return cls({}, {}, {})

    def add(self, film_id: str, titles: Iterable[str], year: int | None, ids: Iterable[ExternalId]) -> None:
        """Add a film, or what else is known about one: what was known first stays."""
        for title in titles:
            named = self.by_title.setdefault(fold(title), [])
            if film_id not in named:
                named.append(film_id)
        for key in ids:
            self.by_external_id.setdefault(key, film_id)
        if self.years.get(film_id) is None:
            self.years[film_id] = year

    def find(self, row: ImportedRow, is_other: Callable[[str], bool]) -> list[str]:
        """Find the films that a row can be: one by an id, or all that fit by title and year.

        `is_other` says that a film with the title of the row is another one. A year may be
        off by one: sites do not agree on the year of a film shown at festivals first.
        """
        for key in row.ids:
            if key in self.by_external_id:
                return [self.by_external_id[key]]
        titles = (row.title, row.original_title or row.title)
        named = dict.fromkeys(film_id for title in titles for film_id in self.by_title.get(fold(title), ()))
        films = [film_id for film_id in named if not is_other(film_id)]
        if row.year is None:
            return films
        for near in (0, 1):
            fit = [one for one in films if (year := self.years.get(one)) is not None and abs(year - row.year) == near]
            if fit:
                return fit
        return [film_id for film_id in films if self.years.get(film_id) is None]

    def is_doubtful(self, row: ImportedRow, film_id: str, this_year: int) -> bool:
        """Say whether a row may have the title of an old film by chance.

        A row has no year where the film is still to come, so an old film of that title is likely another one.
        """
        year = self.years.get(film_id)
        by_id = any(self.by_external_id.get(key) == film_id for key in row.ids)
        return row.year is None and not by_id and year is not None and year < this_year - 1
