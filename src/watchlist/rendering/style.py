"""The user's style of wording: dates, titles and names. Set once, before printing."""

from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple

from watchlist.domain.names import fold
from watchlist.domain.tastes import Colours, Dates, FirstTitle, Names, Pager

if TYPE_CHECKING:  # only loaded if the user has settings
    from watchlist.domain.settings import Settings


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


def use(settings: "Settings", *, iso: bool) -> None:
    """Word everything from here on as the settings say; `iso` overrides their date style."""
    STYLE.set(
        Style(
            Dates.ISO if iso else settings.dates,
            original_titles=settings.titles is FirstTitle.ORIGINAL,
            family_first=settings.names is Names.FAMILY,
            colours=settings.colours,
            pages=settings.pager is Pager.AUTO,
            services=frozenset(map(fold, settings.services)),
        )
    )
