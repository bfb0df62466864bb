"""The memory of the calendar."""

import json
from datetime import date
from pathlib import Path

from watchlist.storage.memory.calendar_memory import Written, read_published, write_published

DAY = date(2031, 6, 27)
EVENTS = {
    "a@watchlist.invalid": Written("0f", 2, "2026-11-20T12:00:00+00:00", "A", DAY, DAY),
    "gone@watchlist.invalid": Written("10", 3, "2026-11-20T12:00:00+00:00"),
}


def test_what_was_published_is_remembered_for_each_calendar(tmp_path: Path) -> None:
    path = tmp_path / "calendar.json"
    write_published(path, "one", EVENTS)
    write_published(path, "two", {})
    assert [read_published(path, name) for name in ("one", "two")] == [EVENTS, {}]


def test_the_memory_of_an_earlier_version_counts_for_each_calendar(tmp_path: Path) -> None:
    event = {"digest": "0f", "sequence": 2, "changed": "2026-11-20T12:00:00+00:00"}
    (tmp_path / "calendar.json").write_text(json.dumps({"a": event}))
    assert read_published(tmp_path / "calendar.json", "any") == {"a": Written("0f", 2, "2026-11-20T12:00:00+00:00")}


DAMAGED = (
    *("", "{", "[1]", '{"a": {}}', '{"a": 1}', '{"a": {"digest": "0", "sequence": 1, "changed": "x"}}'),
    *("[" * 100_000, '{"calendars": 3}'),
)


def test_a_memory_that_cannot_be_read_is_empty_and_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "calendar.json"
    for text in DAMAGED:
        path.write_text(text)
        assert (text[:20], read_published(path, "any")) == (text[:20], {})
        write_published(path, "one", EVENTS)
        assert read_published(path, "one") == EVENTS
