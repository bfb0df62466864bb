"""Completion in the shells that people use: real ones, with titles that have spaces, quotes and colons."""

import fcntl
import json
import os
import pty
import select
import shutil
import subprocess
import sys
import termios
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
    assert ran.stdout == "its-me-a-tory\tIt\u2019s \u201dMe\u201d\uff1a A \uff04tory\n"


@needs("zsh")
@pytest.mark.parametrize(("typed", "offered"), [CASES[0], CASES[2], CASES[5], CASES[7]])
def test_zsh_completes(typed: str, offered: str, tmp_path: Path) -> None:
    assert offered in press_tab("zsh", f"{typed}\t", offered, tmp_path)


SETUP = {
    "zsh": (
        ["zsh", "-f", "-i"],
        'autoload -Uz compinit && compinit -u -D; eval "$(watchlist --show-completion zsh)"; echo re""ady\n',
    ),
    "bash": (["bash", "--norc", "-i"], 'eval "$(watchlist --show-completion bash)"; echo re""ady\n'),
    "fish": (["fish", "-N", "-i"], "watchlist --show-completion fish | source; echo re''ady\n"),
}


def press_tab(shell: str, keys: str, wanted: str, home: Path, seconds: float = 20) -> str:
    """Type keys into a real shell on a terminal; give what it shows until the wanted text, or the end of the time."""
    command, setup = SETUP[shell]
    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "ZDOTDIR": str(home), "HOME": str(home), "PS1": "$ "}
    process = subprocess.Popen(
        command,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=environment,
        cwd=home,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  fish wants a terminal of its own
    )
    os.close(follower)
    try:
        os.write(leader, setup.encode())
        assert "ready" in read_until(leader, "ready", 20)
        os.write(leader, keys.encode())
        return read_until(leader, wanted, seconds)
    finally:
        process.kill()
        process.wait()
        os.close(leader)


HOSTILE = (
    *(
        "\\$(touch pwned)",
        "$(touch pwned)",
        "`touch pwned`",
        "\\`touch pwned\\`",
        '"; touch pwned; "',
        "'; touch pwned; '",
    ),
    *(
        "x; touch pwned",
        "x) touch pwned; (",
        "x:$(touch pwned)",
        "${(e):-$(touch pwned)}",
        "x\ntouch pwned",
        "*",
        "x && touch pwned",
    ),
    *(
        "'$(touch pwned)'",
        "''$(touch pwned)''",
        "{touch,pwned}",
        "<(touch pwned)",
        "x\\:$(touch pwned)",
        "=(touch pwned)",
    ),
)


@pytest.fixture
def hostile_list(run: Run, tmp_path: Path) -> None:
    """Bring in a list whose titles, tags, services and ids are commands; each begins with what is typed."""
    entries = [
        {"id": f"zz{number}", "title": f"zz{text}", "tags": [f"zz{text}"], "want": {"service": f"zz{text}"}}
        for number, text in enumerate(HOSTILE)
    ]
    entries += [{"id": f"zz{''.join(text.split())}", "title": f"zz {number}"} for number, text in enumerate(HOSTILE)]
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps({"format": "watchlist", "version": 1, "entries": entries}))
    assert run("import", "--partial", str(path)).code == 0
    for text in HOSTILE:
        run("claim", "Shrek 5", "2031", "--service", f"zz{text}", "--region", "US")


@needs("zsh")
@needs("bash")
@needs("fish")
@pytest.mark.usefixtures("hostile_list")
@pytest.mark.parametrize("shell", SETUP)
@pytest.mark.parametrize("typed", ["drop zz", "list --tag zz", "upcoming --service zz", "show zz"])
def test_nothing_from_outside_runs_at_tab_or_when_what_was_completed_is_sent(
    shell: str, typed: str, tmp_path: Path
) -> None:
    press_tab(shell, f"watchlist {typed}\t\t\t", "never shown", tmp_path, seconds=4)
    press_tab(shell, f"watchlist {typed}\t\t\t\n", "never shown", tmp_path, seconds=4)
    assert not (tmp_path / "pwned").exists()


def read_until(leader: int, wanted: str, seconds: float) -> str:
    text, deadline = "", time.monotonic() + seconds
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
