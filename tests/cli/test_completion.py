"""Completion in the shells that people use: real ones, with titles that have spaces, quotes and colons."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from program import Run
from terminal import plain

BIN = str(Path(sys.executable).parent)
ODD = 'It\'s "Me": A $tory'

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (Path(BIN) / "watchlist").exists(), reason="the program is not installed as a command"),
]


@pytest.fixture(autouse=True)
def filled(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{BIN}{os.pathsep}{os.environ['PATH']}")
    run("add", ODD, "--release", "TBA")
    run("add", "Drawing Closer")
    run("tag", "Drawing Closer", "two words", "tears")


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not here")


CASES = [
    ("watchlist upc", "upcoming"),
    ("watchlist show draw", "drawing-closer-2024"),
    ("watchlist show its-me", "its-me-a-tory"),
    ("watchlist drop dra", "drawing-closer-2024"),
    ("watchlist config set reg", "regions"),
    ("watchlist list --tag te", "tears"),
    ("watchlist upcoming --service Netf", "Netflix"),
    ("watchlist upcoming --with", "--within"),
    ("watchlist want shrek --region J", "JP"),
]


@needs("bash")
@pytest.mark.parametrize(("typed", "offered"), CASES)
def test_bash_completes(typed: str, offered: str) -> None:
    script = (
        'eval "$(watchlist --show-completion bash)"\n'
        f"COMP_WORDS=({typed}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n"
        '_watchlist_completion watchlist\nprintf "%s\\n" "${COMPREPLY[@]}"'
    )
    ran = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True, check=True)
    assert offered in ran.stdout.splitlines()


@needs("fish")
@pytest.mark.parametrize(("typed", "offered"), CASES)
def test_fish_completes(typed: str, offered: str, home: Path) -> None:
    script = f"watchlist --show-completion fish | source; complete -C '{typed}'"
    environment = {**os.environ, "HOME": str(home)}
    ran = subprocess.run(["fish", "-N", "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert offered in [line.split("\t")[0] for line in ran.stdout.splitlines()]


@needs("fish")
def test_fish_shows_the_title_as_help(home: Path) -> None:
    script = "watchlist --show-completion fish | source; complete -C 'watchlist show its-me'"
    environment = {**os.environ, "HOME": str(home)}
    ran = subprocess.run(["fish", "-N", "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert ran.stdout == f"its-me-a-tory\t{ODD}\n"


@needs("zsh")
@pytest.mark.parametrize(("typed", "offered"), [CASES[0], CASES[2], CASES[5], CASES[7]])
def test_zsh_completes(typed: str, offered: str, tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "ZDOTDIR": str(tmp_path), "PS1": "$ "}
    shell = subprocess.Popen(
        ["zsh", "-f", "-i"], stdin=follower, stdout=follower, stderr=follower, env=environment, close_fds=True
    )
    os.close(follower)
    try:
        setup = 'autoload -Uz compinit && compinit -u -D; eval "$(watchlist --show-completion zsh)"; echo re""ady\n'
        os.write(leader, setup.encode())
        assert "ready" in read_until(leader, "ready")
        os.write(leader, f"{typed}\t".encode())
        assert offered in read_until(leader, offered)
    finally:
        shell.kill()
        shell.wait()
        os.close(leader)


def read_until(leader: int, wanted: str) -> str:
    text, deadline = "", time.monotonic() + 20
    while wanted not in plain(text) and time.monotonic() < deadline:
        if select.select([leader], [], [], 0.1)[0]:
            text += os.read(leader, 65536).decode("utf-8", "replace")
    return plain(text)


def test_completion_says_nothing_where_the_list_is_damaged(list_file: Path) -> None:
    list_file.write_text("[[[")
    environment = {
        **os.environ,
        "_WATCHLIST_COMPLETE": "complete_bash",
        "COMP_WORDS": "watchlist drop d",
        "COMP_CWORD": "2",
    }
    ran = subprocess.run(["watchlist"], capture_output=True, text=True, check=False, env=environment)
    assert (ran.stdout.strip(), ran.stderr) == ("", "")
