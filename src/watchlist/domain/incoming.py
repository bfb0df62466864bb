"""A file that somebody wants to bring in, by its name and its bytes."""

from typing import NamedTuple


class Incoming(NamedTuple):
    """A file that comes in; `archive` is the name of the ZIP that it was in."""

    name: str
    data: bytes
    archive: str | None = None
