"""A list that is missing: if it was lost, it is not started anew; if it was named, that is asked about or refused."""

from pathlib import Path

import pytest

from program import Run, data
from terminal import on_terminal
from watchlist.cli.missing_list import may_begin
from watchlist.storage.paths import find_paths

GONE = (
    "watchlist: your list at {} is gone",
    "Its last backup has 2 films. To bring it back: watchlist restore 1",
    "To start a new list instead: watchlist --create, and your command",
)


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


@pytest.fixture
def gone(run: Run, list_file: Path) -> bytes:
    run("add", "Alien 1979")
    run("add", "Shrek 5")
    text = list_file.read_bytes()
    list_file.unlink()
    return text


@pytest.mark.parametrize(
    "command", [(), ("list",), ("add", "Heat 2", "--release", "2027"), ("upcoming",), ("edit",), ("undo",)]
)
def test_no_command_takes_it_for_a_new_home(command: tuple[str, ...], run: Run, list_file: Path, gone: bytes) -> None:
    assert gone
    ran = run(*command)
    assert (ran.code, ran.out, ran.err.splitlines()) == (5, "", [line.format(list_file) for line in GONE])
    assert not list_file.exists()


def test_restore_brings_back_the_state_after_the_last_change(run: Run, list_file: Path, gone: bytes) -> None:
    assert [copy["entries"] for copy in data(run("restore", "--json"))] == [2, 1]
    assert run("restore", "1").code == 0
    assert list_file.read_bytes() == gone


def test_who_wants_a_new_list_gets_one(run: Run, list_file: Path, gone: bytes) -> None:
    assert gone
    assert run("--create", "add", "Alien 1979").code == 0
    assert list_file.read_text().count("[[films]]") == 1
    assert run("list").code == 0


def test_a_list_that_never_was_is_no_loss(run: Run) -> None:
    assert run("list").code == 0
    assert run().code == 0


def test_a_list_that_was_named_and_is_gone_is_brought_back_by_its_name(run: Run, home: Path) -> None:
    path = home / "mine.toml"
    run("--file", str(path), "--create", "add", "Alien 1979")
    text = path.read_bytes()
    path.unlink()
    ran = run("--file", str(path), "list")
    assert ran.err.splitlines()[1] == (
        f'Its last backup has 1 film. To bring it back: watchlist --file "{path}" restore 1'
    )
    assert run("--file", str(path), "restore", "1").code == 0
    assert path.read_bytes() == text
