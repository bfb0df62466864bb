"""Films that may be one: the only two of a title and year, which no id tells apart."""

from datetime import date

import pytest

from watchlist.domain.entry import Entry
from watchlist.domain.film import ExternalId, Film
from watchlist.services.lookalikes import LookalikePair, lookalikes

TODAY = date(2026, 11, 20)
MINE = Film("heat-2", "Heat 2", year=2027, ids=(ExternalId("letterboxd", "aa11"),))
OTHER = Film("heat-two", "HEAT 2!", year=2027, ids=(ExternalId("letterboxd", "heat-2"), ExternalId("tmdb", "1")))


def found(*named: Film, mine: Film = MINE) -> tuple[LookalikePair, ...]:
    return lookalikes({mine.id: mine}, [Entry(mine.id, mine.title)], [mine, *named], today=TODAY)


def test_the_only_other_film_of_a_title_and_year_may_be_the_same() -> None:
    assert found(OTHER) == (LookalikePair(MINE, OTHER),)


def test_a_film_without_a_year_may_be_one_that_is_still_to_come() -> None:
    undated = MINE._replace(year=None)
    assert found(OTHER, mine=undated) == (LookalikePair(undated, OTHER),)
    assert found(OTHER._replace(year=2026), mine=undated) == (LookalikePair(undated, OTHER._replace(year=2026)),)


@pytest.mark.parametrize(
    "others",
    [
        [],
        [OTHER._replace(year=2028)],
        [OTHER._replace(title="Heat")],
        [OTHER._replace(ids=(ExternalId("letterboxd", "bb22"),))],
        [OTHER, OTHER._replace(id="heat-2-no2")],
    ],
)
def test_another_year_title_or_id_and_a_third_film_are_no_ground(others: list[Film]) -> None:
    assert found(*others) == ()


def test_films_without_a_year_and_old_ones_are_no_ground() -> None:
    undated = MINE._replace(year=None)
    assert found(OTHER._replace(year=None), mine=undated) == ()
    assert found(OTHER._replace(year=2025), mine=undated) == ()


def test_two_films_of_the_list_are_said_once() -> None:
    entries = [Entry(MINE.id, MINE.title), Entry(OTHER.id, OTHER.title)]
    films = {MINE.id: MINE, OTHER.id: OTHER}
    assert lookalikes(films, entries, films.values(), today=TODAY) == (LookalikePair(MINE, OTHER),)
