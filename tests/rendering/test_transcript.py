"""What is printed is taken down, and printed again as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from watchlist.rendering.transcript import print_again

CODE = """\
import sys, tempfile
from watchlist.rendering.transcript import Transcript, print_again
taken = Transcript(int(sys.argv[1]))
print("first, é")
sys.stdout.flush()
print("then", file=sys.stderr)
print("last")
pieces = taken.finish()
sys.stderr = sys.__stderr__
print([bytes(text) for _, text in pieces] if pieces is not None else None, file=open(sys.argv[2], "w"))
for stream, text in pieces or ():
    with tempfile.TemporaryFile() as file:
        file.write(bytes(text))
        file.flush()
        print_again([(stream, file.fileno(), 0, len(text))])
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


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe always waits there")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_what_a_pipe_took_only_in_part_is_not_taken_down(tmp_path: Path, unbuffered: str) -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    code = f"""if True:
    import os, sys
    from watchlist.rendering.transcript import Transcript
    taken = Transcript(1 << 20)
    try:
        print("x" * 100_000, flush=True)
    except BlockingIOError as error:
        print(error.strerror, file=sys.stderr)
    print(taken.finish(), file=open({str(tmp_path / "taken")!r}, "w"))
    os._exit(0)
    """
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    ran = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=True, env=environment)
    os.close(writer)
    os.close(reader)
    assert ran.stderr == (b"" if unbuffered else b"write could not complete without blocking\n")
    assert (tmp_path / "taken").read_text() == "None\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pipe that is full")
def test_a_pipe_takes_a_text_again_that_fits_into_it(tmp_path: Path) -> None:
    """The pages of a file can take up more of a pipe than its bytes do."""
    text = b"x" * 60_000
    (tmp_path / "text").write_bytes(b"head" * 512 + text)
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    with (tmp_path / "text").open("rb") as file:
        print_again([(writer, file.fileno(), 2048 + 30_000 * part, 30_000) for part in (0, 1)])
    assert os.read(reader, 1 << 20) == text
    os.close(writer)
    os.close(reader)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no answers to print again")
def test_a_long_text_goes_through_a_pipe_to_a_file_and_to_one_that_is_appended_to(tmp_path: Path) -> None:
    text = bytes(range(256)) * 1000
    (tmp_path / "text").write_bytes(b"head" + text + b"tail")
    stretches = f"[(1, os.open({str(tmp_path / 'text')!r}, 0), 4, {len(text)})]"
    code = f"import os; from watchlist.rendering.transcript import print_again; print_again({stretches})"
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout == text
    for mode in ("wb", "ab"):
        with (tmp_path / "out").open(mode) as out:
            subprocess.run(command, stdout=out, check=True)
    assert (tmp_path / "out").read_bytes() == text * 2


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
def test_a_text_goes_to_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"in 3 days")
    reader, terminal = os.openpty()
    with (tmp_path / "text").open("rb") as file:
        print_again([(terminal, file.fileno(), 3, 100)])
    assert os.read(reader, 100) == b"3 days"
    os.close(reader)
    os.close(terminal)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_a_full_disk_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"in 3 days")
    with (
        (tmp_path / "text").open("rb") as file,
        Path("/dev/full").open("wb") as full,
        pytest.raises(OSError, match="No space"),
    ):
        print_again([(full.fileno(), file.fileno(), 0, 9)])
