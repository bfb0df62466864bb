"""Exported files stand beside each other, and none takes the place of another unless that is wanted."""

import os
from pathlib import Path

import pytest

from watchlist.domain.errors import DiskFailed, Refused
from watchlist.storage.outside.export_file import write_export_files

TWO = [(b"one", "-1"), (b"two", "-2")]


def test_each_file_has_its_suffix_before_the_ending(tmp_path: Path) -> None:
    written = write_export_files(tmp_path / "list.csv", TWO, force=False)
    assert {path: path.read_bytes() for path in written} == {
        tmp_path / "list-1.csv": b"one",
        tmp_path / "list-2.csv": b"two",
    }
    assert write_export_files(tmp_path / "list", [(b"x", "")], force=False) == (tmp_path / "list",)


def test_if_one_of_them_is_there_none_is_written_unless_that_is_forced(tmp_path: Path) -> None:
    mine = tmp_path / "list-2.csv"
    mine.write_bytes(b"mine")
    mine.chmod(0o640)
    with pytest.raises(Refused) as raised:
        write_export_files(tmp_path / "list.csv", TWO, force=False)
    assert raised.value.lines == (
        *(f"{mine} already exists", "It was left as it is.", "To overwrite it, add --force."),
    )
    assert ((tmp_path / "list-1.csv").exists(), mine.read_bytes()) == (False, b"mine")
    write_export_files(tmp_path / "list.csv", TWO, force=True)
    assert (mine.read_bytes(), mine.stat().st_mode & 0o777) == (b"two", 0o640)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_bytes(b"mine")
    (tmp_path / "list.csv").symlink_to("real.csv")
    write_export_files(tmp_path / "list.csv", [(b"new", "")], force=True)
    assert ((tmp_path / "list.csv").is_symlink(), (tmp_path / "real.csv").read_bytes()) == (True, b"new")


def test_a_folder_a_device_and_a_pipe_are_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    for place in (tmp_path, Path(), Path(".."), Path("/"), Path("pipe"), Path("/dev/null")):
        with pytest.raises(DiskFailed, match=f"^{place} is not a regular file$"):
            write_export_files(place, [(b"x", "")], force=True)
    with pytest.raises(DiskFailed, match=r"^cannot save .*/none/list\.csv: no such file or directory$"):
        write_export_files(tmp_path / "none" / "list.csv", [(b"x", "")], force=False)
