"""The memory of the calendar: which events were written with which sequence, in the state directory."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from watchlist.storage.files import locked, read_bytes, save

PublishedEvent = tuple[str, int, str]
"""A digest of what an event said, its sequence, and when it changed (ISO 8601)."""

_KEYS = ("digest", "sequence", "changed")


def read_published(path: Path) -> dict[str, PublishedEvent]:
    """Read the events as they were published last, by their uid; none if the file cannot be read."""
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        content = json.loads(read_bytes(path) or b"{}")
        return {
            uid: (str(one["digest"]), int(one["sequence"]), datetime.fromisoformat(one["changed"]).isoformat())
            for uid, one in content.items()
        }
    return {}


def write_published(path: Path, published: Mapping[str, PublishedEvent]) -> None:
    """Remember the events as they are published now."""
    content = {uid: dict(zip(_KEYS, event, strict=True)) for uid, event in published.items()}
    text = json.dumps(content, indent=0, sort_keys=True)
    with locked(path) as real:
        save(real, text.encode(), read=read_bytes(real, limit=None))
