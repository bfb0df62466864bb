"""Where the program's files are: by folders, variables and options, and by what a list says of its own films."""

import sys
from pathlib import Path

import pytest

from bundled import FILMS_FILE
from watchlist.storage.paths import Paths, films_of, find_paths, stated_films


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms have other folders")
def test_each_file_is_in_the_folder_of_its_kind(home: Path) -> None:
    data, config = home / "data" / "watchlist", home / "config" / "watchlist"
    state = home / "state" / "watchlist"
    paths = find_paths()
    assert paths == Paths(
        list=data / "watchlist.toml",
        films=data / "films.toml",
        bundled=FILMS_FILE,
        catalogues=data / "catalogues",
        config=config / "config.toml",
        state=state,
        cache=home / "cache" / "watchlist",
    )
    assert (paths.own_films, paths.fetched, paths.fetched_tmdb) == (
        (data / "films.toml",),
        data / "fetched.toml",
        data / "fetched-tmdb.toml",
    )
    assert (paths.memory, paths.offers, paths.tmdb_key) == (
        state / "refresh.json",
        state / "where-to-watch.json",
        config / "tmdb-key",
    )


def test_a_list_elsewhere_has_its_films_beside_it_over_those_at_home(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home_films = home / "data" / "watchlist" / "films.toml"
    elsewhere = home / "club" / "list.toml"
    monkeypatch.setenv("WATCHLIST_FILE", str(elsewhere))
    paths = find_paths()
    assert (paths.list, paths.films, paths.home_films, paths.is_named) == (
        *(elsewhere, elsewhere.with_name("films.toml"), home_films, False),
    )
    assert paths.own_films == (home_films, elsewhere.with_name("films.toml"))
    named = find_paths(Path("~/mine.toml"))
    assert (named.list, named.films, named.is_named) == (home / "mine.toml", home / "films.toml", True)
    beside = find_paths(home_films.with_name("other.toml"))
    assert (beside.films, beside.home_films) == (home_films, None)
    assert films_of(Path("/x/films.toml")) == Path("/x/own-films.toml")


STATED = {
    'schema = 1\nown_films = "ours/films.toml" # here\n': "ours/films.toml",
    "\ufeffown_films='/abs/films.toml'\n": "/abs/films.toml",
    '  own_films = "~/films.toml"\r\nschema = 1\r\n': "~/films.toml",
    'own_films = "~no-such-user/films.toml"\n': "~no-such-user/films.toml",
    '# own_films = "no.toml"\n': None,
    'mine_own_films = "no.toml"\n': None,
    "own_films = 3\n": None,
    '[[films]]\nid = "b"\nown_films = "no.toml"\n': None,
    "#" * 5000 + '\nown_films = "no.toml"\n': None,
}


def test_a_list_may_say_above_its_first_table_where_its_films_are(home: Path) -> None:
    listed = home / "club" / "list.toml"
    listed.parent.mkdir()
    for head, place in STATED.items():
        listed.write_bytes(f"{head}\n[[films]]\nid = 'a'\nown_films = 'no.toml'\n".encode())
        expected = place and listed.parent / place.replace("~/", f"{home}/")
        assert (head, stated_films(listed)) == (head, expected)
        assert films_of(listed) == (expected or listed.with_name("films.toml"))


def test_the_list_at_home_may_say_so_too_and_what_is_no_file_says_nothing(home: Path) -> None:
    listed = home / "data" / "watchlist" / "watchlist.toml"
    listed.mkdir(parents=True)
    assert (stated_films(listed), find_paths().home_films) == (None, None)
    listed.rmdir()
    listed.write_text('own_films = "mine.toml"\n')
    paths = find_paths()
    assert (paths.films, paths.home_films) == (listed.with_name("mine.toml"), listed.with_name("films.toml"))


def test_a_home_of_nobody_is_a_folder_of_that_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHLIST_FILE", "~no-such-user/list.toml")
    assert find_paths().list == Path("~no-such-user/list.toml")
