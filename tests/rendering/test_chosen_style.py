"""The user's settings become the style of all words of one run."""

import contextvars

from watchlist.domain.settings import FirstTitle, Names, Pager, Settings
from watchlist.domain.tastes import Colours, Dates
from watchlist.rendering.chosen_style import use
from watchlist.rendering.style import STYLE, Style


def styled(settings: Settings, *, iso: bool = False) -> Style:
    def read() -> Style:
        use(settings, iso=iso)
        return STYLE.get()

    return contextvars.copy_context().run(read)


def test_without_settings_nothing_changes() -> None:
    assert styled(Settings()) == Style()


def test_each_setting_that_is_about_words_is_taken() -> None:
    mine = Settings(
        dates=Dates.MONTH,
        titles=FirstTitle.ORIGINAL,
        names=Names.FAMILY,
        colours=Colours.NEVER,
        pager=Pager.NEVER,
        services=("MUBI", "Disney+"),
    )
    assert styled(mine) == Style(
        Dates.MONTH,
        original_titles=True,
        family_first=True,
        colours=Colours.NEVER,
        pages=False,
        services=frozenset({"mubi", "disney"}),
    )


def test_iso_goes_before_the_setting() -> None:
    assert styled(Settings(dates=Dates.MONTH), iso=True).dates is Dates.ISO
