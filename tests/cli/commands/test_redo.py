"""Redo: what was undone is done again, step by step."""

from pathlib import Path

from program import Run, data


def test_every_step_that_was_undone_can_be_redone(run: Run, list_file: Path) -> None:
    run("add", "Alien 1979")
    run("rate", "Alien 1979", "4.5")
    run("tag", "alien-1979", "horror")
    tagged = list_file.read_bytes()
    run("undo", "3")
    steps = ["add Alien", "rate Alien 4½ stars", "tag Alien +horror"]
    assert run("redo", "3", "--dry-run").out.splitlines() == [f"Would redo: {step}." for step in steps]
    assert list_file.read_bytes() != tagged
    assert run("redo", "3").out.splitlines() == [f"Redone: {step}." for step in steps]
    assert list_file.read_bytes() == tagged
    assert [step["undone"] for step in data(run("log", "--json"))] == [False, False, False]


def test_without_anything_undone_there_is_nothing_to_redo(run: Run) -> None:
    assert run("redo").code == 1
