"""Files to import: archives that are traps, damaged or encrypted."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from program import Run

WATCHLIST = "Date,Name,Year,Letterboxd URI\n2025-02-08,Heat 2,,https://boxd.it/DErS\n2025-02-08,Shrek 5,2027,https://boxd.it/a\n"
WATCHED = "Date,Name,Year,Letterboxd URI\n2024-02-08,Alien,1979,https://boxd.it/2awY\n"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda file: file.writestr("watchlist.csv", b"0" * (70 << 20)), "unpacks to more than 64 MiB"),
        (lambda file: [file.writestr(f"lists/{n}.csv", "") for n in range(1001)], "contains more than 1000 files"),
        (lambda file: [file.writestr("watched.csv", WATCHED) for _ in range(2)], 'contains "watched.csv" twice'),
        (lambda file: file.writestr("x.txt", "x"), "is not a list in a known format"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_that_is_a_trap_is_refused(
    run: Run, tmp_path: Path, make: Callable[[zipfile.ZipFile], object], words: str
) -> None:
    path = tmp_path / "trap.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        make(file)
    ran = run("import", str(path))
    assert (ran.code, words in ran.err) == (5, True)


@pytest.mark.parametrize(
    ("offset", "value", "words"), [(6, 1, "cannot be read"), (8, 99, "cannot be read"), (30, 0, "damaged archive")]
)
def test_an_archive_that_is_encrypted_or_damaged_is_refused(
    run: Run, tmp_path: Path, offset: int, value: int, words: str
) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("watched.csv", WATCHED)
    data = bytearray(buffer.getvalue())
    central = data.index(b"PK\x01\x02")
    data[offset] = value
    data[central + offset + 2 if offset < 20 else offset] = value
    (tmp_path / "x.zip").write_bytes(data)
    ran = run("import", str(tmp_path / "x.zip"))
    assert (ran.code, words in ran.err) == (5, True)


def test_a_name_in_an_archive_is_never_a_path(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr("../../../watchlist.csv", WATCHLIST)
    assert run("import", str(tmp_path / "x.zip")).code == 0
    assert not (tmp_path.parent / "watchlist.csv").exists()
