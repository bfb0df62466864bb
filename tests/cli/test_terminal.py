"""What a person sees and is asked on a real terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from program import Run
from terminal import on_terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")


def test_a_terminal_gets_a_drawing_and_a_pipe_gets_lines() -> None:
    on_terminal(["add", "Drawing Closer"])
    seen = on_terminal(["upcoming", "--as-of", "2024-06-01"])
    assert "This month\n26 days  Drawing Closer (2024)" in seen.text
    assert "\t" not in seen.text


def test_add_alone_asks_for_a_title() -> None:
    seen = on_terminal(["add"], [("Which film? ", "drawing closer")])
    assert (seen.code, seen.text.splitlines()[-1]) == (
        0,
        "Added Drawing Closer (2024): 27 June 2024, out 2 years ago, Netflix, worldwide.",
    )


def test_a_misspelt_title_is_offered_and_taken(list_file: Path) -> None:
    seen = on_terminal(["add", "drawing closr"], [("Which one? ", "1")])
    assert "  1  Drawing Closer (2024), Takahiro Miki" in seen.text
    assert seen.code == 0
    assert 'id = "drawing-closer-2024"' in list_file.read_text()


def test_two_films_of_one_title_are_told_apart_by_year_and_director() -> None:
    seen = on_terminal(["show", "The Exorcist"], [("Which one? ", "1")])
    assert "  1  The Exorcist (1973), William Friedkin" in seen.text
    assert "Wednesday 26 December 1973" in seen.text


def test_none_of_these_is_no_such_film() -> None:
    seen = on_terminal(["show", "The Exorcist"], [("Which one? ", "n")])
    assert (seen.code, 'no film is called "The Exorcist"' in seen.text) == (3, True)


def test_an_unknown_film_can_become_ones_own(films_file: Path) -> None:
    seen = on_terminal(["add", "Zzyzx Road Home"], [("a film of your own? [y/n]", "y")])
    assert seen.code == 0
    assert 'id = "zzyzx-road-home"' in films_file.read_text()


def test_a_question_that_is_left_changes_nothing(list_file: Path) -> None:
    seen = on_terminal(["add"], [("Which film? ", "\x04")])
    assert seen.code == 1
    assert not list_file.exists()


@pytest.mark.parametrize(
    ("environment", "colour", "drawn"),
    [
        ({}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, True),
        ({"CLICOLOR_FORCE": "1"}, True, True),
    ],
)
def test_colour_is_for_those_who_want_it(environment: dict[str, str], colour: bool, drawn: bool) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "watchlist", "show", "alien-1979"],
        capture_output=True,
        env={**os.environ, **environment},
        check=True,
        text=True,
    )
    bold, cyan, tabs = ("\x1b[1m" in ran.stdout), ("\x1b[1;36m" in ran.stdout), ("\t" in ran.stdout)
    assert (bold, cyan, tabs) == (drawn, colour, not drawn)


def test_a_reader_that_goes_away_is_no_error() -> None:
    ran = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m watchlist upcoming --all | head -n 1; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        check=True,
        text=True,
    )
    assert (ran.stdout.splitlines()[-1] in ("0", "141"), ran.stderr) == (True, "")


def test_a_full_output_is_said() -> None:
    ran = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m watchlist show alien-1979 > /dev/full"],
        capture_output=True,
        check=False,
        text=True,
    )
    fact, kept = ran.stderr.splitlines()
    assert (ran.returncode, fact) == (6, "watchlist: cannot write the output: no space left on device")
    assert kept == "Anything that the command changed is saved."


def test_an_encoding_without_the_letters_gets_their_codes() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "watchlist", "show", "drawing-closer-2024"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=True,
        text=True,
    )
    assert "original title\t\\u4f59\\u547d" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["watched", "Shrek 5", "--rating", "4.5", "--yes"], rb"4\xbd of 5 stars"),
        (["claim", "Shrek 5", "spring 2031"], rb"\u2192"),
        (["add", "\u60aa\u306f\u5b58\u5728\u3057\u306a\u3044", "--release", "2031"], rb"\u60aa"),
    ],
    ids=("watched", "claim", "add"),
)
def test_what_a_command_did_is_reported_in_any_encoding(arguments: list[str], said: bytes) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "watchlist", *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert (ran.returncode, said in ran.stdout, ran.stderr) == (0, True, b"")


def test_the_style_of_one_run_does_not_stay_for_the_next(run: Run) -> None:
    before = run("show", "drawing closer").out
    assert "2024-06-27" in run("show", "drawing closer", "--iso").out
    assert run("show", "drawing closer").out == before


def test_an_argument_that_is_no_text_is_refused() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "watchlist", "add", b"bad\xff", "--release", "TBA"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert (ran.returncode, ran.stderr) == (2, 'watchlist: the title "bad\\udcff" is not valid UTF-8\n')


def test_a_first_time_user_finds_the_way(list_file: Path) -> None:
    start = on_terminal([])
    assert start.text.splitlines()[0] == 'Add the first film:  watchlist add "Drawing Closer"'
    added = on_terminal(["add", "drawing", "closr"], [("Which one? ", "1")])
    assert (added.code, added.text.splitlines()[-1]) == (
        0,
        "Added Drawing Closer (2024): 27 June 2024, out 2 years ago, Netflix, worldwide.",
    )
    assert "26 days  Drawing Closer (2024)" in on_terminal(["upcoming", "--as-of", "2024-06-01"]).text
    watched = on_terminal(["watched", "drawing", "closer", "--date", "2024-07-01", "--rating", "4.5"])
    assert watched.text == "Watched Drawing Closer (2024) on 1 July 2024, 4½ of 5 stars.\n"
    assert on_terminal(["undo"]).text == "Undone: watched Drawing Closer on 1 July 2024, 4½ stars.\n"
    assert 'status = "wanted"' in list_file.read_text()


def test_no_input_never_asks() -> None:
    seen = on_terminal(["--no-input", "show", "The Exorcist"])
    assert (seen.code, "Which one?" in seen.text) == (4, False)


def test_what_is_longer_than_the_terminal_goes_through_the_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "sed s/^/paged:/")
    assert on_terminal(["upcoming", "--all", "--as-of", "2026-11-20"]).text.startswith("paged:")
    assert not on_terminal(["upcoming", "--all", "--limit", "2"]).text.startswith("paged:")


def test_a_terminal_gets_links_and_a_pipe_does_not(run: Run) -> None:
    arguments = ["show", "incredibles 3"]
    assert "\x1b]8;" in on_terminal(arguments, raw=True).text
    assert "\x1b" not in run(*arguments).out
