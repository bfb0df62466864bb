"""The application: help, version, the list that is named, and what a reader leaves."""

import re
from pathlib import Path

import pytest

from program import Run, data
from watchlist.cli.app import build
from watchlist.cli.table import COMMANDS


def test_help_lists_every_command(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    assert set(COMMANDS) <= set(ran.out.split())


def test_the_version_is_that_of_the_package(run: Run) -> None:
    version, credit = run("--version").out.splitlines()
    assert re.fullmatch(r"watchlist \d+\.\d+\.\d+", version)
    assert credit in (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_another_list_can_be_named_in_front_or_in_the_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("--file", str(tmp_path / "other.toml"), "--create", "add", "Alien 1979")
    assert data(run("list", "--json")) == []
    monkeypatch.setenv("WATCHLIST_FILE", str(tmp_path / "other.toml"))
    assert [entry["id"] for entry in data(run("list", "--json"))] == ["alien-1979"]


@pytest.mark.parametrize("arguments", [("--file", "x.toml", "list"), ("export", "csv", "-o", "x.csv")])
def test_a_name_without_a_folder_in_a_folder_that_was_deleted_names_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    ran = run(*arguments)
    assert (ran.code, ran.out) == (5, "")
    assert ran.err == "watchlist: the folder that you are in no longer exists\nType: cd\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_options_of_the_program_stand_before_or_behind_the_name_of_every_command(command: str) -> None:
    built = build(command)
    for one in getattr(built, "commands", {"": built}).values():
        names = {name for option in one.params for name in option.opts}
        assert {"--file", "--json", "--iso", "--as-of", "--no-input", "--create"} <= names


def test_a_list_and_the_language_of_programs_are_named_behind_as_they_are_before(run: Run, tmp_path: Path) -> None:
    other = str(tmp_path / "other.toml")
    run("add", "Alien 1979", "--file", other, "--create", "--no-input")
    behind = run("list", "--json", "--iso", "--file", other, "--as-of", "2026-01-01")
    assert run("--json", "--iso", "--file", other, "--as-of", "2026-01-01", "list") == behind
    assert [entry["id"] for entry in data(behind)] == ["alien-1979"]
    assert data(run("list", "--json")) == []


def test_a_change_is_not_made_on_another_day_wherever_that_is_said(run: Run, list_file: Path) -> None:
    before, behind = (
        run("--as-of", "2026-01-01", "add", "Alien 1979"),
        run("add", "Alien 1979", "--as-of", "2026-01-01"),
    )
    assert before == behind
    assert (before.code, list_file.exists()) == (2, False)


@pytest.mark.parametrize(
    "command",
    [
        "import list.csv",
        "import list.csv --dry-run",
        "read article.html",
        "refresh",
        "lookup Alien",
        "restore 1",
        "undo",
        "catalogue remove films",
        "config set regions JP",
        "export json",
        "open Alien",
    ],
)
def test_every_command_that_changes_something_refuses_another_day(run: Run, command: str) -> None:
    ran = run(*command.split(), "--as-of", "2026-01-01")
    assert (ran.code, ran.out) == (2, "")
    assert "--as-of only looks at another day; leave it out to make changes" in ran.err


def test_what_only_looks_answers_for_another_day(run: Run) -> None:
    run("add", "Alien 1979")
    for command in (["restore"], ["log"], ["check"], ["config"], ["catalogue", "list"], ["moved"], ["stats"]):
        assert run(*command, "--as-of", "2026-01-01").code == 0


def test_a_reader_makes_no_file(run: Run, home: Path) -> None:
    for command in (["list"], ["upcoming"], ["search", "alien"], ["show", "alien-1979"], []):
        assert run(*command).code == 0
    assert [path.name for path in home.iterdir()] == ["cache"]
