"""Undo and redo: every byte comes back."""

from pathlib import Path

import pytest

from program import Ran, Run, data

MINE = '# mine\nschema = 1\n\n# the first\n[[films]]\nid = "alien-1979"\ntitle = "Alien"\nmood = "dark" # my own key\n'


@pytest.fixture
def mine(list_file: Path) -> Path:
    list_file.parent.mkdir(parents=True)
    list_file.write_text(MINE)
    return list_file


def test_undo_gives_back_every_byte_and_redo_takes_it_again(run: Run, mine: Path) -> None:
    run("watched", "Alien 1979", "--date", "2024-07-01", "--rating", "5")
    watched = mine.read_text()
    run("remove", "Alien 1979")
    removed = mine.read_text()
    assert run("undo", "2").out == (
        "Undone: remove Alien (5 stars, seen on 1 July 2024).\nUndone: watched Alien on 1 July 2024, 5 stars.\n"
    )
    assert mine.read_text() == MINE
    assert run("redo").out == "Redone: watched Alien on 1 July 2024, 5 stars.\n"
    assert mine.read_text() == watched
    run("redo")
    assert mine.read_text() == removed


def test_a_dry_run_says_what_would_be_undone_and_changes_nothing(run: Run, mine: Path, home: Path) -> None:
    run("rate", "Alien 1979", "4.5")
    before = mine.read_bytes(), (home / "state").stat().st_mtime_ns, data(run("log", "--json"))
    assert run("undo", "--dry-run") == Ran(0, "Would undo: rate Alien 4½ stars.\n", "")
    assert (mine.read_bytes(), (home / "state").stat().st_mtime_ns, data(run("log", "--json"))) == before
    mine.write_text(mine.read_text().replace("rating = 9", "rating = 8"))
    assert run("undo", "--dry-run").code == 1


def test_undo_and_the_log_give_each_entry_before_and_after_to_programs(run: Run, mine: Path) -> None:
    run("rate", "Alien 1979", "4.5")
    (logged,) = data(run("log", "--json"))
    (undone,) = data(run("undo", "--json"))
    (done,), (back,) = logged["changes"], undone["changes"]
    assert (done["id"], done["before"]["rating"], done["after"]["rating"]) == ("alien-1979", None, 4.5)
    assert (back["before"], back["after"]) == (done["after"], done["before"])
    assert (undone["what"], undone["done"], mine.read_text()) == ("rate Alien 4½ stars", True, MINE)


def test_a_new_change_ends_what_could_be_done_again(run: Run, mine: Path) -> None:
    run("add", "Shrek 5")
    run("undo")
    run("add", "Heat 2", "--release", "TBA")
    assert run("redo").code == 1
    assert [(step["what"], step["undone"]) for step in data(run("log", "--json"))] == [("add Heat 2", False)]
    assert 'id = "heat-2"' in mine.read_text()


def test_undo_takes_back_what_was_noted_in_ones_own_films_too(run: Run, list_file: Path, films_file: Path) -> None:
    run("add", "Heat 2", "--release", "2027", "--source", "Variety")
    assert run("undo").code == 0
    assert (list_file.read_text(), films_file.read_text()) == ("", "")


def test_undo_works_beside_edits_by_hand(run: Run, mine: Path) -> None:
    run("add", "Shrek 5")
    mine.write_text(mine.read_text().replace("# mine", "# mine, and edited"))
    run("undo")
    assert mine.read_text() == MINE.replace("# mine", "# mine, and edited")


def test_undo_refuses_where_the_entry_was_changed_by_hand(run: Run, mine: Path) -> None:
    run("add", "Shrek 5")
    mine.write_text(mine.read_text() + 'note = "by hand"\n')
    before = mine.read_text()
    ran = run("undo")
    assert (ran.code, ran.err.splitlines()) == (
        1,
        [
            'watchlist: "shrek-5-2027" was changed since then',
            "Nothing was changed.",
            "See watchlist log for what was done, and watchlist restore for the whole list as it was.",
        ],
    )
    assert mine.read_text() == before
