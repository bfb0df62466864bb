"""A file that somebody wants to bring in, by its name and its bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that comes in; `archive` is the name of the ZIP that it was in."""

    name: str
    data: bytes
    archive: str | None = None
