"""The memory of exported calendars: the events last written to each, in the state directory."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from watchlist.storage.files import locked, read_bytes, save


class Written(NamedTuple):
    """An event as last written: a digest of its content, its sequence number, and when it changed (ISO 8601).

    `summary`, `first` and `last` are needed to cancel it; earlier versions did not store them.
    """

    digest: str
    sequence: int
    changed: str
    summary: str = ""
    first: date | None = None
    last: date | None = None


def read_published(path: Path, calendar: str) -> dict[str, Written]:
    """Return the events last written to a calendar, by uid; none if the file cannot be read.

    Earlier versions remembered one calendar only: its events count for every calendar.
    """
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        content = _content(path)
        events = content["calendars"].get(calendar, {}) if "calendars" in content else content
        return {uid: _written(one) for uid, one in events.items()}
    return {}


def write_published(path: Path, calendar: str, published: Mapping[str, Written]) -> None:
    """Store the events now written to a calendar; a calendar without events is forgotten."""
    with locked(path) as real:
        before = read_bytes(real, limit=None)
        kept = {}
        with suppress(ValueError, TypeError, AttributeError, RecursionError):
            kept = dict(_content(real).get("calendars", {}))
        kept.pop(calendar, None)
        events = {uid: _table(event) for uid, event in published.items()}
        text = json.dumps({"calendars": {**kept, **({calendar: events} if events else {})}}, indent=0, sort_keys=True)
        save(real, text.encode(), read=before)


def _content(path: Path) -> Any:
    return json.loads(read_bytes(path) or b"{}")


def _written(table: Mapping[str, Any]) -> Written:
    first, last = (date.fromisoformat(table[key]) if table.get(key) else None for key in ("first", "last"))
    changed = datetime.fromisoformat(table["changed"]).isoformat()
    return Written(str(table["digest"]), int(table["sequence"]), changed, str(table.get("summary", "")), first, last)


def _table(event: Written) -> dict[str, Any]:
    days = {"first": event.first and event.first.isoformat(), "last": event.last and event.last.isoformat()}
    return {key: value for key, value in {**event._asdict(), **days}.items() if value not in (None, "")}
