"""A step that a killed process left open is made in all its files or in none; files are found again by their names."""

from pathlib import Path

import pytest

from adds import add, add_own, paths_in
from watchlist.domain.errors import DiskFailed
from watchlist.storage.changes import journal
from watchlist.storage.changes.difference import FileChange
from watchlist.storage.changes.journal import Step
from watchlist.storage.changes.journal_file import journal_path
from watchlist.storage.changes.recovery import file_name, file_path, read_settled, text_of, unmade
from watchlist.storage.changes.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A list with a step in two files, whose end was not written."""
    store = Store(paths_in(tmp_path))
    add(store, "first")
    add_own(store, "second")
    file = journal_path(store.paths.state, store.paths.list)
    file.write_text(file.read_text().removesuffix('{"end": 2, "made": true}\n'))
    return store


def open_step(store: Store) -> Step:
    history = journal.read_history(journal_path(store.paths.state, store.paths.list), Path("none"), "")
    assert history.open
    return history.open


def steps(store: Store) -> list[str]:
    history = read_settled(store.paths)
    assert history.open is None
    return [step.what for step in history.done]


def test_an_open_step_that_is_in_every_file_was_made(store: Store) -> None:
    assert steps(store) == ["add", "add second"]
    assert unmade(store.paths, open_step(store), Path.read_text) == {}


def test_one_that_is_in_no_file_was_not_made(store: Store) -> None:
    store.paths.films.unlink()
    store.paths.list.write_bytes(store.backups()[0].path.read_bytes())
    assert steps(store) == ["add"]
    assert unmade(store.paths, open_step(store), lambda path: path.read_text() if path.exists() else "") is None


def test_of_one_that_is_in_some_files_the_others_are_told_what_they_should_hold(store: Store) -> None:
    whole = store.paths.list.read_text()
    store.paths.list.write_bytes(store.backups()[0].path.read_bytes())
    assert steps(store) == ["add", "add second"]
    assert unmade(store.paths, open_step(store), Path.read_text) == {store.paths.list: whole}


def test_what_was_edited_by_hand_since_stays_and_the_step_comes_beside_it(store: Store) -> None:
    films = store.paths.films.read_text()
    store.paths.films.write_text(films.replace('title = "second"', 'title = "Mine"'))
    assert steps(store) == ["add", "add second"]
    assert unmade(store.paths, open_step(store), Path.read_text) == {}
    store.paths.films.write_text("# by hand\n")
    block = films[films.index("[[films]]") :]
    assert unmade(store.paths, open_step(store), Path.read_text) == {store.paths.films: f"# by hand\n\n{block}"}


def test_the_files_of_the_program_have_names_that_outlive_their_places(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    named = {paths.list: "list", paths.films: "films", paths.config: "config", tmp_path / "x": str(tmp_path / "x")}
    assert {path: file_name(paths, path) for path in named} == named
    home = paths_in(tmp_path / "home").films
    beside = paths._replace(home_films=home)
    assert [file_name(beside, path) for path in (home, paths.films)] == ["films", "list's films"]
    step = Step("2026-11-20", "add", "/old/list.toml", ())
    found = {
        name: file_path(beside, step, FileChange(name, 0, "", "", "", ""))
        for name in ("list", "films", "list's films", "config", "/old/list.toml", "/old/films.toml")
    }
    assert found == {
        "list": paths.list,
        "films": home,
        "list's films": paths.films,
        "config": paths.config,
        "/old/list.toml": paths.list,
        "/old/films.toml": Path("/old/films.toml"),
    }


def test_bytes_that_are_no_text_come_through_and_no_file_is_an_empty_text() -> None:
    assert (text_of(b"a\xff").encode(errors="surrogateescape"), text_of(None)) == (b"a\xff", "")


def test_a_journal_that_cannot_be_read_is_named(store: Store) -> None:
    file = journal_path(store.paths.state, store.paths.list)
    file.unlink()
    file.mkdir()
    with pytest.raises(DiskFailed, match=f"^cannot read {file}: it is a directory"):
        read_settled(store.paths)
