"""Watched: viewings and ratings."""

from pathlib import Path

import pytest

from program import Run, Typed, data


def test_watching_adds_viewings_and_a_rating(run: Run, list_file: Path) -> None:
    run("add", "Drawing Closer")
    first = run("watched", "Drawing Closer", "--date", "1 July 2024", "--rating", "4.5")
    assert first.out == "Watched Drawing Closer (2024) on 1 July 2024, 4½ of 5 stars.\n"
    again = run("watched", "Drawing Closer", "--date", "2024-07-09")
    assert again.out == "Watched Drawing Closer (2024) on 9 July 2024, viewing number 2, 4½ of 5 stars.\n"
    same = run("watched", "Drawing Closer", "--date", "2024-07-09")
    assert same.out == "Drawing Closer (2024) was already recorded as watched on 9 July 2024.\n"
    assert 'status = "watched"\nrating = 9\nviewings = [2024-07-01, 2024-07-09]\n' in list_file.read_text()
    assert data(run("upcoming", "--json")) == []


def test_a_viewing_is_noted_without_a_day_and_with_a_note(run: Run, list_file: Path) -> None:
    assert run("watched", "Alien 1979", "--no-date", "--note", "on TV").out == "Watched Alien (1979).\n"
    assert run("watched", "Alien 1979", "--no-date").out == "Watched Alien (1979), viewing number 2.\n"
    assert 'status = "watched"\nnote = "on TV"\n' in list_file.read_text()
    assert "undated_viewings = 2\n" in list_file.read_text()
    (entry,) = data(run("list", "--json"))
    assert (entry["viewings"], entry["undated_viewings"], entry["note"]) == ([], 2, "on TV")
    assert run("list").out.split("\t")[3] == "? ?"


def test_a_note_that_a_viewing_replaces_is_shown(run: Run) -> None:
    run("note", "alien-1979", "old")
    ran = run("watched", "Alien 1979", "--date", "2024-07-01", "--note", "new")
    assert ran.out == 'Watched Alien (1979) on 1 July 2024.\nIts note was: "old"\n'


TAKEN_BACK = "Took back the viewing of Alien (1979) on 1 September 2024: "


def test_viewings_are_taken_back_the_last_one_first(run: Run, list_file: Path) -> None:
    run("add", "Alien 1979")
    before = list_file.read_bytes()
    for day in (["--date", "2024-07-01"], ["--date", "2024-08-01"], ["--date", "2024-09-01"], ["--no-date"]):
        run("watched", "Alien 1979", *day)
    assert run("watched", "alien-1979", "--remove").out.startswith(TAKEN_BACK)
    assert run("watched", "alien-1979", "--remove", "--date", "2024-07-01").code == 0
    assert run("watched", "alien-1979", "--remove", "--date", "2024-07-01").code == 1
    run("watched", "alien-1979", "--remove")
    last = run("watched", "alien-1979", "--remove", "--json")
    assert (data(last)["before"]["status"], data(last)["after"]["status"]) == ("watched", "wanted")
    assert list_file.read_bytes() == before
    assert run("watched", "alien-1979", "--remove").code == 1


def test_titles_and_ids_are_read_by_line_as_one_step(run: Run, typed: Typed, list_file: Path) -> None:
    typed("alien-1979\n\n  Casino (1995)  \nAlien 1979\n")
    ran = run("watched", "-", "--date", "2024-07-01", "--json")
    assert [(film["id"], film["after"]["viewings"]) for film in data(ran)] == [
        ("alien-1979", ["2024-07-01"]),
        ("casino-1995", ["2024-07-01"]),
    ]
    assert run("undo").out == ("Undone: watched 2 films: Alien (seen on 1 July 2024), Casino (seen on 1 July 2024).\n")
    assert "films" not in list_file.read_text()


@pytest.mark.parametrize("words", [["--date", "2024-01-01", "--no-date"], ["--remove", "--rating", "4"]])
def test_what_cannot_go_together_is_refused(run: Run, words: list[str]) -> None:
    assert run("watched", "Alien 1979", *words).code == 2
