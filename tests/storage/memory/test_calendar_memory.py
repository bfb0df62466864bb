"""The memory of the calendar."""

from pathlib import Path

import pytest

from watchlist.storage.memory.calendar_memory import read_published, write_published

EVENTS = {"a@watchlist.invalid": ("0f", 2, "2026-11-20T12:00:00+00:00")}


def test_what_was_published_is_remembered(tmp_path: Path) -> None:
    write_published(tmp_path / "calendar.json", EVENTS)
    assert read_published(tmp_path / "calendar.json") == EVENTS


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '{"a": {}}', '{"a": 1}', '{"a": {"digest": "0", "sequence": 1, "changed": "x"}}']
)
def test_a_memory_that_cannot_be_read_is_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / "calendar.json").write_text(text)
    assert read_published(tmp_path / "calendar.json") == {}
