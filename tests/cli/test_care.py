"""Looking back and looking after: undo, redo, log, restore, edit, doctor."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from program import Run
from terminal import on_terminal
from watchlist.storage.files import locked

MINE = '# mine\nschema = 1\n\n# the first\n[[films]]\nid = "alien-1979"\ntitle = "Alien"\nmood = "dark" # my own key\n'


@pytest.fixture
def mine(list_file: Path) -> Path:
    list_file.parent.mkdir(parents=True)
    list_file.write_text(MINE)
    return list_file


def data(out: str) -> Any:
    return json.loads(out)


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
    assert [(step["what"], step["undone"]) for step in data(run("log", "--json").out)] == [('add "Heat 2"', False)]
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


def test_the_log_tells_what_was_done_and_undone(run: Run, mine: Path) -> None:
    assert mine.exists()
    run("add", "Shrek 5")
    run("watched", "Alien 1979")
    run("undo")
    lines = [re.sub(r"^[\d-]+ [\d:]+", "WHEN", line) for line in run("log").out.splitlines()]
    assert lines == ['WHEN\twatched "Alien"\tundone', 'WHEN\tadd "Shrek 5"\t']


def test_a_journal_that_is_damaged_hides_only_its_damaged_lines(run: Run, mine: Path, home: Path) -> None:
    run("add", "Shrek 5")
    journal = home / "state" / "watchlist" / "journal.jsonl"
    journal.write_bytes(b"\xff\xfe nonsense\n" + journal.read_bytes() + b'{"at": "half a li')
    run("watched", "Alien 1979")
    assert run("undo", "2").code == 0
    assert mine.read_text() == MINE


def test_a_copy_is_brought_back_even_over_a_damaged_list_and_that_can_be_undone(run: Run, mine: Path) -> None:
    run("add", "Shrek 5")
    mine.write_text("this is no list")
    (copy,) = data(run("restore", "--json").out)
    assert (copy["number"], copy["entries"]) == (1, 1)
    assert re.match(r"Brought back the list as it was on \d+ \w+ \d{4} at ", run("restore", "1").out)
    assert mine.read_text() == MINE
    assert run("undo").code == 0
    assert mine.read_text() == "this is no list"


def test_ten_copies_are_kept_of_one_day(run: Run, mine: Path) -> None:
    assert mine.exists()
    for number in range(14):
        run("watched", "Alien 1979", "--date", f"2024-01-{number + 1:02}")
    assert len(data(run("restore", "--json").out)) == 10


def editor(home: Path, script: str) -> str:
    path = home / "my editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return f"'{path}' --wait"


def test_edit_opens_a_copy_and_saves_what_is_valid(
    run: Run, mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(home, 'sed -i "s/dark/light/" "$2"'))
    assert run("edit").out == "Saved.\n"
    assert mine.read_text() == MINE.replace("dark", "light")
    run("undo")
    assert mine.read_text() == MINE
    assert list((home / "state" / "watchlist").glob("draft-*")) == []


def test_edit_without_a_change_changes_nothing(
    run: Run, mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(home, "true"))
    assert run("edit").out == "Nothing was changed.\n"
    assert mine.read_text() == MINE


def test_an_editor_variable_runs_no_shell(run: Run, mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", f"true; touch {home}/pwned")
    run("edit")
    assert not (home / "pwned").exists()
    assert mine.read_text() == MINE


def test_an_invalid_edit_is_kept_where_nobody_can_be_asked(
    run: Run, mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(home, 'echo "rating = great" >> "$2"'))
    ran = run("edit")
    (draft,) = (home / "state" / "watchlist").glob("draft-*")
    assert (ran.code, ran.err.splitlines()[1:]) == (5, ["Nothing was changed.", f"What you wrote is in {draft}"])
    assert (mine.read_text(), draft.read_text()) == (MINE, f"{MINE}rating = great\n")


def test_an_invalid_edit_is_shown_with_its_place_and_can_be_corrected(
    mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        f'[ -e {home}/once ] && sed -i "s/great/10/" "$2" || {{ touch {home}/once; echo "rating = great" >> "$2"; }}'
    )
    monkeypatch.setenv("EDITOR", editor(home, script))
    seen = on_terminal(["edit"], [("[Y/n]: ", "y")])
    assert "    rating = great\n             ^\n" in seen.text
    assert (seen.code, mine.read_text()) == (0, f"{MINE}rating = 10\n")


def test_an_invalid_edit_can_be_discarded(mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor(home, 'echo "rating = 11" >> "$2"'))
    seen = on_terminal(["edit"], [("[Y/n]: ", "n")])
    assert (seen.code, mine.read_text()) == (0, MINE)
    assert "rating: must be a whole number from 1 to 10, not 11" in seen.text
    assert list((home / "state" / "watchlist").glob("draft-*")) == []


def test_a_list_that_changed_while_it_was_edited_is_left(
    run: Run, mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(home, f'echo "# edited" >> "$2"; echo "# by another" >> {mine}'))
    ran = run("edit")
    assert (ran.code, mine.read_text()) == (7, f"{MINE}# by another\n")


def test_an_editor_that_is_not_there_is_named(run: Run, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "/no/such/editor")
    assert run("edit").err.startswith('watchlist: the editor "/no/such/editor" cannot be started: ')
    assert mine.read_text() == MINE


def findings(run: Run) -> Iterator[tuple[str, str]]:
    yield from ((one["level"], one["finding"]) for one in data(run("doctor", "--json").out))


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
        ("warning", "the sign of an editor that has the file open"),
        ("warning", "left behind by a process that was killed"),
    } <= found
    assert all(one["remedy"] for one in data(run("doctor", "--json").out) if one["level"] != "good")


def test_the_doctor_sees_who_holds_the_lock(run: Run, mine: Path) -> None:
    with locked(mine):
        assert ("warning", f"process {os.getpid()} is changing it just now") in set(findings(run))


def test_the_doctor_reads_on_when_files_are_damaged(run: Run, mine: Path, films_file: Path) -> None:
    mine.write_text("this is no list")
    films_file.write_text("nor this")
    problems = [words for level, words in findings(run) if level == "problem"]
    assert len(problems) == 2
    assert all("invalid" in words or "expected" in words for words in problems)
