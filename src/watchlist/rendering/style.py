"""The user's style of wording: dates, titles and names. Set once, before printing."""

from contextvars import ContextVar
from typing import NamedTuple

from watchlist.domain.tastes import Colours, Dates


class Style(NamedTuple):
    """What the user's settings say about words."""

    dates: Dates = Dates.DAY
    original_titles: bool = False
    family_first: bool = False
    colours: Colours = Colours.AUTO
    pages: bool = True
    """Whether output that is longer than the terminal goes through a pager."""
    services: frozenset[str] = frozenset()
    """The folded names of the services that the user has."""


STYLE: ContextVar[Style] = ContextVar("style", default=Style())  # noqa: B039  a frozen value
