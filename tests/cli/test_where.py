"""All films on the list that filters admit, changed at once."""

from pathlib import Path

import pytest

from program import Run, data
from terminal import on_terminal


def ids(run: Run) -> list[str]:
    return [entry["id"] for entry in data(run("list", "--json"))]


@pytest.fixture
def shelf(run: Run) -> None:
    run("add", "alien-1979", "--tag", "noir", "--rating", "4.5")
    run("add", "casino-1995", "--tag", "noir", "--note", "long")
    run("watched", "amadeus-1984", "--date", "2024-07-01")


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("command", "says", "left"),
    [
        (["tag", "--where", "tag=noir", "criterion"], "tag 2 films +criterion: Alien, Casino", 3),
        (["rate", "--where", "tag=noir", "4"], "rate 2 films: Alien 4½ -> 4, Casino 4 stars", 3),
        (["drop", "--where", "tag=noir"], "drop 2 films wanted -> dropped: Alien, Casino", 3),
        (["want", "--where", "status=watched", "--channel", "physical"], "want Amadeus", 3),
        (["remove", "--where", "tag=noir", "--where", "rating=4"], "remove Alien (4½ stars, 1 tag)", 2),
    ],
)
def test_filters_change_all_that_they_admit_as_one_step(
    run: Run, list_file: Path, command: list[str], says: str, left: int
) -> None:
    before = list_file.read_bytes()
    refused = run(*command)
    assert (refused.code, list_file.read_bytes()) == (1, before)
    assert "would be changed" in refused.err
    assert run(*command, "--yes").code == 0
    assert len(ids(run)) == left
    assert run("undo").out.startswith(f"Undone: {says}")
    assert list_file.read_bytes() == before


@pytest.mark.usefixtures("shelf")
def test_the_films_are_shown_and_a_no_changes_nothing(list_file: Path) -> None:
    before = list_file.read_bytes()
    seen = on_terminal(["remove", "--where", "tag=noir"], [("Remove 2 films from your list?", "n")])
    assert seen.text.splitlines()[:3] == [
        "  Alien (1979), 4½ stars, 1 tag",
        "  Casino (1995), a note, 1 tag",
        "Remove 2 films from your list? [y/n] n",
    ]
    assert (seen.code, list_file.read_bytes()) == (1, before)
    assert on_terminal(["drop", "--where", "tag=noir"], [("Drop 2 films?", "y")]).code == 0


@pytest.mark.usefixtures("shelf")
def test_a_filter_that_admits_nothing_is_no_mistake_and_one_that_is_none_is(run: Run) -> None:
    ran = run("tag", "--where", "tag=western", "x", "--yes", "--json")
    assert (ran.code, ran.out, ran.err) == (0, "[]\n", "No films on your list match.\n")
    assert 'watchlist: "colour=red" is not a filter: write NAME=VALUE' in run("drop", "--where", "colour=red").err
    assert run("drop").code == run("drop", "Alien", "--where", "tag=noir").code == 2
