"""Completion is printed or installed for the shell that is named, or the one that runs the program."""

import subprocess
import sys
from pathlib import Path

import pytest

from program import Run
from watchlist.cli.shell_setup import install, show_script
from watchlist.cli.shells import Shell, script


def test_the_script_of_the_shell_that_is_named_is_printed(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for shell in Shell:
        show_script([shell, "--no-input"])
        assert capfdbinary.readouterr().out == script(shell).encode()


def test_an_installed_script_says_where_it_is(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    install(["zsh"])
    path = home / ".zfunc" / "_watchlist"
    assert path.read_text() == script(Shell.ZSH)
    assert capsys.readouterr().out == (f"Completion for zsh is in {path}. It works in new zsh sessions.\n")


def test_without_a_name_the_shell_is_the_one_that_runs_the_program() -> None:
    typed = f"{sys.executable} -m watchlist --show-completion && true"
    ran = subprocess.run(["bash", "--norc", "-c", typed], capture_output=True, check=True)
    assert ran.stdout == script(Shell.BASH).encode()


def test_no_other_shell_is_known(run: Run) -> None:
    ran = run("--show-completion", "tcsh")
    assert (ran.code, '"tcsh" is not a supported shell: write bash, zsh, fish' in ran.err) == (2, True)


def test_what_cannot_be_written_is_named(run: Run, home: Path) -> None:
    (home / ".bash_completions").touch()
    ran = run("--install-completion", "bash")
    assert (ran.code, f"cannot write {home / '.bash_completions'}" in ran.err) == (6, True)
