"""Copies of a file: what is kept of it, for how long, and in which order, whatever the clock says."""

from datetime import datetime, timedelta
from pathlib import Path

from adds import NOW
from watchlist.storage.changes import backups
from watchlist.storage.changes.backups import Backup, folder_for, holds, keep


def test_copies_are_in_the_order_in_which_they_were_made_whatever_the_clock_says(tmp_path: Path) -> None:
    for number in range(30):
        keep(tmp_path, b"%d" % number, NOW - timedelta(hours=number), surely=True)
    kept = [copy.path.read_bytes() for copy in backups.backups(tmp_path)]
    assert kept[:10] == [b"%d" % number for number in range(29, 19, -1)]
    assert kept[10:] == [b"12"]


def test_the_last_copy_of_each_of_thirty_days_is_kept(tmp_path: Path) -> None:
    for number in range(80):
        keep(tmp_path, b"%d" % number, NOW + timedelta(hours=12 * number), surely=True)
    copies = backups.backups(tmp_path)
    days = [copy.made.date() for copy in copies]
    assert (len(copies), len(set(days)), len(days[:10])) == (34, 30, 10)


def test_an_empty_copy_of_an_earlier_version_counts_for_nothing(tmp_path: Path) -> None:
    stamp = datetime(2026, 11, 20, 12)  # noqa: DTZ001
    (tmp_path / f"{stamp:%Y-%m-%dT%H-%M-%S-%f}.toml").write_bytes(b"good")
    (tmp_path / f"{stamp:%Y-%m-%dT%H-%M-%S}-000001.toml").write_bytes(b"")
    keep(tmp_path, b"", NOW, surely=True)
    assert [copy.path.read_bytes() for copy in backups.backups(tmp_path)] == [b"good"]


def test_a_copy_is_private_and_says_its_number_and_its_time(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "copies"
    keep(folder, b"one", NOW, surely=True)
    local = datetime(2026, 11, 20, 12)  # noqa: DTZ001
    path = folder / "000001_2026-11-20T12-00-00-000000.toml"
    assert backups.backups(folder) == (Backup(path, local, 1),)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"one", 0o600)


def test_what_the_newest_copy_holds_is_not_kept_again_and_half_a_copy_goes(tmp_path: Path) -> None:
    keep(tmp_path, b"one", NOW, surely=True)
    (tmp_path / ".000002.toml.77.tmp").write_bytes(b"ha")
    for data in (b"one", b"two", b"one"):
        keep(tmp_path, data, NOW, surely=True)
    assert [copy.path.read_bytes() for copy in backups.backups(tmp_path)] == [b"one", b"two", b"one"]
    assert list(tmp_path.glob(".*.tmp")) == []


def test_other_files_in_the_folder_are_no_copies_and_stay(tmp_path: Path) -> None:
    for name in ("mine.toml", "000001_2026-13-40T99-00-00-000000.toml", "x_2026-11-20T12-00-00-000000.toml", "notes"):
        (tmp_path / name).write_bytes(b"mine")
    for number in range(12):
        keep(tmp_path, b"%d" % number, NOW, surely=True)
    assert [copy.number for copy in backups.backups(tmp_path)] == list(range(12, 2, -1))
    assert (tmp_path / "mine.toml").read_bytes() == b"mine"


def test_lists_of_one_name_have_folders_of_their_own(tmp_path: Path) -> None:
    one, other = (folder_for(tmp_path, Path(place) / "watchlist.toml") for place in ("/a", "/b"))
    assert (one.parent, other.parent) == (tmp_path / "backups", tmp_path / "backups")
    assert (one.name.rpartition("-")[0], one == other, one == folder_for(tmp_path, Path("/a/watchlist.toml"))) == (
        *("watchlist", False, True),
    )


def test_a_copy_holds_just_its_bytes_and_one_that_is_gone_holds_none(tmp_path: Path) -> None:
    (tmp_path / "copy").write_bytes(b"one")
    assert [holds(tmp_path / name, data) for name, data in (("copy", b"one"), ("copy", b"two"), ("none", b""))] == [
        *(True, False, False),
    ]
