"""Undo and redo: every byte comes back."""

from pathlib import Path

import pytest

from program import Run, data

MINE = '# mine\nschema = 1\n\n# the first\n[[films]]\nid = "alien-1979"\ntitle = "Alien"\nmood = "dark" # my own key\n'


@pytest.fixture
def mine(list_file: Path) -> Path:
    list_file.parent.mkdir(parents=True)
    list_file.write_text(MINE)
    return list_file


def test_undo_gives_back_every_byte_and_redo_takes_it_again(run: Run, mine: Path) -> None:
    run("watched", "Alien 1979", "--rating", "5")
    watched = mine.read_text()
    run("remove", "Alien 1979")
    removed = mine.read_text()
    assert run("undo", "2").out == 'Undone: remove "Alien".\nUndone: watched "Alien".\n'
    assert mine.read_text() == MINE
    assert run("redo").out == 'Done again: watched "Alien".\n'
    assert mine.read_text() == watched
    run("redo")
    assert mine.read_text() == removed


def test_a_new_change_ends_what_could_be_done_again(run: Run, mine: Path) -> None:
    run("add", "Shrek 5")
    run("undo")
    run("add", "Heat 2", "--release", "TBA")
    assert run("redo").code == 1
    assert [(step["what"], step["undone"]) for step in data(run("log", "--json"))] == [('add "Heat 2"', False)]
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
