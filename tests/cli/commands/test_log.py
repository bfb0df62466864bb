"""Log: what was done to the list."""

import re
from pathlib import Path

import pytest

from program import Run

MINE = '# mine\nschema = 1\n\n# the first\n[[films]]\nid = "alien-1979"\ntitle = "Alien"\nmood = "dark" # my own key\n'


@pytest.fixture
def mine(list_file: Path) -> Path:
    list_file.parent.mkdir(parents=True)
    list_file.write_text(MINE)
    return list_file


def test_the_log_tells_what_was_done_and_undone(run: Run, mine: Path) -> None:
    assert mine.exists()
    run("watched", "Alien 1979", "--date", "2024-07-01", "--rating", "4.5")
    run("add", "Shrek 5")
    run("tag", "Alien 1979", "space")
    run("rate", "Alien 1979", "3")
    run("undo")
    lines = [re.sub(r"^[\d-]+ [\d:]+", "WHEN", line) for line in run("log").out.splitlines()]
    assert lines == [
        "WHEN\trate Alien 4½ -> 3\tundone",
        "WHEN\ttag Alien +space\t",
        "WHEN\tadd Shrek 5\t",
        "WHEN\twatched Alien on 1 July 2024, 4½ stars\t",
    ]


def test_a_journal_that_is_damaged_hides_only_its_damaged_lines(run: Run, mine: Path, home: Path) -> None:
    run("add", "Shrek 5")
    (journal,) = (home / "state" / "watchlist" / "journals").glob("*.jsonl")
    journal.write_bytes(b"\xff\xfe nonsense\n" + journal.read_bytes() + b'{"at": "half a li')
    run("watched", "Alien 1979")
    assert run("undo", "2").code == 0
    assert mine.read_text() == MINE
