"""The application: help, version, the list that is named, and what a reader leaves."""

import re
from pathlib import Path

import pytest

from program import Run, data


def test_help_lists_every_command(run: Run) -> None:
    from watchlist.cli.table import COMMANDS

    ran = run("--help")
    assert ran.code == 0
    assert all(f" {name} " in ran.out for name in COMMANDS)


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert re.fullmatch(r"watchlist \d+\.\d+\.\d+\n", run("--version").out)


def test_another_list_can_be_named_in_front_or_in_the_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("--file", str(tmp_path / "other.toml"), "add", "Alien 1979")
    assert data(run("list", "--json")) == []
    monkeypatch.setenv("WATCHLIST_FILE", str(tmp_path / "other.toml"))
    assert [entry["id"] for entry in data(run("list", "--json"))] == ["alien-1979"]


def test_a_reader_makes_no_file(run: Run, home: Path) -> None:
    for command in (["list"], ["upcoming"], ["search", "alien"], ["show", "alien-1979"], []):
        assert run(*command).code == 0
    assert [path.name for path in home.iterdir()] == ["cache"]
