"""One change of several files: all of them change or none, and what was half made is settled first."""

import os
from pathlib import Path

import pytest

from adds import NOW, add, add_own, paths_in
from watchlist.domain.errors import ChangedMeanwhile, DiskFailed
from watchlist.storage.changes import backups
from watchlist.storage.changes.journal_file import journal_path, last_ended
from watchlist.storage.changes.recovery import read_settled
from watchlist.storage.changes.store import Store
from watchlist.storage.changes.transaction import Committed, finish_half_made, transaction
from watchlist.storage.files import Saved
from watchlist.storage.paths import Paths


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path)


def change(paths: Paths, texts: dict[Path, str], what: str = "change") -> Committed:
    with transaction(paths, NOW) as files:
        for path, text in texts.items():
            files.put(path, text, whole=True)
        return files.commit(what)


def steps(paths: Paths) -> list[tuple[str, list[str]]]:
    return [(step.what, [file.path for file in step.files]) for step in read_settled(paths).done]


def copies(paths: Paths) -> list[str]:
    return sorted(path.read_text() for path in (paths.state / "backups").rglob("*.toml"))


def test_all_files_are_saved_as_one_step_with_copies_from_before_and_after(paths: Paths) -> None:
    assert change(paths, {paths.list: "one\n", paths.config: "dates\n"}, "begin") == Committed(Saved.SAVED)
    assert change(paths, {paths.list: "two\n", paths.config: "dates\n"}, "go on") == Committed(Saved.SAVED)
    assert (paths.list.read_text(), paths.config.read_text()) == ("two\n", "dates\n")
    assert steps(paths) == [("begin", ["list", "config"]), ("go on", ["list"])]
    assert copies(paths) == ["dates\n", "one\n", "two\n"]
    assert last_ended(journal_path(paths.state, paths.list)) == 2


def test_what_is_there_already_is_no_step(paths: Paths) -> None:
    change(paths, {paths.list: "one\n"})
    assert change(paths, {paths.list: "one\n"}) == change(paths, {}) == Committed(Saved.UNCHANGED)
    assert steps(paths) == [("change", ["list"])]


def test_bytes_that_are_no_text_are_put_back_as_they_were(paths: Paths) -> None:
    paths.list.parent.mkdir()
    paths.list.write_bytes(b"\xff one\n")
    with transaction(paths, NOW) as files:
        files.put(paths.list, files.hold(paths.list).text + "two\n", whole=True)
        files.commit("change")
    assert paths.list.read_bytes() == b"\xff one\ntwo\n"


def test_a_file_that_another_program_changed_meanwhile_takes_the_others_back(paths: Paths) -> None:
    change(paths, {paths.list: "one\n"}, "begin")
    with transaction(paths, NOW) as files:
        files.put(paths.list, "two\n", whole=True)
        files.put(paths.config, "dates\n", whole=True)
        paths.list.write_text("by hand\n")
        with pytest.raises(ChangedMeanwhile):
            files.commit("go on")
    assert (paths.list.read_text(), paths.config.exists()) == ("by hand\n", False)
    assert steps(paths) == [("begin", ["list"])]
    assert [path.name for path in paths.list.parent.glob("*.tmp")] == []
    assert last_ended(journal_path(paths.state, paths.list)) == 2


def test_other_names_of_a_file_keep_the_old_text_and_that_is_said(paths: Paths) -> None:
    change(paths, {paths.list: "one\n"})
    other = paths.list.with_name("other")
    os.link(paths.list, other)
    warning = f"{paths.list} had other names (hard links): they keep the old text."
    assert change(paths, {paths.list: "two\n"}) == Committed(Saved.SAVED, (warning,))
    assert (paths.list.read_text(), other.read_text()) == ("two\n", "one\n")


def test_a_file_is_proved_while_it_is_as_the_last_step_left_it_in_place(paths: Paths) -> None:
    def is_proved() -> bool:
        with transaction(paths, NOW) as files:
            return files.is_proved(files.hold(paths.list))

    add(Store(paths), "a")
    assert is_proved()
    text = paths.list.read_text()
    paths.list.write_text(f"# by hand\n{text}")
    assert not is_proved()
    change(paths, {paths.list: f"# whole\n{text}"})
    assert not is_proved()


def test_a_step_that_is_in_one_file_only_is_finished_before_anything_else(paths: Paths) -> None:
    store = Store(paths)
    add(store, "first")
    before = paths.list.read_bytes()
    add_own(store, "second")
    whole = paths.list.read_bytes()
    journal = journal_path(paths.state, paths.list)
    begun = journal.read_text().removesuffix('{"end": 2, "made": true}\n')
    for finish in (lambda: finish_half_made(paths, NOW), lambda: change(paths, {})):
        journal.write_text(begun)
        paths.list.write_bytes(before)
        finish()
        assert (paths.list.read_bytes(), last_ended(journal)) == (whole, 2)
    assert [what for what, _ in steps(paths)] == ["add", "add second"]


def test_a_step_that_is_in_no_file_is_forgotten_with_the_next_change(paths: Paths) -> None:
    change(paths, {paths.list: "one\n"}, "begin")
    change(paths, {paths.list: "two\n"}, "lost")
    journal = journal_path(paths.state, paths.list)
    journal.write_text(journal.read_text().removesuffix('{"end": 2, "made": true}\n'))
    paths.list.write_text("one\n")
    finish_half_made(paths, NOW)
    assert (paths.list.read_text(), last_ended(journal)) == ("one\n", None)
    change(paths, {paths.list: "three\n"}, "go on")
    assert (paths.list.read_text(), steps(paths)) == ("three\n", [("begin", ["list"]), ("go on", ["list"])])


def test_a_change_whose_step_cannot_be_written_is_not_made(tmp_path: Path) -> None:
    store = Store(paths_in(tmp_path))
    add(store, "old")
    before = store.paths.list.read_bytes()
    path = journal_path(store.paths.state, store.paths.list)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DiskFailed, match=r"cannot write .*: a symbolic link is in the way") as failed:
        add(store, "new")
    assert (failed.value.kept, store.paths.list.read_bytes()) == ("Nothing was changed.", before)


def test_a_change_whose_copy_cannot_be_kept_is_not_made(tmp_path: Path) -> None:
    store = Store(paths_in(tmp_path))
    paths = store.paths
    paths.list.parent.mkdir()
    paths.list.write_bytes(b"# mine\n")
    folder = backups.folder_for(paths.state, paths.list)
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    with pytest.raises(DiskFailed, match="cannot keep a copy in"):
        add(store, "new")
    assert paths.list.read_bytes() == b"# mine\n"
    assert store.history().done == ()


def test_what_is_saved_without_a_copy_of_it_is_saved_and_that_is_said(paths: Paths) -> None:
    folder = backups.folder_for(paths.state, paths.list)
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    warning = f"Saved, but no copy of it could be kept in {folder}: not a directory"
    assert change(paths, {paths.list: "one\n"}) == Committed(Saved.SAVED, (warning,))
    assert (paths.list.read_text(), steps(paths)) == ("one\n", [("change", ["list"])])
