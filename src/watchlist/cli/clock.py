"""The clock: read here, and nowhere else."""

from datetime import datetime


def local_time() -> datetime:
    """Return the time in the user's own time zone."""
    return datetime.now().astimezone()
