"""Note: words on a film, written, shown, added to and taken away."""

from pathlib import Path

import pytest

from program import Ran, Run, data


@pytest.fixture(autouse=True)
def alien(run: Run) -> None:
    run("add", "Alien 1979")


def test_a_note_is_written_shown_and_cleared(run: Run, list_file: Path) -> None:
    assert run("note", "alien-1979", "see it", "in the dark") == Ran(0, 'Alien (1979): "see it in the dark"\n', "")
    before = list_file.read_bytes()
    assert run("note", "alien-1979") == Ran(0, "see it in the dark\n", "")
    assert list_file.read_bytes() == before
    cleared = run("note", "alien-1979", "--clear")
    assert cleared.out == 'Removed the note on Alien (1979).\nIt was: "see it in the dark"\n'
    assert "note" not in list_file.read_text()
    assert run("note", "alien-1979") == Ran(0, "", "Alien (1979) has no note.\n")


def test_a_note_that_is_replaced_is_shown_and_one_that_is_added_to_stays(run: Run) -> None:
    run("note", "alien-1979", "old")
    assert run("note", "alien-1979", "new").out == 'Alien (1979): "new"\nIt was: "old"\n'
    assert run("note", "alien-1979", "--append", "and", "more").out.startswith('Alien (1979): "new; and more"\n')
    assert data(run("note", "alien-1979", "--json"))["after"]["note"] == "new; and more"


@pytest.mark.parametrize(
    ("words", "code"), [(["--append"], 2), (["--clear", "text"], 2), ([" "], 2), (["--clear", "--append"], 2)]
)
def test_what_says_two_things_is_refused(run: Run, words: list[str], code: int) -> None:
    run("note", "alien-1979", "old")
    assert run("note", "alien-1979", *words).code == code
    assert run("note", "alien-1979").out == "old\n"


def test_there_is_no_note_on_a_film_that_is_not_listed(run: Run) -> None:
    assert run("note", "Casino 1995").code == 1
