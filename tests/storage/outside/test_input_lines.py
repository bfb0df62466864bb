"""Lines on standard input: titles or ids, without empty ones, and never more than is meant."""

import io

import pytest

from watchlist.domain.errors import InvalidFile
from watchlist.storage.outside.input_lines import read_input_lines


def read(monkeypatch: pytest.MonkeyPatch, data: bytes) -> tuple[str, ...]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    return read_input_lines()


def test_each_line_is_one_whatever_program_wrote_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\ufeff Alien 1979 \r\n\n\t\r\n余命\nHeat\u2028 2"
    assert read(monkeypatch, text.encode()) == ("Alien 1979", "余命", "Heat\u2028 2")
    assert read(monkeypatch, b"") == ()


def test_bytes_that_are_no_text_are_named_with_their_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidFile) as raised:
        read(monkeypatch, b"Alien\n\nHeat \xff\n")
    assert raised.value.lines == ("standard input, line 3: not UTF-8", "Nothing was changed.")


def test_four_mebibytes_are_read_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    most = b"x" * (4 * 1024 * 1024)
    assert read(monkeypatch, most) == (most.decode(),)
    with pytest.raises(InvalidFile) as raised:
        read(monkeypatch, most + b"\n")
    assert raised.value.lines == ("standard input: larger than 4 MiB", "Nothing was changed.")
