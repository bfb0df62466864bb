"""Edit: the list in an editor, checked before it is saved."""

import os
from pathlib import Path

import pytest

from program import Run
from terminal import on_terminal

MINE = '# mine\nschema = 1\n\n# the first\n[[films]]\nid = "alien-1979"\ntitle = "Alien"\nmood = "dark" # my own key\n'


def editor(home: Path, script: str) -> str:
    path = home / "my editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return f"'{path}' --wait"


@pytest.fixture
def mine(list_file: Path) -> Path:
    list_file.parent.mkdir(parents=True)
    list_file.write_text(MINE)
    return list_file


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
    assert (ran.code, ran.err.splitlines()[1:]) == (5, ["Nothing was changed.", f"Your draft is in {draft}"])
    assert (mine.read_text(), draft.read_text()) == (MINE, f"{MINE}rating = great\n")


def test_an_invalid_edit_is_shown_with_its_place_and_can_be_corrected(
    mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        f'[ -e {home}/once ] && sed -i "s/great/10/" "$2" || {{ touch {home}/once; echo "rating = great" >> "$2"; }}'
    )
    monkeypatch.setenv("EDITOR", editor(home, script))
    seen = on_terminal(["edit"], [("[y/n] ", "y")])
    assert "    rating = great\n             ^\n" in seen.text
    assert (seen.code, mine.read_text()) == (0, f"{MINE}rating = 10\n")


def test_an_invalid_edit_can_be_discarded(mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor(home, 'echo "rating = 11" >> "$2"'))
    seen = on_terminal(["edit"], [("[y/n] ", "n")])
    assert (seen.code, mine.read_text()) == (0, MINE)
    assert "rating: must be a whole number from 1 to 10, not 11" in seen.text
    assert list((home / "state" / "watchlist").glob("draft-*")) == []


def test_a_list_that_changed_while_it_was_edited_is_left(
    run: Run, mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(home, f'echo "# edited" >> "$2"; echo "# by another" >> {mine}'))
    ran = run("edit")
    (draft,) = (home / "state" / "watchlist").glob("draft-*")
    assert (ran.code, mine.read_text()) == (7, f"{MINE}# by another\n")
    assert ran.err.splitlines()[-1] == f"To continue with your draft: watchlist edit --draft {draft}"
    assert draft.read_text() == f"{MINE}# edited\n"
    monkeypatch.setenv("EDITOR", editor(home, 'echo "# again" >> "$2"'))
    assert run("edit", "--draft", str(draft)).code == 0
    assert mine.read_text() == f"{MINE}# edited\n# again\n"
    assert list((home / "state" / "watchlist").glob("draft-*")) == []


THREE = MINE + '\n[[films]]\nid = "b"\ntitle = "Bee"\n\n[[films]]\nid = "c"\n'


@pytest.mark.parametrize("script", [': > "$2"', 'rm "$2"', 'printf "\\n \\n" > "$2"'])
def test_an_editor_that_empties_or_deletes_the_draft_changes_nothing(
    script: str, run: Run, mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(home, script))
    ran = run("edit")
    assert (ran.code, ran.err.splitlines()[:2]) == (1, ["watchlist: the draft is empty", "Nothing was changed."])
    assert mine.read_text() == MINE


def test_an_edit_that_takes_off_several_films_names_them_and_asks(
    run: Run, mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine.write_text(THREE)
    monkeypatch.setenv("EDITOR", editor(home, 'echo "schema = 1" > "$2"'))
    ran = run("edit")
    assert (ran.code, ran.err.splitlines()[0]) == (1, "This would remove 3 films from your list: Alien, Bee, c")
    assert mine.read_text() == THREE
    seen = on_terminal(["edit"], [("Remove them?", "n")])
    assert (seen.code, mine.read_text()) == (1, THREE)
    assert (run("edit", "--yes").code, mine.read_text()) == (0, "schema = 1\n")


def test_an_edit_that_takes_off_one_film_is_saved(
    run: Run, mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine.write_text(THREE)
    monkeypatch.chdir(home)
    monkeypatch.setenv("EDITOR", editor(home, 'head -n -3 "$2" > x; cat x > "$2"'))
    assert run("edit").code == 0
    assert mine.read_text() == THREE.removesuffix('\n[[films]]\nid = "c"\n')


def test_edit_needs_somebody_to_edit(run: Run, mine: Path) -> None:
    assert run("--no-input", "edit").code == 2
    assert mine.read_text() == MINE


def test_a_draft_that_is_left_is_counted_and_goes_after_thirty_days(
    run: Run, mine: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mine.exists()
    monkeypatch.setenv("EDITOR", editor(home, "exit 3"))
    assert run("edit").code == 2
    (draft,) = (home / "state" / "watchlist").glob("draft-*")
    assert "a draft of the list that was not saved" in run("doctor").out
    os.utime(draft, (1_600_000_000, 1_600_000_000))
    draft.rename(draft.with_name("draft-1.toml"))
    monkeypatch.setenv("EDITOR", editor(home, "true"))
    assert run("edit").code == 0
    assert list((home / "state" / "watchlist").glob("draft-*")) == []


def test_an_editor_that_is_not_there_is_named(run: Run, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "/no/such/editor")
    assert run("edit").err.startswith('watchlist: the editor "/no/such/editor" cannot be started: ')
    assert mine.read_text() == MINE
