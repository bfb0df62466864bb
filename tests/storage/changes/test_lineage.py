"""History and copies belong to the list: it may be moved, copied, linked or edited, and they are found again."""

import os
from pathlib import Path

import pytest

from program import Run, data
from watchlist.storage import files
from watchlist.storage.changes import lineage


@pytest.fixture
def moved(run: Run, list_file: Path, home: Path) -> Path:
    """A list of three films that was moved by hand."""
    for title in ("Alien 1979", "Shrek 5", "Drawing Closer"):
        run("add", title)
    target = home / "elsewhere" / "mine.toml"
    target.parent.mkdir()
    list_file.rename(target)
    return target


def log(run: Run, path: Path) -> list[str]:
    return [step["what"] for step in data(run("--file", str(path), "log", "--json"))]


STEPS = ["add Drawing Closer", "add Shrek 5", "add Alien"]


def entries(run: Run, path: Path) -> list[str]:
    return [entry["id"] for entry in data(run("--file", str(path), "list", "--json"))]


def test_a_list_that_was_moved_has_its_history_and_its_copies(run: Run, moved: Path) -> None:
    assert log(run, moved) == STEPS
    assert [copy["entries"] for copy in data(run("--file", str(moved), "restore", "--json"))] == [2, 1]
    assert run("--file", str(moved), "undo", "2").code == 0
    assert entries(run, moved) == ["alien-1979"]
    assert run("--file", str(moved), "redo", "2").code == 0
    assert run("--file", str(moved), "restore", "1").code == 0


def test_reading_keeps_nothing_and_the_first_change_keeps_it_under_the_new_place(run: Run, moved: Path) -> None:
    run("--file", str(moved), "log")
    assert len(list((moved.parents[1] / "state").rglob("*.jsonl"))) == 1
    run("--file", str(moved), "rate", "Alien 1979", "4")
    assert log(run, moved) == ["rate Alien 4 stars", *STEPS]
    moved.unlink()
    assert "Its last backup has 3 films" in run("--file", str(moved), "list").err


def test_the_old_place_still_knows_that_its_list_is_gone(run: Run, moved: Path, list_file: Path) -> None:
    run("--file", str(moved), "rate", "Alien 1979", "4")
    assert f"your list at {list_file} is gone" in run("list").err


def test_a_link_in_the_old_place_leads_to_the_history(run: Run, moved: Path, list_file: Path) -> None:
    list_file.symlink_to(moved)
    assert run("undo").code == 0
    assert entries(run, moved) == ["alien-1979", "shrek-5-2027"]
    assert list_file.is_symlink()


def test_in_another_home_with_its_state_it_is_found(
    run: Run, list_file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "Alien 1979")
    for kind in ("data", "state"):
        os.renames(home / kind, home / "new" / kind)
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(home / "new" / kind))
    assert not list_file.exists()
    assert run("undo").code == 0


def test_one_that_was_edited_after_it_was_moved_is_known_by_its_entries(run: Run, moved: Path) -> None:
    moved.write_text(f"# moved\n{moved.read_text()}rating = 8\n")
    assert log(run, moved) == STEPS
    assert run("--file", str(moved), "undo").code == 1
    assert run("--file", str(moved), "restore", "1").code == 0
    assert entries(run, moved) == ["alien-1979", "shrek-5-2027", "drawing-closer-2024"]


def test_a_list_that_comes_back_brings_what_was_done_elsewhere(run: Run, moved: Path, list_file: Path) -> None:
    run("--file", str(moved), "rate", "Alien 1979", "4")
    moved.rename(list_file)
    assert log(run, list_file) == ["rate Alien 4 stars", *STEPS]
    assert run("undo", "2").code == 0
    assert entries(run, list_file) == ["alien-1979", "shrek-5-2027"]


def test_a_list_that_was_edited_in_its_place_keeps_its_history(run: Run, moved: Path, list_file: Path) -> None:
    run("--file", str(moved), "rate", "Alien 1979", "4")
    list_file.write_text(f"# by hand\n{moved.read_text()}")
    assert log(run, list_file) == STEPS


def test_an_empty_list_is_nobody_elses(run: Run, list_file: Path, home: Path) -> None:
    run("add", "Alien 1979")
    run("undo")
    run("add", "Shrek 5")
    empty = home / "empty.toml"
    empty.write_text("schema = 1\n")
    list_file.unlink()
    assert log(run, empty) == []


def test_one_with_other_entries_is_another_list(run: Run, moved: Path) -> None:
    moved.write_text('schema = 1\n\n[[films]]\nid = "heat-1995"\n\n[[films]]\nid = "alien-1979"\n')
    assert log(run, moved) == []


def test_steps_in_own_films_alone_belong_to_it(run: Run, moved: Path, list_file: Path) -> None:
    moved.rename(list_file)
    run("claim", "Shrek 5", "2031", "--source", "Variety")
    list_file.rename(moved)
    assert log(run, moved)[1:] == STEPS
    assert run("--file", str(moved), "undo", "2").code == 0
    assert entries(run, moved) == ["alien-1979", "shrek-5-2027"]


def test_a_copy_of_a_list_goes_its_own_way(run: Run, list_file: Path, home: Path) -> None:
    run("add", "Alien 1979")
    other = home / "other.toml"
    other.write_bytes(list_file.read_bytes())
    run("add", "Shrek 5")
    assert log(run, other) == ["add Alien"]
    assert data(run("--file", str(other), "restore", "--json")) == []
    run("--file", str(other), "add", "Drawing Closer")
    assert log(run, other) == ["add Drawing Closer", "add Alien"]
    assert log(run, list_file) == ["add Shrek 5", "add Alien"]


def test_an_edited_copy_of_a_list_that_is_in_its_place_is_a_list_of_its_own(
    run: Run, list_file: Path, home: Path
) -> None:
    run("add", "Alien 1979")
    run("add", "Shrek 5")
    other = home / "other.toml"
    other.write_text(f"# mine\n{list_file.read_text()}")
    assert log(run, other) == []


def test_a_history_that_was_half_adopted_is_adopted_again(
    run: Run, moved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = files.write_whole

    def stops(path: Path, content: bytes) -> None:
        if path.suffix == ".jsonl":
            raise OSError(5, "Input/output error")
        write(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(lineage, "write_whole", stops)
        assert run("--file", str(moved), "rate", "Alien 1979", "4").code == 6
    run("--file", str(moved), "rate", "Alien 1979", "4")
    assert log(run, moved) == ["rate Alien 4 stars", *STEPS]
