"""Rate: half stars, given and taken away."""

from pathlib import Path

import pytest

from program import Run, data


def test_a_rating_is_given_and_taken_away(run: Run, list_file: Path) -> None:
    run("add", "Alien 1979")
    assert run("rate", "Alien 1979", "4.5").out.startswith("Alien (1979): wanted; 4½ of 5 stars; added on ")
    assert [entry["rating"] for entry in data(run("list", "--json"))] == [4.5]
    run("rate", "Alien 1979", "none")
    assert "rating" not in list_file.read_text()


@pytest.mark.parametrize(
    ("words", "code", "fact"),
    [
        (("Alien 1979", "4"), 1, '"Alien" is not on your list'),
        (("Alien 1979", "six"), 2, '"six" is not a rating'),
        (("4",), 2, "a title and stars are needed"),
    ],
)
def test_what_cannot_be_rated_is_said(run: Run, words: tuple[str, ...], code: int, fact: str) -> None:
    ran = run("rate", *words)
    assert (ran.code, fact in ran.err) == (code, True)
