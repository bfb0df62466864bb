from datetime import date

import pytest

from bundled import shelf
from claims import claim
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.services.filters import Filter
from watchlist.services.find_film import How, Match
from watchlist.services.search import browse, search, search_result

TODAY = date(2026, 11, 20)
NEW = Film("new", "New", year=2027, claims=(claim("2027", reported="2026-01-01"),))
OLD = Film("old", "Old", year=1979)
UNDATED = Film("undated", "Undated")
SHELF = Catalogue({film.id: film for film in (OLD, NEW, UNDATED)})


def test_both_orders_of_a_name_find_the_same_films() -> None:
    given_first = [match.film.id for match in search(shelf(), "Ren Nagase")]
    assert given_first == [match.film.id for match in search(shelf(), "Nagase Ren")]
    assert set(given_first) == {
        "according-to-our-butler-2019",
        "drawing-closer-2024",
        "midnight-maiden-war-2022",
        "ninja-calling-on-fight-towards-the-future-2014",
    }


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("akihito", "Akihito Hayasaka"),
        ("余生一年", "余生一年的我,与可活半年的你相遇"),
        ("otsuka nene", "Nene Otsuka"),
        ("Ôtsuka", "Nene Otsuka"),
        ("aoi morita", "Aoi Morita"),
        ("seiji kameda", "Seiji Kameda"),
    ],
)
def test_a_search_finds_spellings_roles_and_scripts(words: str, fits: str) -> None:
    matches = search(shelf(), words)
    assert ("drawing-closer-2024", fits) in [(match.film.id, match.fits) for match in matches]


def test_a_title_goes_before_a_person_and_a_near_miss_comes_only_alone() -> None:
    kinds = [match.how for match in search(shelf(), "alien")]
    assert kinds == sorted(kinds)
    assert How.NEAR_MISS not in kinds
    assert {match.how for match in search(shelf(), "drawing closr")} == {How.NEAR_MISS}


def test_nothing_is_found_by_nothing() -> None:
    assert search(shelf(), "!!!") == ()


def test_browsing_shows_the_newest_films_first_and_those_without_a_year_before_them() -> None:
    assert browse(SHELF) == tuple(Match(film, How.TITLE, film.title) for film in (UNDATED, NEW, OLD))


def test_a_result_has_the_next_release_of_each_film_and_says_whether_it_is_listed() -> None:
    found = search_result("x", browse(SHELF), (Entry("new", "New"),), SHELF, today=TODAY)
    assert [(one.upcoming.film.id, one.upcoming.shown is not None, one.listed) for one in found.films] == [
        ("undated", False, False),
        ("new", True, True),
        ("old", False, False),
    ]
    assert (found.query, found.today) == ("x", TODAY)


def test_a_result_keeps_the_first_films_that_a_filter_admits() -> None:
    def ids(only: Filter, limit: int | None) -> list[str]:
        found = search_result("x", browse(SHELF), (), SHELF, today=TODAY, only=only, limit=limit)
        return [one.match.film.id for one in found.films]

    assert ids(Filter(), 2) == ["undated", "new"]
    assert ids(Filter(years=range(1970, 1980)), 2) == ["old"]
