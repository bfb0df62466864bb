"""The films of the list, looked up by any id and title that they have in the catalogue or on the list."""

from collections.abc import Iterable
from typing import NamedTuple

import pytest

from exports import ids
from titles.films_in_memory import FilmsInMemory
from watchlist.domain.entry import Entry
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.names import fold
from watchlist.domain.title import parse_title
from watchlist.services.listed_films import ListedFilms, film_of_entry

HEAT = Film("heat-1995", "Heat", ids=ids(imdb="tt1"), other_ids=("heat",))
VENOM = Film("venom-3", "Venom: The Last Dance")
JAWS = Film("jaws", "Jaws", ids=ids(imdb="tt2"))
ENTRIES = (Entry("heat", "Hitze"), Entry("venom-3", "Venom 3"), Entry("gone", "Gone", ids=ids(imdb="tt3")))
GONE = Film("gone", "Gone", ids=ids(imdb="tt3"))


class Known(NamedTuple):
    """The films of the catalogue, found by every id and by every form of a title."""

    films: tuple[Film, ...]

    def with_id(self, film_id: str) -> list[Film]:
        return [film for film in self.films if film.has_id(film_id)]

    def with_external_id(self, key: ExternalId) -> list[Film]:
        return [film for film in self.films if key in film.ids]

    def titled(self, readings: Iterable[str]) -> list[Film]:
        wanted = set(readings)
        return [film for film in self.films if wanted & parse_title(film.title).readings]

    def shortened(self, readings: Iterable[str]) -> list[Film]:
        return list(FilmsInMemory(self.films).titled(readings))


class Listed(NamedTuple):
    """The entries of a list, by every id that their films have or had."""

    entries: tuple[Entry, ...]

    def of(self, wanted: Iterable[str]) -> tuple[Entry, ...]:
        films = (film for one in wanted for film in Known((HEAT, VENOM, JAWS)).with_id(one) or [Film(one, "")])
        return tuple(entry for film in films for entry in self.entries if film.has_id(entry.id))

    def titled(self, folded: Iterable[str]) -> tuple[Entry, ...]:
        wanted = set(folded)
        return tuple(entry for entry in self.entries if fold(entry.title) in wanted)

    def with_external_id(self, key: ExternalId) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if key in entry.ids)


LISTED = ListedFilms(Listed(ENTRIES), Known((HEAT, VENOM, JAWS)))


@pytest.mark.parametrize(
    ("film_id", "films"),
    [("heat-1995", [HEAT]), ("heat", [HEAT]), ("gone", [GONE]), ("jaws", []), ("nobody", [])],
)
def test_a_film_is_found_by_every_id_that_it_has_or_had(film_id: str, films: list[Film]) -> None:
    assert LISTED.with_id(film_id) == films


def test_a_film_is_found_by_its_id_elsewhere_in_the_catalogue_or_on_the_list() -> None:
    keys = [ExternalId("imdb", key) for key in ("tt1", "tt2", "tt3", "tt4")]
    assert [LISTED.with_external_id(key) for key in keys] == [[HEAT], [], [GONE], []]


@pytest.mark.parametrize(
    ("title", "films"),
    [
        ("Heat", [HEAT]),
        ("Hitze", [HEAT]),
        ("Venom: The Last Dance", [VENOM]),
        ("Venom", [VENOM]),
        ("Venom 3", [VENOM]),
        ("gone", [GONE]),
        ("Jaws", []),
    ],
)
def test_a_film_is_found_by_its_titles_whole_or_short_and_by_that_of_its_entry(title: str, films: list[Film]) -> None:
    assert LISTED.titled(parse_title(title).readings) == films


def test_a_film_without_a_record_is_what_its_entry_says() -> None:
    assert film_of_entry(ENTRIES[2]) == GONE
