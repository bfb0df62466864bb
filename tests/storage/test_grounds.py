"""What an answer rests on: a file is told from every other file, and from itself after any change."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from watchlist.storage.grounds import LOOKS, identity, settled

SECOND = 1_000_000_000


def status(**different: int) -> os.stat_result:
    names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "atime", "mtime", "ctime")
    times = {"st_atime_ns": 1, "st_mtime_ns": 2, "st_ctime_ns": 3}
    values = [different.get(name, 1) for name in names]
    return os.stat_result(values, {name: different.get(name, value) for name, value in times.items()})


@pytest.mark.parametrize("name", ["st_mode", "st_ino", "st_dev", "st_uid", "st_size", "st_mtime_ns", "st_ctime_ns"])
def test_a_file_is_another_one_if_any_of_its_marks_is_another(name: str) -> None:
    assert identity(status()) == identity(status())
    assert identity(status(**{name: 7})) != identity(status())


def test_a_change_within_a_tick_of_the_clock_may_leave_a_file_its_time() -> None:
    assert settled(5 * SECOND + 1) == 5 * SECOND + 1 + SECOND // 100


def test_times_in_whole_seconds_take_two_seconds_to_settle() -> None:
    assert settled(5 * SECOND) == 7 * SECOND


def test_what_depends_on_all_variables_is_not_repeated() -> None:
    code = (
        "import os; from watchlist.storage import grounds; noted = grounds.begin()\n"
        "os.environ.get('HOME'); assert not noted.is_unique; dict(os.environ); assert noted.is_unique"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_name_that_no_file_can_have_is_none_that_is_there() -> None:
    assert LOOKS["file"]("a\0b") == "none 0"


def test_the_first_look_counts(tmp_path: Path) -> None:
    """A file that changes while the answer is made does not fit what was noted before it was read."""
    code = (
        "import sys; from watchlist.storage import grounds; noted = grounds.begin(); path = sys.argv[1]\n"
        "grounds.note(path); open(path, 'w').write('new'); grounds.note(path)\n"
        "assert list(noted) == ['file', path, 'none 2'], list(noted)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "file")], check=True)
