"""Which film is meant by the words of the command line: tried through the whole program."""

import shlex
import shutil
import sys
import tomllib
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from program import Ran, Run, data
from terminal import on_terminal
from titles.typed import Typed, listed_ids, typed_titles

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
EVERY_TENTH = list(islice(typed_titles(), 0, None, 10))


def write_list(path: Path, ids: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("schema = 1\n" + "".join(f'\n[[films]]\nid = "{one}"\ntitle = "{one}"\n' for one in ids))


def entries(path: Path) -> dict[str, Any]:
    return {one["id"]: one for one in tomllib.loads(path.read_text(encoding="utf-8")).get("films", [])}


def changed(run: Run, list_file: Path, typed: str, ids: list[str]) -> tuple[int, list[str]]:
    """Note a viewing on a fresh list; give the exit code and the entries that changed."""
    shutil.rmtree(list_file.parent, ignore_errors=True)
    write_list(list_file, ids)
    before = entries(list_file)
    ran = run("watched", "--yes", "--", typed)
    return ran.code, [one for one, entry in entries(list_file).items() if before.get(one) != entry]


def must(meant: str) -> tuple[int, list[str]]:
    return {"ask": (4, []), "none": (3, [])}.get(meant, (0, [meant]))


def check_change(run: Run, list_file: Path, row: Typed) -> None:
    assert changed(run, list_file, row.typed, []) == must(row.empty)
    assert changed(run, list_file, row.typed, listed_ids()) == must(row.listed)


def check_reading(run: Run, row: Typed) -> None:
    ran = run("why", "--json", "--", row.typed)
    taken = data(Ran(ran.code, ran.out, ""))["id"] if ran.code == 0 else "no"
    assert taken in ((row.read[1:], "no") if row.read.startswith("~") else (row.read,))
    assert ran.code in (0, 3, 4)
    assert ("Assuming " in ran.err) == (taken not in {"no", row.empty})


@pytest.mark.parametrize("row", EVERY_TENTH, ids=lambda row: f"{row.kind}: {row.typed}")
def test_a_change_acts_on_the_film_that_was_meant_or_on_none(run: Run, list_file: Path, row: Typed) -> None:
    check_change(run, list_file, row)


@pytest.mark.parametrize("row", EVERY_TENTH, ids=lambda row: f"{row.kind}: {row.typed}")
def test_a_reading_command_says_what_it_takes(run: Run, row: Typed) -> None:
    check_reading(run, row)


@pytest.mark.slow
def test_every_typed_title_changes_and_reads_the_film_that_was_meant(run: Run, list_file: Path) -> None:
    for row in typed_titles():
        check_change(run, list_file, row)
        write_list(list_file, [])
        check_reading(run, row)


def test_a_guess_of_a_reading_command_is_said_with_the_others(run: Run) -> None:
    ran = run("show", "drawing", "closr")
    assert ran.out.startswith("film\tDrawing Closer (2024)\tdrawing-closer-2024\n")
    assert ran.err == "Assuming Drawing Closer (2024).\n"


def test_the_other_films_are_listed_under_a_guess_each_with_the_id_that_means_it(run: Run, films_file: Path) -> None:
    films_file.parent.mkdir(parents=True, exist_ok=True)
    titles = {"sky": "Copper Kettle Sky", "stay": "Copper Kettle Stay", "kettle": "Copper Kettle Days", "k": "Kettle"}
    films = (f'[[films]]\nid = "{film_id}"\ntitle = "{title}"\nyear = 2099\n' for film_id, title in titles.items())
    films_file.write_text('schema = 1\nseen = "2026-11-20"\n' + "".join(films))
    ran = run("show", "coper kettle sky")
    assert ran.out.startswith("film\tCopper Kettle Sky (2099)\tsky\n")
    assert ran.err == (
        "Assuming Copper Kettle Sky (2099).\nFor another film, type its id:\n"
        "  stay       Copper Kettle Stay (2099)\n  id:kettle  Copper Kettle Days (2099)\n"
    )
    assert run("show", "id:kettle").out.startswith("film\tCopper Kettle Days (2099)\tkettle\n")


def test_the_candidates_are_lines_to_paste(run: Run, list_file: Path) -> None:
    asked = run("watched", "the", "exorcist", "--rating", "4", "--date", "2024-07-01")
    lines = [line.split("  #")[0].strip() for line in asked.err.splitlines()[1:]]
    assert (asked.code, lines) == (
        4,
        [
            "watchlist watched the-exorcist-1973 --rating 4 --date 2024-07-01",
            "watchlist watched the-exorcist-2027 --rating 4 --date 2024-07-01",
        ],
    )
    assert run(*shlex.split(lines[0])[1:]).code == 0
    assert entries(list_file)["the-exorcist-1973"]["rating"] == 8


def test_yes_does_not_say_which_film(run: Run, list_file: Path) -> None:
    assert run("watched", "The Exorcist", "--yes").code == 4
    assert not list_file.exists()


def test_an_unknown_film_is_made_in_one_step_and_once(run: Run, list_file: Path) -> None:
    assert run("add", "Zzyzx (2019)").code == 3
    assert run("watched", "Zzyzx (2019)", "--rating", "5").code == 3
    assert run("watched", "Zzyzx (2019)", "--rating", "5", "--new").out.startswith("Watched Zzyzx (2019) on ")
    assert run("add", "Zzyzx (2019)", "--new").out.startswith("Zzyzx (2019) is on your list since ")
    assert list(entries(list_file)) == ["zzyzx-2019"]


def test_a_film_is_new_also_beside_a_near_title_and_one_of_another_year(run: Run, list_file: Path) -> None:
    assert run("add", "Scarface (1932)", "--new").code == 0
    assert run("add", "Drawing Closr", "--new").code == 0
    assert list(entries(list_file)) == ["scarface-1932", "drawing-closr"]


def test_ctrl_c_at_a_question_is_130(run: Run, list_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int = -1) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("watchlist.cli.session.Session.can_ask", True)
    monkeypatch.setattr("sys.stdin.readline", interrupted, raising=False)
    ran = run("watched", "The Exorcist")
    assert (ran.code, ran.err.splitlines()[-1]) == (130, "Nothing was changed.")
    assert not list_file.exists()


@on_posix
@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("number", ["2"]),
        ("none", ["n", "n"]),
        ("stop", ["q"]),
        ("title", ["alien 1979"]),
        ("id", ["the-exorcist-1973"]),
        ("wrong", ["7", "1"]),
    ],
)
def test_a_dialogue_on_a_terminal(name: str, answers: list[str], golden: Any, list_file: Path) -> None:
    last = "q to stop: "
    questions = [(last, answers[0]), *(("own? [y/n] " if name == "none" else last, one) for one in answers[1:])]
    seen = on_terminal(["watched", "The Exorcist", "--date", "2026-11-20", "--yes"], questions)
    ids = list(entries(list_file)) if list_file.exists() else []
    golden(f"which-film-{name}.txt", f"exit {seen.code}, on the list: {', '.join(ids)}\n{seen.text}")


@on_posix
def test_more_candidates_come_when_they_are_asked_for() -> None:
    seen = on_terminal(["add", "star"], [("Which one?", "m"), ("  6  ", "q")])
    assert (seen.code, "  6  " in seen.text) == (1, True)


def test_every_line_to_paste_names_one_film_though_its_id_is_also_a_title(run: Run, films_file: Path) -> None:
    films_file.parent.mkdir(parents=True, exist_ok=True)
    own = '[[films]]\nid = "blade-1998"\ntitle = "Blade"\nyear = 1998\n'
    films_file.write_text(f'schema = 1\nseen = "2026-11-20"\n\n{own}')
    asked = run("show", "blade")
    assert asked.code == 4
    lines = [line.split("  #")[0] for line in asked.err.splitlines() if "  #" in line]
    assert lines[:2] == ["  watchlist show id:blade", "  watchlist show blade-1998"]
    shown = [run(*shlex.split(line)[1:]) for line in lines]
    assert [(one.code, one.err) for one in shown] == [(0, "")] * len(lines)
    assert len({one.out.splitlines()[0] for one in shown}) == len(lines)
