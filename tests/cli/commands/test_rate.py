"""Rate, note, tag and drop: an entry changes in one thing."""

from pathlib import Path

import pytest

from program import Run, data


def test_a_film_is_rated_noted_tagged_and_dropped(run: Run, list_file: Path) -> None:
    run("add", "Alien 1979")
    assert run("rate", "Alien 1979", "4.5").out.startswith('Alien (1979): wanted; 4½ of 5 stars; added on ')
    assert run("note", "alien-1979", "see it", "in the dark").code == 0
    assert run("tag", "alien-1979", "space", "horror").code == 0
    assert run("tag", "alien-1979", "space", "--remove").code == 0
    assert run("drop", "Alien 1979").out.startswith('Alien (1979): dropped; 4½ of 5 stars; tagged horror; added on ')
    (entry,) = data(run("list", "--json"))
    assert (entry["rating"], entry["note"], entry["tags"], entry["status"]) == (
        *(9, "see it in the dark", ["horror"], "dropped"),
    )
    run("rate", "Alien 1979", "none")
    run("note", "alien-1979")
    assert "rating" not in list_file.read_text()
    assert "note" not in list_file.read_text()
    run("undo", "7")
    assert [step["what"] for step in data(run("log", "--json")) if not step["undone"]] == ['add "Alien"']


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        (("rate", "Alien 1979", "4"), 1, '"Alien" is not on your list'),
        (("rate", "Alien 1979", "six"), 2, '"six" is not a rating'),
        (("rate", "4"), 2, "a title and stars are needed"),
        (("drop", "Alien 1979"), 1, '"Alien" is not on your list'),
        (("tag", "alien-1979", "x", "--remove"), 1, '"Alien" is not on your list'),
        (("tag", "alien-1979", " "), 2, "a title needs a visible character"),
    ],
)
def test_what_cannot_be_done_to_an_entry_is_said(run: Run, command: tuple[str, ...], code: int, words: str) -> None:
    ran = run(*command)
    assert (ran.code, words in ran.err) == (code, True)
