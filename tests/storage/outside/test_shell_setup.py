"""A shell's completion is installed where that shell looks, and what is in its start-up file stays."""

from pathlib import Path

import pytest

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
