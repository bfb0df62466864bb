"""Reading: only regular files, and never more than is meant to be there."""

import os
from pathlib import Path

import pytest

from program import Run
from watchlist.domain.errors import DiskFailed, InvalidFile
from watchlist.storage.files import read_bytes, write_whole


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


def sparse(path: Path) -> Path:
    path.touch()
    os.truncate(path, 1 << 40)
    return path


@pytest.mark.parametrize("command", [("list",), ("add", "Alien 1979"), ("undo",)])
def test_a_sparse_list_is_refused_at_once(command: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    ran = run("--file", str(sparse(tmp_path / "list.toml")), *command)
    assert ran.code in (1, 5)
    assert command == ("undo",) or "larger than" in ran.err


def test_a_sparse_catalogue_is_refused_at_once(run: Run, tmp_path: Path, home: Path) -> None:
    ran = run("catalogue", "add", str(sparse(tmp_path / "films.toml")))
    assert (ran.code, "larger than" in ran.err) == (5, True)
    kept = home / "data" / "watchlist" / "catalogues" / "0001-films.toml"
    kept.parent.mkdir(parents=True)
    sparse(kept)
    assert run("show", "Alien 1979").code == 5


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser can try")
def test_what_sudo_makes_belongs_to_the_user_whose_home_it_is(run: Run, home: Path) -> None:
    for path in (home, *home.rglob("*")):
        os.chown(path, 65534, 65534, follow_symlinks=False)
    for command in (("add", "Alien 1979"), ("add", "Heat 2", "--release", "2027"), ("config", "set", "regions", "JP")):
        assert run(*command).code == 0
    run()
    run("undo")
    kept = [path for path in home.rglob("*") if "cache" not in path.parts]
    assert {path.stat().st_uid for path in kept} == {65534}
    assert len(kept) > 15


def test_settings_of_any_size_are_refused(run: Run, home: Path) -> None:
    path = home / "config" / "watchlist" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"#" * (2 << 20))
    assert run("config", "set", "regions", "JP").code == 5
    ran = run("list")
    assert (ran.code, ran.err.splitlines()[0]) == (5, f"watchlist: {path}: larger than 1 MiB")


@pytest.mark.parametrize(("surely", "waits"), [(True, 2), (False, 1)])
def test_a_file_that_may_be_lost_waits_for_the_disk_once_and_any_other_for_its_name_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, surely: bool, waits: int
) -> None:
    synced: list[int] = []
    monkeypatch.setattr("os.fsync", synced.append)
    write_whole(tmp_path / "file", b"whole", surely=surely)
    assert ((tmp_path / "file").read_bytes(), len(synced)) == (b"whole", waits)
