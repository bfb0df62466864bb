"""Reading: only regular files, and never more than is meant to be there."""

import os
from pathlib import Path

import pytest

from program import Run
from watchlist.domain.errors import DiskFailed, InvalidFile
from watchlist.storage.files import read_bytes


def test_a_sparse_file_is_refused_by_its_size_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse"
    path.touch()
    os.truncate(path, 1 << 40)
    for limit in (None, 1 << 20):
        with pytest.raises(InvalidFile, match="larger than"):
            read_bytes(path, limit=limit)


def test_a_file_that_is_longer_than_it_says_is_refused_on_the_way() -> None:
    endless = Path("/proc/self/smaps")
    if not endless.exists():
        pytest.skip("this system has no /proc")
    assert endless.stat().st_size == 0
    with pytest.raises(InvalidFile, match="larger than"):
        read_bytes(endless, limit=16)


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DiskFailed, match="is not a regular file"):
        read_bytes(tmp_path / "pipe")


@pytest.mark.parametrize("command", [("import", "pipe"), ("import", "/proc/self/mem"), ("check", "pipe")])
def test_no_command_waits_for_a_pipe_or_reads_a_device(
    command: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert run(*command).code in (5, 6)


def test_settings_of_any_size_are_refused(run: Run, home: Path) -> None:
    path = home / "config" / "watchlist" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"#" * (2 << 20))
    ran = run("list")
    assert (ran.code, ran.err.splitlines()[0]) == (5, f"watchlist: {path}: larger than 1 MiB")
