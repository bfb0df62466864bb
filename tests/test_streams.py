"""Streams that are closed, full, slow or without letters: the exit code is right, and nothing speaks of Python."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
FULL = "watchlist: cannot write the output: no space left on device\nAnything that the command changed is saved.\n"


def ran(shell: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which `W` stands for the program."""
    line = f"W() {{ '{sys.executable}' -m watchlist \"$@\"; }}; {shell}"
    environment = {**os.environ, **more}
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False, env=environment)


@pytest.mark.parametrize("command", ["show 'Drawing Closer'", "--help", "show --help", "upcoming --all", "zzz"])
def test_the_c_locale_gets_letters_by_their_codes(command: str) -> None:
    got = ran(f"W {command}", **C_LOCALE)
    assert (got.returncode, "Traceback" in got.stderr) == (2 if command == "zzz" else 0, False)
    assert (got.stdout + got.stderr).isascii()


def test_json_in_the_c_locale_is_json() -> None:
    got = ran("W show 'Drawing Closer' --json", **C_LOCALE)
    assert json.loads(got.stdout)["original_title"] == "余命一年の僕が、余命半年の君と出会った話。"


@pytest.mark.parametrize("command", ["list", "--help", "--version", "--show-completion bash"])
def test_a_full_disk_behind_stdout_is_said(command: str) -> None:
    got = ran(f"W add 'Shrek 5' && W {command} > /dev/full")
    assert (got.returncode, got.stderr) == (6, FULL)


def test_a_change_whose_words_are_lost_is_made(list_file: Path) -> None:
    assert ran("W add 'Shrek 5' > /dev/full").returncode == 6
    assert 'id = "shrek-5-2027"' in list_file.read_text()


@pytest.mark.parametrize(("command", "code"), [("show zzz", 3), ("zzz", 2), ("undo", 1)])
def test_a_full_disk_behind_stderr_keeps_the_exit_code(command: str, code: int) -> None:
    assert ran(f"W {command} 2> /dev/full").returncode == code


@pytest.mark.parametrize(("stream", "code", "said"), [("/dev/full", 6, FULL), (">(true)", 141, "")])
def test_a_remembered_answer_that_cannot_be_printed_is_not_begun_again(stream: str, code: int, said: str) -> None:
    ran("W add 'Shrek 5' && sleep 0.1 && W show 'shrk 5'")
    got = ran(f"exec 3> {stream}; sleep 0.1; W show 'shrk 5' >&3")
    assert (got.returncode, got.stderr) == (code, f"Assuming Shrek 5 (2027).\n{said}")


def test_an_answer_that_could_not_be_printed_is_not_remembered(home: Path) -> None:
    got = ran("W add 'Shrek 5'; sleep 0.1; W list > /dev/full; W list | true", PYTHONUNBUFFERED="")
    assert got.stderr == FULL
    assert not (home / "cache" / "watchlist" / "answers").exists()


def test_a_mark_for_the_start_of_a_file_is_not_repeated_inside_it() -> None:
    shell = "W add 'Shrek 5' >&2; cd $HOME; sleep 0.1; W list > one; (echo; W list) > two; cat two"
    printed = [ran(shell, PYTHONIOENCODING="utf-8-sig", WATCHLIST_CACHE=cache).stdout for cache in ("off", "")]
    assert printed[0].startswith("\nShrek 5")
    assert printed[1] == printed[0]


@pytest.mark.parametrize("command", ["--help", "upcoming --all", "search a --json", "--version"])
def test_a_reader_that_has_gone_is_141(command: str) -> None:
    got = ran(f"W {command} | true; exit ${{PIPESTATUS[0]}}")
    assert (got.returncode, got.stderr) == (141, "")


def test_a_pipe_that_is_full_and_does_not_wait_is_said() -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    while True:
        try:
            os.write(writer, b"x" * 4096)
        except BlockingIOError:
            break
    command = [sys.executable, "-m", "watchlist", "list", "--help"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    got = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False, env=environment)
    os.close(reader)
    os.close(writer)
    assert got.returncode == 6
    assert got.stderr.startswith("watchlist: cannot write the output: ")
    assert len(got.stderr.splitlines()) == 2
