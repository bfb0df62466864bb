"""Which film of ours an item of Wikidata is; a new film where none is."""

import pytest

from exports import ids
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.film import Film
from watchlist.services.live.memory import Memory, Remembered
from watchlist.services.upkeep.refresh.film_match import matching_film, new_film
from whole_shelf import WholeShelf

FACTS = Film("klara", "Klara", year=2027, ids=ids(wikidata="Q7", imdb="tt1"))
NAMED = Film("klara-2026", "KLARA", year=2026)
BY_ID = Film("sun", "The Sun", ids=ids(imdb="tt1"))


def shelf(*films: Film) -> WholeShelf:
    return WholeShelf(Catalogue({film.id: film for film in films}))


@pytest.mark.parametrize(
    ("films", "film"),
    [
        ((NAMED,), NAMED),
        ((NAMED, BY_ID), BY_ID),
        ((NAMED._replace(year=2025),), None),
        ((NAMED._replace(year=None),), None),
        ((NAMED._replace(title="Klara 2"),), None),
        ((NAMED, NAMED._replace(id="other")), None),
        ((NAMED._replace(ids=ids(imdb="tt2")),), None),
    ],
)
def test_an_equal_id_or_one_title_with_its_year_tells_the_film(films: tuple[Film, ...], film: Film | None) -> None:
    assert matching_film(shelf(*films), Memory(), FACTS) == film


def test_what_is_remembered_comes_first_while_that_film_is_there() -> None:
    memory = Memory({"old": Remembered(item="Q7")})
    old = Film("old", "Old")
    assert matching_film(shelf(old, BY_ID), memory, FACTS) == old
    assert matching_film(shelf(BY_ID), memory, FACTS) == BY_ID


def test_a_new_film_gets_the_first_id_that_is_free() -> None:
    films = shelf(Film("klara", "Klara"))
    assert new_film(shelf(), FACTS) == Film("klara", "")
    assert new_film(films, FACTS, {"klara-no2"}) == Film("klara-no3", "")
