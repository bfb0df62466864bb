"""Restore: an earlier copy comes back."""

import re
from pathlib import Path

import pytest

from program import Run, data

MINE = '# mine\nschema = 1\n\n# the first\n[[films]]\nid = "alien-1979"\ntitle = "Alien"\nmood = "dark" # my own key\n'


@pytest.fixture
def mine(list_file: Path) -> Path:
    list_file.parent.mkdir(parents=True)
    list_file.write_text(MINE)
    return list_file


def test_a_copy_is_brought_back_even_over_a_damaged_list_and_that_can_be_undone(run: Run, mine: Path) -> None:
    run("add", "Shrek 5")
    mine.write_text("this is no list")
    copies = data(run("restore", "--json"))
    assert [(copy["number"], copy["entries"]) for copy in copies] == [(1, 2), (2, 1)]
    assert re.match(r"Restored the list of \d+ \w+ \d{4}, ", run("restore", "2").out)
    assert mine.read_text() == MINE
    assert run("undo").code == 0
    assert mine.read_text() == "this is no list"


def test_ten_copies_are_kept_of_one_day_the_newest_being_the_list_itself(run: Run, mine: Path) -> None:
    assert mine.exists()
    for number in range(14):
        run("watched", "Alien 1979", "--date", f"2024-01-{number + 1:02}")
    assert len(data(run("restore", "--json"))) == 9
    mine.unlink()
    assert len(data(run("restore", "--json"))) == 10


def test_a_damaged_copy_is_brought_back_only_if_that_is_wanted(run: Run, mine: Path) -> None:
    run("add", "Shrek 5")
    (folder,) = (mine.parents[2] / "state" / "watchlist" / "backups").iterdir()
    (folder / "000009_2026-11-20T12-00-00-000000.toml").write_text("no list = ")
    before = mine.read_text()
    ran = run("restore", "1")
    assert (ran.code, mine.read_text()) == (1, before)
    assert ran.err.splitlines()[0] == "Backup 1 is damaged: it cannot be read as a list."
    assert (run("restore", "1", "--yes").code, mine.read_text()) == (0, "no list = ")
