"""The user's own films go out with a list as tables, and come in as the films that they were."""

from datetime import date
from pathlib import Path

import pytest

from adds import paths_in
from bundled import FILMS_FILE, catalogue
from watchlist.domain.change import WholeFilms
from watchlist.domain.claim import Source
from watchlist.domain.entry import Entry
from watchlist.domain.errors import InvalidFile
from watchlist.domain.film import Film
from watchlist.domain.people import Person
from watchlist.storage.changes.own_tables import films_of, own_tables, portable
from watchlist.storage.paths import Paths

TODAY = date(2026, 11, 20)
MINE = """schema = 1
seen = 2026-11-20
[[films]]
id = "mine"
title = "Mine"
[[people]]
name = "Ren"
[[sources]]
id = "v"
publisher = "Variety"
"""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = paths_in(tmp_path, FILMS_FILE)
    paths.films.parent.mkdir()
    paths.films.write_text(MINE)
    return paths


def test_of_two_files_the_higher_one_counts(paths: Paths, tmp_path: Path) -> None:
    low = tmp_path / "home.toml"
    low.write_text(MINE.replace('"Mine"', '"Lower"').replace('"Ren"', '"Ann"'))
    both = paths._replace(home_films=low)
    assert own_tables(both) == {
        "films": [{"id": "mine", "title": "Mine"}],
        "people": [{"name": "Ren"}, {"name": "Ann"}],
        "sources": [{"id": "v", "publisher": "Variety"}],
    }
    paths.films.unlink()
    assert own_tables(paths) == {}


def test_what_goes_out_comes_in_as_it_was_and_in_its_order(paths: Paths) -> None:
    bundled = next(iter(catalogue().films.values()))
    other = Film("other", "Other")
    listed = [(film, Entry(film.id, film.title)) for film in (bundled, other)]
    tables = portable(paths, listed, {})
    assert tables == {
        "sources": [{"id": "v", "publisher": "Variety"}],
        "people": [{"name": "Ren"}],
        "films": [{"id": "mine", "title": "Mine"}, {"id": "other", "title": "Other"}],
        "layout": [["films", 1], ["people", 1], ["sources", 1], ["films", 1]],
    }
    layout = (("films", 1), ("people", 1), ("sources", 1), ("films", 1))
    films = (Film("mine", "Mine"), other)
    assert films_of(paths, tables, TODAY) == WholeFilms(films, (Person("Ren"),), (Source("v", "Variety"),), layout)


def test_tables_that_are_not_right_are_refused(paths: Paths) -> None:
    for tables in ({"films": [{"title": "No id"}]}, {"films": 3}, {"sources": [{"id": "v"}]}):
        with pytest.raises(InvalidFile, match=r"^own_films"):
            films_of(paths, tables, TODAY)
