"""Data of the program's own is kept whole, and what cannot be read is as if it were not there."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.domain.errors import DiskFailed
from watchlist.domain.json_value import Json
from watchlist.storage.memory.data_file import read_data, write_data

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab é", max_size=3), inner, max_size=3),
    max_leaves=5,
)


@given(value=VALUES)
@settings(max_examples=25)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, value: Json) -> None:
    path = tmp_path_factory.getbasetemp() / "data-file" / "data.json"
    write_data(path, value)
    assert read_data(path) == value


def test_the_file_is_private_in_a_folder_that_is_made_for_it_and_has_letters_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "new" / "data.json"
    write_data(path, {"title": "余命"})
    assert path.read_text(encoding="utf-8") == '{\n"title": "余命"\n}'
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_nothing_and_what_is_no_data_is_none(tmp_path: Path) -> None:
    path = tmp_path / "data.json"
    assert read_data(path) is None
    for text in (b"", b"{", b"\xff", b"[" * 100_000, b"9" * 5000):
        path.write_bytes(text)
        assert read_data(path) is None


def test_what_the_disk_refuses_is_said(tmp_path: Path) -> None:
    with pytest.raises(DiskFailed, match="is not a regular file"):
        read_data(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(DiskFailed, match=r"^cannot lock "):
        write_data(tmp_path / "file" / "data.json", 1)
