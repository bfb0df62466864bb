"""Doctor: what is wrong, and the remedy."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from program import Run
from watchlist.storage.files import locked


def findings(run: Run) -> Iterator[tuple[str, str]]:
    yield from ((one["level"], one["finding"]) for one in json.loads(run("doctor", "--json").out))


MINE = '# mine\nschema = 1\n\n# the first\n[[films]]\nid = "alien-1979"\ntitle = "Alien"\nmood = "dark" # my own key\n'


@pytest.fixture
def mine(list_file: Path) -> Path:
    list_file.parent.mkdir(parents=True)
    list_file.write_text(MINE)
    return list_file


def test_the_doctor_finds_nothing_wrong_with_a_new_home_and_makes_nothing(run: Run, home: Path) -> None:
    assert run("doctor").code == 0
    assert {level for level, _ in findings(run)} == {"good"}
    assert [path.name for path in home.iterdir()] == ["cache"]


def test_the_doctor_names_what_is_wrong_and_the_remedy(run: Run, mine: Path) -> None:
    mine.write_text(f"{MINE}rating = 11\n\n[[films]]\nid = 'unknown-film'\ntitle = 'Unknown'\n")
    mine.chmod(0o666)
    for name in (
        "watchlist.sync-conflict-20261120-120000-ABCDEFG.toml",
        ".watchlist.toml.swp",
        ".watchlist.toml.99.tmp",
    ):
        (mine.parent / name).touch()
    assert run("doctor").code == 5
    found = set(findings(run))
    assert {
        ("problem", f"{mine}:9:10: rating: must be a whole number from 1 to 10, not 11"),
        ("warning", "others may write to it"),
        ("warning", 'no film has the id "unknown-film"'),
        ("warning", "a copy that a sync program made"),
        ("warning", "an editor has the file open"),
        ("warning", "left by a process that was killed"),
    } <= found
    assert all(one["remedy"] for one in json.loads(run("doctor", "--json").out) if one["level"] != "good")


def test_the_doctor_sees_who_holds_the_lock(run: Run, mine: Path) -> None:
    with locked(mine):
        assert ("warning", f"process {os.getpid()} is changing it right now") in set(findings(run))


def test_the_doctor_reads_on_when_files_are_damaged(run: Run, mine: Path, films_file: Path) -> None:
    mine.write_text("this is no list")
    films_file.write_text("nor this")
    problems = [words for level, words in findings(run) if level == "problem"]
    assert len(problems) == 2
    assert all("invalid" in words or "expected" in words for words in problems)


def test_the_doctor_says_that_the_list_is_gone(run: Run, list_file: Path) -> None:
    run("add", "Alien 1979")
    list_file.unlink()
    assert ("problem", f"your list at {list_file} is gone") in set(findings(run))
    assert run("doctor").code == 5


def test_the_doctor_reads_on_when_the_settings_are_damaged(run: Run, home: Path) -> None:
    path = home / "config" / "watchlist" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("regions = [")
    ran = run("doctor")
    assert (ran.code, ran.err) == (5, "")
    assert [level for level, words in findings(run)].count("problem") == 1


def test_the_doctor_says_that_nothing_can_be_kept(run: Run, home: Path) -> None:
    (home / "state").write_text("a file in its place")
    words = "no backups and no undo steps can be saved here: nothing can be changed"
    assert ("problem", words) in set(findings(run))
    assert run("doctor").code == 6
    assert run("add", "Alien 1979").code == 6


def test_the_doctor_warns_of_a_copy_that_is_damaged(run: Run, home: Path) -> None:
    run("add", "Alien 1979")
    next((home / "state" / "watchlist").rglob("0*.toml")).write_text("[[films")
    assert ("warning", "a backup that cannot be read") in set(findings(run))
    assert run("doctor").code == 0
