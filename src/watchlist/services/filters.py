"""Filters: which films of the list or the catalogue to show."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.entry import Entry, Status, parse_stars
from watchlist.domain.errors import BadValue
from watchlist.domain.film import Film
from watchlist.domain.names import fold, words
from watchlist.domain.region import parse_region


class Filter(NamedTuple):
    """What a film and its entry must be; None admits all. `rating` is the minimum, in half stars."""

    status: Status | None = None
    tag: str | None = None
    service: str | None = None
    director: str | None = None
    cast: str | None = None
    years: range | None = None
    rating: int | None = None
    genre: str | None = None
    country: str | None = None
    runtime: range | None = None

    @property
    def is_about_entries(self) -> bool:
        """True if it needs something that only films on the list have."""
        return bool(self.status or self.tag or self.rating)

    @property
    def person(self) -> str:
        """The director or actor, or an empty text."""
        return self.director or self.cast or ""

    def admits(self, film: Film | None, entry: Entry | None, catalogue: Catalogue) -> bool:
        """Return whether to show a film, with its entry if it has one."""
        return self._admits_entry(entry) and self._admits_film(film, catalogue)

    def _admits_entry(self, entry: Entry | None) -> bool:
        if entry is None:
            return not self.is_about_entries
        return (
            (self.status is None or self.status in _standing(entry))
            and (self.tag is None or fold(self.tag) in map(fold, entry.tags))
            and (self.rating is None or (entry.rating or 0) >= self.rating)
        )

    def _admits_film(self, film: Film | None, catalogue: Catalogue) -> bool:
        if film is None:
            return self == Filter(self.status, self.tag, rating=self.rating)
        cast = [role.name for role in film.cast]
        return (
            (self.years is None or film.year in self.years)
            and (self.service is None or fold(self.service) in {fold(claim.service or "") for claim in film.claims})
            and (self.director is None or _is_among(self.director, film.directors, catalogue))
            and (self.cast is None or _is_among(self.cast, cast, catalogue))
            and (self.genre is None or any(map(_is_genre(self.genre), film.genres)))
            and (self.country is None or self.country in film.countries)
            and (self.runtime is None or film.runtime in self.runtime)
        )


EVERYTHING = Filter()


def _standing(entry: Entry) -> tuple[Status, ...]:
    """Return the status of an entry; a film that is wanted again also counts as watched."""
    return (entry.status, Status.WATCHED) if entry.is_wanted_again else (entry.status,)


def _is_among(asked: str, names: Iterable[str], catalogue: Catalogue) -> bool:
    """Return whether any written form of any of the names has all the words asked for."""
    wanted = words(asked)
    return any(wanted <= words(form) for name in names for form in catalogue.written_forms(name))


def _is_genre(asked: str) -> Callable[[str], bool]:
    """Return a test for genres: whether one has all the words asked for, where sci-fi is science fiction."""
    wanted = words(_GENRES.get(fold(asked), asked))
    return lambda genre: wanted <= words(_GENRES.get(fold(genre), genre))


_GENRES = dict.fromkeys(("sci fi", "scifi", "sf"), "science fiction")
"""Other names of genres, as IMDb or people write them, in folded form."""


def parse_country(text: str) -> str:
    """Return the code of a country, given as a code or an English name; raise `BadValue` for anything else."""
    try:
        return parse_region(text)
    except BadValue:
        from watchlist.services.live.countries import region_of_name  # a table that only names need

        code = region_of_name(text.strip())
        if code is None:
            raise
        return code


def parse_runtime(text: str) -> range:
    """Read "120" as at most two hours, "90-120" and "90-" as a range of minutes; raise `BadValue` for anything else."""
    first, dash, last = (part.strip() for part in text.partition("-"))
    numbers = (first, last) if dash else ("", first)
    if not any(numbers) or not all(one == "" or (one.isascii() and one.isdecimal()) for one in numbers):
        raise BadValue(f'"{text}" is not a length in minutes: write 120 for at most two hours, 90-120, or 90-')
    shortest, longest = (one[:_MOST_DIGITS] for one in numbers)
    return range(int(shortest or 1), int(longest or "9" * _MOST_DIGITS) + 1)


_MOST_DIGITS = 5


def parse_years(text: str) -> range:
    """Read a year, a range 2020-2024, or a decade 2020s; raise `BadValue` for anything else."""
    first, dash, last = text.strip().partition("-")
    if first.endswith("0s") and not dash and first[:-1].isdigit():
        return range(int(first[:-1]), int(first[:-1]) + 10)
    if first.isdigit() and (last.isdigit() or not dash) and len(first) == 4 and (not dash or len(last) == 4):
        return range(int(first), int(last or first) + 1)
    raise BadValue(f'"{text}" is not a year: write 2024, 2020-2024 or 2020s')


def parse_where(text: str) -> Filter:
    """Read "tag=noir" as a filter; raise `BadValue` for anything else."""
    name, sign, value = (part.strip() for part in text.partition("="))
    if not sign or not value or name not in _FILTERS:
        raise BadValue(f'"{text}" is not a filter: write NAME=VALUE, with a name out of {", ".join(_FILTERS)}')
    return _FILTERS[name](value)


def _status(text: str) -> Status:
    if text not in set(Status):
        raise BadValue(f'"{text}" is not a status: write {", ".join(Status)}')
    return Status(text)


_FILTERS: dict[str, Callable[[str], Filter]] = {
    "status": lambda text: Filter(status=_status(text)),
    "tag": lambda text: Filter(tag=text),
    "service": lambda text: Filter(service=text),
    "director": lambda text: Filter(director=text),
    "cast": lambda text: Filter(cast=text),
    "year": lambda text: Filter(years=parse_years(text)),
    "rating": lambda text: Filter(rating=parse_stars(text)),
    "genre": lambda text: Filter(genre=text),
    "country": lambda text: Filter(country=parse_country(text)),
    "runtime": lambda text: Filter(runtime=parse_runtime(text)),
}
"""The filters by the names of their options."""
