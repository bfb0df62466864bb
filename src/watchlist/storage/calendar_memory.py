"""The memory of the calendar: which events were written with which sequence, in the state directory."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from watchlist.domain.published import Published
from watchlist.storage.files import locked, read_bytes, save


def read_published(path: Path) -> dict[str, Published]:
    """Read what was published; nothing if it cannot be read: then all events begin anew."""
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        content = json.loads(read_bytes(path) or b"{}")
        return {uid: Published(**one) for uid, one in content.items()}
    return {}


def write_published(path: Path, published: Mapping[str, Published]) -> None:
    """Remember what is published now."""
    text = json.dumps({uid: one._asdict() for uid, one in published.items()}, indent=0, sort_keys=True)
    with locked(path) as real:
        save(real, text.encode(), read=read_bytes(real, limit=None))
