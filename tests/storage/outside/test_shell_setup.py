"""A shell's completion is installed where that shell looks, and what is in its start-up file stays."""

from pathlib import Path

import pytest

from program import Run
from watchlist.storage.outside.shell_setup import install_script


@pytest.mark.parametrize(
    ("shell", "place", "started", "line"),
    [
        ("bash", ".bash_completions/watchlist.sh", ".bashrc", "source ~/.bash_completions/watchlist.sh"),
        ("zsh", ".zfunc/_watchlist", ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
    ],
)
@pytest.mark.parametrize("before", ["", "# mine", "# mine\n\xff\n"])
def test_a_line_is_added_once_behind_what_is_there(
    shell: str, place: str, started: str, line: str, before: str, home: Path
) -> None:
    rc = home / started
    rc.write_bytes(before.encode("latin-1"))
    for script in ("old", "new"):
        assert install_script(shell, script) == home / place
    gap = "" if not before or before.endswith("\n") else "\n"
    assert rc.read_bytes() == f"{before}{gap}{line}\n".encode("latin-1")
    assert (home / place).read_text() == "new"


def test_fish_needs_no_line(home: Path) -> None:
    path = install_script("fish", "script")
    assert path == home / "config" / "fish" / "completions" / "watchlist.fish"
    assert path.read_text() == "script"


def test_the_shell_may_be_named_and_no_other_is_known(run: Run, home: Path) -> None:
    assert run("--show-completion", "zsh").out.startswith("#compdef watchlist\n")
    assert str(home / ".zfunc") in run("--install-completion", "zsh").out
    ran = run("--show-completion", "tcsh")
    assert (ran.code, '"tcsh" is no shell that can be completed: write bash, zsh, fish' in ran.err) == (2, True)


def test_what_cannot_be_written_is_named(run: Run, home: Path) -> None:
    (home / ".bash_completions").touch()
    ran = run("--install-completion", "bash")
    assert (ran.code, f"cannot write {home / '.bash_completions'}" in ran.err) == (6, True)
