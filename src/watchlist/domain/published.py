"""What was last written about an event of a calendar, so that only what changed looks changed."""

from typing import NamedTuple


class Published(NamedTuple):
    """A digest of the event's content, its sequence number, and when it last changed (UTC, ISO 8601)."""

    digest: str
    sequence: int
    changed: str
