"""A catalogue is added, listed and removed by its name; IMDb's own says what it may be used for."""

import gzip
from pathlib import Path

import pytest

from program import Ran, Run, data

COLUMNS = "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres"
ROW = "tt9000001\tmovie\tZyzzyva\tZyzzyva\t0\t1979\t\\N\t117\tHorror"


@pytest.fixture
def more(tmp_path: Path) -> str:
    path = tmp_path / "more.toml"
    path.write_text('schema = 1\nseen = "2026-01-01"\n[[films]]\nid = "zyzzyva"\ntitle = "Zyzzyva"\n')
    return str(path)


def test_what_was_added_is_known_until_it_is_removed(run: Run, more: str, home: Path) -> None:
    assert run("catalogue", "add", more) == Ran(0, "Added more.toml: 1 film.\n", "")
    kept = home / "data" / "watchlist" / "catalogues" / "0001-more.toml"
    assert run("catalogue", "list").out.splitlines()[1] == f"more.toml\t1 film\t74 bytes\t{kept}"
    assert [film["id"] for film in data(run("search", "zyzzyva", "--json"))] == ["zyzzyva"]
    assert run("catalogue", "remove", "more.toml") == Ran(0, "Removed more.toml.\n", "")
    assert (data(run("search", "zyzzyva", "--json")), kept.exists()) == ([], False)


def test_programs_get_its_name_and_how_many_films_it_has(run: Run, more: str) -> None:
    assert data(run("catalogue", "add", more, "--json")) == {"name": "more.toml", "films": 1}
    assert data(run("catalogue", "remove", "more.toml", "--json")) == {"name": "more.toml"}


def test_imdbs_titles_come_with_what_imdb_permits(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "title.basics.tsv.gz"
    path.write_bytes(gzip.compress(f"{COLUMNS}\n{ROW}\n".encode()))
    assert run("catalogue", "add", str(path)) == Ran(
        0,
        "Added title.basics.tsv.gz: 1 film.\n",
        "IMDb permits personal and non-commercial use of its data: see https://developer.imdb.com.\n",
    )


def test_alone_it_explains_itself_and_an_address_must_be_safe(run: Run) -> None:
    assert "add" in run("catalogue").out
    assert run("catalogue", "add", "http://films.org/more.toml").code == 2
