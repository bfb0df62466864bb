"""A list that was named and is not there may be a slip: it is asked about, or refused."""

from pathlib import Path

import pytest

from program import Run
from terminal import on_terminal
from watchlist.cli.missing_list import may_begin
from watchlist.storage.paths import find_paths


@pytest.mark.parametrize("command", [("list",), ("add", "Alien 1979"), ("upcoming",), ()])
def test_where_nobody_can_be_asked_it_is_refused(command: tuple[str, ...], run: Run, home: Path) -> None:
    path = home / "typo.toml"
    ran = run("--file", str(path), *command)
    assert (ran.code, ran.out, ran.err.splitlines()) == (
        5,
        "",
        [
            f"watchlist: there is no list at {path}",
            "Nothing was changed.",
            f'To start one there: watchlist --file "{path}" --create, and your command',
        ],
    )
    assert not path.exists()
    assert run("--file", str(path), "--create", *command).code == 0


def test_on_a_terminal_it_is_a_question(list_file: Path, home: Path) -> None:
    path = home / "new.toml"
    no = on_terminal(["--file", str(path), "add", "Alien 1979"], [("Start one there?", "n")])
    assert (no.code, path.exists()) == (5, False)
    yes = on_terminal(["--file", str(path), "add", "Alien 1979"], [("Start one there?", "y")])
    assert (yes.code, path.exists(), list_file.exists()) == (0, True, False)


def test_the_users_own_list_begins_without_a_question() -> None:
    assert may_begin(find_paths(), ask=True) is False
