"""The style of wording that follows from the user's settings."""

from watchlist.domain.names import fold
from watchlist.domain.settings import FirstTitle, Names, Pager, Settings
from watchlist.domain.tastes import Dates
from watchlist.rendering.style import STYLE, Style


def use(settings: Settings, *, iso: bool) -> None:
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
