"""A film in a cell: the tables of a film file that are about it, as JSON."""

import json
from datetime import date

import pytest

from watchlist.domain.errors import BadValue, InvalidFile
from watchlist.services.transfer.film_cell import day_text, film_cells, joined_cells

REEL, OTHER = {"id": "reel-2026", "publisher": "Reel"}, {"id": "other", "publisher": "Other"}
ANN = {"name": "Ann Cole", "written": ["Cole Ann"]}
HEAT = {"id": "heat", "title": "Heat", "directors": ["Ann Cole"], "claims": [{"source": "reel-2026", "date": "2027"}]}
JAWS = {"id": "jaws", "title": "Jaws", "claims": [{"source": "reel-2026", "seen": date(2026, 11, 20)}]}
TABLES = {"schema": 1, "sources": [OTHER, REEL], "people": [ANN], "films": [HEAT, JAWS]}


def test_the_cell_of_a_film_has_the_sources_and_people_that_it_names() -> None:
    cells = film_cells(TABLES)
    assert {key: json.loads(cell) for key, cell in cells.items()} == {
        "heat": {"sources": [REEL], "people": [ANN], "films": [HEAT]},
        "jaws": {"sources": [REEL], "films": [{**JAWS, "claims": [{"source": "reel-2026", "seen": "2026-11-20"}]}]},
    }


def test_cells_are_put_together_with_each_table_once() -> None:
    cells = film_cells(TABLES)
    joined = joined_cells((cells["jaws"], cells["heat"], cells["heat"]))
    assert (joined["sources"], joined["people"], [film["id"] for film in joined["films"]]) == (
        [REEL],
        [ANN],
        ["jaws", "heat"],
    )
    assert joined_cells(()) == {}


def test_a_cell_that_holds_no_tables_is_refused_and_strange_tables_are_left_out() -> None:
    with pytest.raises(BadValue, match="film does not contain tables"):
        joined_cells(["[]"])
    with pytest.raises(InvalidFile, match="film: line 1"):
        joined_cells(["{"])
    assert joined_cells(['{"films": [5, {"id": "heat"}], "people": 5}']) == {"films": [{"id": "heat"}]}


def test_only_a_day_is_written_where_json_has_none() -> None:
    assert day_text(date(2026, 11, 20)) == "2026-11-20"
    with pytest.raises(TypeError):
        day_text({1})
