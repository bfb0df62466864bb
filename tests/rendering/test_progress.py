"""A progress bar is drawn on a terminal, for what is large, and is gone afterwards."""

import io

import pytest

from terminal import plain
from watchlist.rendering.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def drawn(stream: io.StringIO, total: int, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    with progress("Reading films.toml", total, from_total=100) as done:
        done(total // 2)
        done(total - total // 2)
    return stream.getvalue()


def test_a_large_file_has_a_bar_that_leaves_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = drawn(Terminal(), 100, monkeypatch)
    assert "Reading films.toml" in plain(shown)
    assert "100%" in plain(shown)
    assert shown.endswith("\x1b[2K")


def test_a_small_file_and_a_pipe_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(Terminal(), 99, monkeypatch) == ""
    assert drawn(io.StringIO(), 100, monkeypatch) == ""
