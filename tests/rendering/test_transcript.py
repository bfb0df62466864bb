"""What is printed is taken down, and printed again as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """\
import sys
from watchlist.rendering.transcript import Transcript, print_again
taken = Transcript(int(sys.argv[1]))
print("first, é")
sys.stdout.flush()
print("then", file=sys.stderr)
print("last")
pieces = taken.finish()
sys.stderr = sys.__stderr__
print([bytes(text) for _, text in pieces] if pieces is not None else None, file=open(sys.argv[2], "w"))
print_again(pieces or ())
"""


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_it_is_printed_as_ever_and_taken_down_in_its_order(tmp_path: Path, unbuffered: str) -> None:
    both = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", CODE, "100", tmp_path / "taken"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    )
    assert both.stdout.decode() == "first, é\nthen\nlast\n" * 2


def test_what_is_too_long_is_not_taken_down(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", CODE, "12", tmp_path / "taken"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
    )
    assert (ran.stdout.decode(), ran.stderr) == (f"first, é{os.linesep}last{os.linesep}", b"then\n")
    assert (tmp_path / "taken").read_text() == "None\n"
