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
    (copy,) = data(run("restore", "--json"))
    assert (copy["number"], copy["entries"]) == (1, 1)
    assert re.match(r"Brought back the list as it was on \d+ \w+ \d{4} at ", run("restore", "1").out)
    assert mine.read_text() == MINE
    assert run("undo").code == 0
    assert mine.read_text() == "this is no list"


def test_ten_copies_are_kept_of_one_day(run: Run, mine: Path) -> None:
    assert mine.exists()
    for number in range(14):
        run("watched", "Alien 1979", "--date", f"2024-01-{number + 1:02}")
    assert len(data(run("restore", "--json"))) == 10
