"""Ctrl-C, at every moment: the program ends as a program ends by that signal, and says nothing of Python."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from terminal import on_terminal


@pytest.mark.parametrize(
    "module", ["watchlist.cli.app", "typer", "watchlist.storage.paths", "watchlist.cli.commands.list"]
)
def test_ctrl_c_while_the_program_still_loads_ends_it_without_a_word(module: str) -> None:
    code = (
        "import os, runpy, signal, sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {module!r}: os.kill(os.getpid(), signal.SIGINT)\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "sys.argv = ['watchlist', 'list']\n"
        "runpy.run_module('watchlist', run_name='__main__', alter_sys=True)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == -signal.SIGINT
    assert "Traceback" not in ran.stderr


def test_ctrl_c_at_a_question_is_130() -> None:
    seen = on_terminal(["add", "Zzz Film"], [("of your own?", "\x03")])
    assert seen.code == -signal.SIGINT
    assert "Traceback" not in seen.text


def test_who_ignores_ctrl_c_goes_on_ignoring_it() -> None:
    code = (
        "import os, signal, sys\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nos.execv(sys.executable, sys.argv[1:])"
    )
    command = [sys.executable, "-m", "watchlist", "--version"]
    ran = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    assert (ran.returncode, ran.stdout.split()[0]) == (0, "watchlist")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("command", ["list", "add 'Alien 1979'", "doctor", "export csv"])
def test_a_closed_stream_is_no_traceback_and_no_file_takes_its_place(
    closed: str, command: str, list_file: Path
) -> None:
    ran = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m watchlist {command} {closed}"], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, "Traceback" in ran.stderr) == (0, False)
    if command.startswith("add"):
        assert list_file.read_text().startswith("schema = 1\n")
