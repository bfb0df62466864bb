"""Films of one's own belong to the list that they were made for."""

import itertools
from pathlib import Path

import pytest

from program import Run, data


@pytest.fixture
def shared(home: Path) -> Path:
    """A list at another place than the data directory."""
    path = home / "shared" / "list.toml"
    path.parent.mkdir()
    path.write_text("schema = 1\n")
    return path


def ids(path: Path) -> list[str]:
    lines = path.read_text().splitlines() if path.exists() else []
    return [line.split('"')[1] for before, line in itertools.pairwise(lines) if before == "[[films]]"]


def test_they_lie_beside_a_list_that_was_named(run: Run, shared: Path, films_file: Path) -> None:
    run("--file", str(shared), "add", "Our Film", "--release", "2031")
    assert (ids(shared.with_name("films.toml")), films_file.exists()) == (["our-film"], False)
    assert run("show", "our-film").code == 3
    assert data(run("--file", str(shared), "list", "--json"))[0]["film"]["title"] == "Our Film"


def test_they_lie_beside_a_list_named_in_the_environment(
    run: Run, shared: Path, films_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHLIST_FILE", str(shared))
    run("add", "Our Film", "--release", "2031")
    assert (ids(shared.with_name("films.toml")), films_file.exists()) == (["our-film"], False)


@pytest.mark.parametrize("line", ['own_films = "ours/films of us.toml"', "own_films = 'ours/films of us.toml' # here"])
def test_they_lie_where_the_list_says(line: str, run: Run, shared: Path) -> None:
    shared.write_text(f"schema = 1\n{line}\n")
    run("--file", str(shared), "add", "Our Film", "--release", "2031")
    assert ids(shared.parent / "ours" / "films of us.toml") == ["our-film"]
    assert not shared.with_name("films.toml").exists()
    assert shared.read_text().startswith(f"schema = 1\n{line}\n")
    assert run("--file", str(shared), "list").code == 0


def test_the_list_in_the_data_directory_can_say_so_too(run: Run, list_file: Path, films_file: Path) -> None:
    list_file.parent.mkdir(parents=True)
    list_file.write_text('own_films = "mine.toml"\n')
    run("add", "My Film", "--release", "2031")
    assert (ids(list_file.with_name("mine.toml")), films_file.exists()) == (["my-film"], False)


def test_a_key_in_an_entry_says_nothing(run: Run, shared: Path) -> None:
    shared.write_text('schema = 1\n\n[[films]]\nid = "alien-1979"\nown_films = "elsewhere.toml"\n')
    run("--file", str(shared), "add", "Our Film", "--release", "2031")
    assert ids(shared.with_name("films.toml")) == ["our-film"]


def test_a_list_that_is_called_films_does_not_hold_its_own_films(run: Run, home: Path) -> None:
    path = home / "films.toml"
    run("--file", str(path), "--create", "add", "Our Film", "--release", "2031")
    assert (ids(path), ids(home / "own-films.toml")) == (["our-film"], ["our-film"])


def test_what_lies_in_the_data_directory_today_goes_on_working(run: Run, shared: Path, films_file: Path) -> None:
    run("add", "Old Film", "--release", "2031")
    named = ("--file", str(shared))
    assert run(*named, "add", "old film").code == 0
    assert ids(shared) == ["old-film"]
    assert run(*named, "claim", "old-film", "2032", "--source", "Variety").code == 0
    assert "Variety" in films_file.read_text()
    assert not shared.with_name("films.toml").exists()
    assert run(*named, "claim", "old-film", "--remove").code == 0
    assert 'date = "2032"' not in films_file.read_text()
    assert run(*named, "undo").code == 0
    assert 'date = "2032"' in films_file.read_text()
    assert run(*named, "film", "remove", "old-film").code == 0
    assert ids(films_file) == []


def test_a_claim_on_a_film_of_the_catalogue_goes_beside_the_list(run: Run, shared: Path, films_file: Path) -> None:
    run("--file", str(shared), "claim", "Shrek 5", "2031", "--source", "Variety")
    assert (ids(shared.with_name("films.toml")), films_file.exists()) == (["shrek-5-2027"], False)


def test_an_export_has_both(run: Run, shared: Path) -> None:
    run("add", "Old Film", "--release", "2031")
    run("--file", str(shared), "add", "Our Film", "--release", "2031")
    whole = data(run("--file", str(shared), "export", "json"))
    assert {film["id"] for film in whole["own_films"]["films"]} == {"old-film", "our-film"}


def test_two_lists_do_not_undo_each_others_index(run: Run, shared: Path, home: Path) -> None:
    run("add", "Old Film", "--release", "2031")
    run("--file", str(shared), "add", "Our Film", "--release", "2031")

    def look() -> None:
        run("list")
        run("--file", str(shared), "list")

    look()
    look()
    before = sorted((home / "cache" / "watchlist").glob("*.sqlite"))
    look()
    assert sorted((home / "cache" / "watchlist").glob("*.sqlite")) == before
