"""The index of a layer is filled piece by piece, and only what changed is read again."""

import sqlite3
from pathlib import Path

import pytest

from watchlist.domain.claim import UNSOURCED, Source
from watchlist.domain.errors import InvalidFile
from watchlist.domain.film import Film
from watchlist.domain.people import Person
from watchlist.storage.index.build import Cut, Restart, fill, read_layer, sources_of, update
from watchlist.storage.index.film_reader import FilmIndex
from watchlist.storage.index.sqlite_index import Index

HEAD = 'schema = 1\nseen = "2026-11-20"\n[[sources]]\nid = "v"\npublisher = "Variety"\n[[people]]\nname = "Ren"\n'
A, B = ('[[films]]\nid = "a"\ntitle = "Alpha"\n', '[[films]]\nid = "b"\ntitle = "Bravo"\n')
CLAIM = '[[films.claims]]\nregion = "US"\nchannel = "tv"\ndate = "2027"\ncertainty = "announced"\nsource = "v"\n'
SAYS = '[[films]]\nid = "a"\nnote = """\n[[films]]\n"""\n'
"""A film that cannot be cut at the beginnings of lines."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "films.toml"


def nothing(_: int) -> None:
    """Report no progress."""


def filled(path: Path, *below: FilmIndex) -> tuple[sqlite3.Connection, FilmIndex]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    index = Index(connection)  # closes the connection with itself, also where filling it fails
    fill(connection, path, below, nothing)
    return connection, FilmIndex(index)


def titles(index: FilmIndex) -> list[str]:
    return [film.title for film in index.films(range(index.count()))]


def kinds(path: Path) -> list[str]:
    return [type(item).__name__ for item in read_layer(path, {}, nothing)]


def test_the_head_comes_first_and_then_one_piece_per_film(path: Path) -> None:
    path.write_text(HEAD + A + B)
    steps: list[int] = []
    items = list(read_layer(path, {}, steps.append))
    assert [item for item in items if not isinstance(item, Cut)] == [
        *(UNSOURCED, Source("v", "Variety"), Person("Ren"), Film("a", "Alpha"), Film("b", "Bravo")),
    ]
    assert kinds(path) == ["Cut", "Source", "Source", "Person", "Cut", "Film", "Cut", "Film"]
    assert steps == [len(HEAD), len(A), len(B)]


def test_a_file_that_cannot_be_cut_into_films_is_read_whole(path: Path) -> None:
    path.write_text(HEAD + SAYS + B)
    items = list(read_layer(path, {}, nothing))
    after = items[items.index(Restart()) + 1 :]
    films = [Film("a", "", note="[[films]]\n"), Film("b", "Bravo")]
    assert after == [UNSOURCED, Source("v", "Variety"), Person("Ren"), *films]
    assert titles(filled(path)[1]) == ["", "Bravo"]


def test_a_layer_may_name_the_sources_of_those_below_it(path: Path) -> None:
    path.write_text(HEAD + A)
    _, below = filled(path)
    assert sources_of([below]) == {"unsourced": UNSOURCED, "v": Source("v", "Variety")}
    path.write_text('schema = 1\nseen = "2026-11-20"\n' + B + CLAIM)
    _, index = filled(path, below)
    assert [one.source for one in index.film(0).claims] == [Source("v", "Variety")]
    with pytest.raises(InvalidFile, match=r'films\.toml:11:10: source: there is no source "v" in this file'):
        filled(path)


def test_films_that_changed_or_came_behind_the_last_are_read_again(path: Path) -> None:
    path.write_text(HEAD + A + B)
    connection, _ = filled(path)
    path.write_text(HEAD + A.replace("Alpha", "Other") + B + B.replace('"b"', '"c"').replace("Bravo", "Charlie"))
    assert update(connection, path, [], nothing)
    index = FilmIndex(Index(connection))
    assert titles(index) == ["Other", "Bravo", "Charlie"]
    assert (index.titled(["alpha"]), index.titled(["charlie"])) == ([], [2])


def test_where_the_head_changed_or_films_went_or_a_fault_came_it_is_not_brought_up_to_date(path: Path) -> None:
    for text in (HEAD + "# new\n" + A + B, HEAD + A, HEAD + A + "[[films]]\nyear = 1\n", HEAD + SAYS + B, "= x"):
        path.write_text(HEAD + A + B)
        connection, _ = filled(path)
        path.write_text(text)
        assert (text, update(connection, path, [], nothing)) == (text, False)
