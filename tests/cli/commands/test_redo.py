"""Redo: what was undone is done again, step by step."""

from pathlib import Path

from program import Run, data


def test_every_step_that_was_undone_can_be_redone(run: Run, list_file: Path) -> None:
    run("add", "Alien 1979")
    run("rate", "Alien 1979", "4.5")
    run("tag", "alien-1979", "horror")
    tagged = list_file.read_bytes()
    run("undo", "3")
    assert run("redo", "3").out == 'Done again: add "Alien".\nDone again: rate "Alien".\nDone again: tag "Alien".\n'
    assert list_file.read_bytes() == tagged
    assert [step["undone"] for step in data(run("log", "--json"))] == [False, False, False]


def test_without_anything_undone_there_is_nothing_to_redo(run: Run) -> None:
    assert run("redo").code == 1
