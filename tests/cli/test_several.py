"""Several films at once: titles side by side, and a title a line."""

import io
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from program import Run, Typed, data


def ids(run: Run) -> list[str]:
    return [entry["id"] for entry in data(run("list", "--json"))]


def test_titles_side_by_side_are_as_many_films_where_each_is_one_and_all_together_none(run: Run) -> None:
    ran = run("add", "Alien", "Aliens", "Amadeus", "--tag", "classic", "--json")
    assert [(film["id"], film["after"]["tags"]) for film in data(ran)] == [
        ("alien-1979", ["classic"]),
        ("aliens-1986", ["classic"]),
        ("amadeus-1984", ["classic"]),
    ]
    assert run("undo").out == "Undone: add 3 films: Alien (1 tag), Aliens (1 tag), Amadeus (1 tag).\n"
    assert ids(run) == []
    assert (run("add", "Alien", "Aliens").code, ids(run)) == (0, ["alien-1979", "aliens-1986"])


@pytest.mark.parametrize(
    ("words", "film"),
    [
        (["Drawing", "Closer"], "drawing-closer-2024"),
        (["alien", "1979"], "alien-1979"),
        (["the", "shining"], "the-shining-1980"),
        (["coco", "2"], "coco-2"),
    ],
)
def test_words_that_are_one_title_are_one_film(run: Run, words: list[str], film: str) -> None:
    assert data(run("add", *words, "--json"))["id"] == film


def test_two_words_that_are_two_titles_and_a_third_thing_are_asked_about(run: Run, films_file: Path) -> None:
    films_file.parent.mkdir(parents=True)
    films_file.write_text(
        "schema = 1\nseen = 2026-01-01\n"
        + "".join(
            f'[[films]]\nid = "{name}"\ntitle = "{title}"\n'
            for name, title in (("m", "Messiah"), ("d", "Dune"), ("x", "Dune: Messiah Rising"), ("five", "5"))
        )
    )
    for words in (["Dune", "Messiah"], ["Alien", "5"]):
        ran = run("add", *words)
        assert (ran.code, "would be 2 films" in ran.err, ids(run)) == (1, True, [])
    assert (run("add", "Messiah", "Alien").code, len(ids(run))) == (0, 2)


@pytest.mark.parametrize("words", [["Alien", "5"], ["Alien", "Zzyzx"], ["Alien", "Romulus", "2"]])
def test_a_title_that_nobody_knows_is_never_taken_apart(run: Run, words: list[str]) -> None:
    assert run("add", *words).code in (1, 3, 4)
    assert ids(run) == []


def test_one_title_that_is_not_clear_keeps_all_from_the_list(run: Run) -> None:
    ran = run("add", "Alien", "The Exorcist")
    assert (ran.code, ids(run)) == (4, [])
    assert "watchlist add Alien the-exorcist-1973" in ran.err


def test_a_title_a_line_and_a_line_that_is_not_clear_changes_nothing(run: Run, typed: Typed) -> None:
    typed("Alien\nZzyzx\nThe Exorcist\n")
    ran = run("add", "-")
    assert (ran.code, ids(run)) == (4, [])
    assert ran.err.splitlines()[:2] == [
        "watchlist: 2 of 3 lines are unclear, and nothing was changed:",
        '  no film is called "Zzyzx"',
    ]
    assert "    the-exorcist-1973  # The Exorcist (1973)" in ran.err


def test_lines_that_nobody_knows_become_ones_own_if_that_is_said(run: Run, typed: Typed) -> None:
    typed("\ufeffZzyzx (2019)\r\nQwerty!\nqwerty\nAlien\n")
    assert run("add", "-", "--new").code == 0
    assert ids(run) == ["zzyzx-2019", "qwerty", "alien-1979"]


def test_a_pipe_of_a_real_shell_brings_titles_and_is_never_waited_for(run: Run) -> None:
    program = f"{shlex.quote(sys.executable)} -m watchlist"
    piped = f"printf 'Alien\\naliens-1986\\n' | {program} add -"
    ran = subprocess.run(["sh", "-c", piped], capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    assert ids(run) == ["alien-1979", "aliens-1986"]


def test_input_that_is_no_text_is_refused_with_its_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Alien\n\xff\n")))
    ran = run("add", "-")
    assert (ran.code, ran.err.splitlines()[0]) == (5, "watchlist: standard input, line 2: not UTF-8")
