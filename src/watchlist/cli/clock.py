"""The clock: read here, and nowhere else."""

from datetime import datetime


def local_time() -> datetime:
    """Give the time, with the user's own zone."""
    return datetime.now().astimezone()
