"""The bytes of an article come from a file or from standard input, and never more of them than it may have."""

import io
from pathlib import Path

import pytest

from watchlist.domain.errors import InvalidFile
from watchlist.storage.outside.article_file import read_article_file, read_proposals_file

MIB = 1024 * 1024


def sparse(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.truncate(size)
    return path


def test_an_article_is_read_as_it_is_from_a_file_or_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_bytes(b"<p>\xff")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"typed \xff")))
    assert [read_article_file(path) for path in (tmp_path / "page.html", Path("-"))] == [b"<p>\xff", b"typed \xff"]


def test_one_that_is_missing_or_too_large_is_refused_and_nothing_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sparse(tmp_path / "page.html", 5 * MIB)
    assert len(read_article_file(path)) == 5 * MIB
    sparse(path, 5 * MIB + 1)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    for file, lines in (
        (path, (f"{path}: larger than 5 MiB", "Nothing was changed.")),
        (Path("-"), ("standard input: larger than 5 MiB, too large for an article", "Nothing was kept.")),
        (tmp_path / "none", (f"{tmp_path}/none: there is no such file", "Nothing was kept.")),
    ):
        with pytest.raises(InvalidFile) as raised:
            read_article_file(file)
        assert raised.value.lines == lines


def test_proposals_are_a_file_of_one_mebibyte_at_most(tmp_path: Path) -> None:
    path = tmp_path / "proposals.json"
    path.write_bytes(b"[]")
    assert read_proposals_file(path) == b"[]"
    sparse(path, MIB + 1)
    for file, fact in ((path, f"{path}: larger than 1 MiB"), (Path("-"), "-: there is no such file")):
        with pytest.raises(InvalidFile) as raised:
            read_proposals_file(file)
        assert raised.value.fact == fact
