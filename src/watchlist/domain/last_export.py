"""What is remembered of an import: the films that a list had in its latest export, and the day of that export."""

from datetime import date
from typing import NamedTuple


class LastExport(NamedTuple):
    """The ids of the films on a list elsewhere, in its latest export; `day` is None if that is not known."""

    films: tuple[str, ...] = ()
    day: date | None = None
