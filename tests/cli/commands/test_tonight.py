"""Tonight: a film that is wanted and out, another one each time."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from program import Ran, Run, data
from terminal import on_terminal


@pytest.fixture
def shelf(run: Run) -> None:
    run("add", "alien-1979", "--tag", "space")
    run("add", "aliens-1986")
    run("add", "drawing-closer-2024")
    run("add", "shrek-5-2027")
    run("watched", "casino-1995", "--date", "2024-07-01")


def drawn(run: Run, *arguments: str) -> str:
    film = data(run("tonight", "--json", *arguments))
    return str(film["id"])


@pytest.mark.usefixtures("shelf")
def test_only_what_is_wanted_and_out_is_drawn_and_never_twice_in_a_row(run: Run) -> None:
    films = [drawn(run, "--seed", str(number)) for number in range(12)]
    assert set(films) == {"alien-1979", "aliens-1986", "drawing-closer-2024"}
    assert all(one != other for one, other in pairwise(films))


@pytest.mark.usefixtures("shelf")
def test_the_same_seed_draws_the_same_film_where_the_last_one_is_forgotten(run: Run, home: Path) -> None:
    first = drawn(run, "--seed", "a")
    (home / "state" / "watchlist" / "tonight.json").unlink()
    assert drawn(run, "--seed", "a") == first
    (home / "state" / "watchlist" / "tonight.json").write_text("no json")
    assert drawn(run, "--seed", "a") == first


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("asked", "film"),
    [
        (["--tag", "space"], "alien-1979"),
        (["--max", "117"], "alien-1979"),
        (["--service", "netflix"], "drawing-closer-2024"),
        (["--genre", "romance"], "drawing-closer-2024"),
    ],
)
def test_a_film_that_is_asked_for_is_drawn_again_where_no_other_fits(run: Run, asked: list[str], film: str) -> None:
    assert [drawn(run, *asked), drawn(run, *asked)] == [film, film]


@pytest.mark.usefixtures("shelf")
def test_no_answer_is_given_a_second_time_to_the_same_question() -> None:
    command = [sys.executable, "-m", "watchlist", "tonight", "--genre", "science fiction"]
    drawn = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(3)]
    assert (drawn[0], len(set(drawn))) == (drawn[2], 2)


@pytest.mark.usefixtures("shelf")
def test_where_nothing_fits_that_is_said(run: Run) -> None:
    assert run("tonight", "--genre", "western") == Ran(
        *(1, ""),
        "watchlist: no film that you want is out and matches\nTo see what you want: watchlist list --status wanted\n",
    )


@pytest.mark.usefixtures("shelf")
def test_what_waits_for_another_release_is_not_out(run: Run) -> None:
    for film in ("alien-1979", "aliens-1986"):
        run("want", film, "--service", "Netflix")
    assert {drawn(run, "--seed", str(number)) for number in range(5)} == {"drawing-closer-2024"}
    assert run("tonight", "--as-of", "2024-06-01").code == 1


@pytest.mark.usefixtures("shelf")
def test_a_terminal_shows_the_film_and_how_many_others_fit() -> None:
    seen = on_terminal(["tonight", "--tag", "space"])
    assert seen.text.splitlines()[0].startswith("Alien (1979)")
    assert "117 minutes" in seen.text
    assert seen.text.splitlines()[-1] == "The only film that matches."
    assert "One of 3 films that match. For another: watchlist tonight" in on_terminal(["tonight"]).text


@pytest.mark.usefixtures("shelf")
def test_a_pipe_gets_one_line(run: Run) -> None:
    fields = run("tonight", "--tag", "space").out.rstrip("\n").split("\t")
    assert (fields[:2], fields[-1]) == (["Alien (1979)", "117"], "alien-1979")
