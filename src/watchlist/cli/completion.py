"""The kinds of words that TAB can complete for an argument or an option's value.

A parameter names its kind after its description: `Annotated[str, typer.Option("--tag"), Offered.TAGS]`.
Members of an enum, files and counts need no mark. `FILES` and `NOTHING` stand for themselves; each of the other
values names a module in `cli.offers` and the function there that finds the words.
"""

from enum import StrEnum


class Offered(StrEnum):
    """The kinds of words that are offered; each value is a module in `cli.offers` and a function there."""

    CATALOGUE = "titles.catalogue"
    LISTED = "titles.listed"
    FILMS = "titles.films"
    TAGS = "names.tags"
    SERVICES = "names.services"
    REGIONS = "names.regions"
    CHANNELS = "names.channels"
    CATALOGUES = "names.catalogues"
    SETTINGS = "settings.settings"
    SETTING_VALUES = "settings.setting_values"
    DAYS = "days.days"
    MONTHS = "days.months"
    YEARS = "days.years"
    WINDOWS = "days.windows"
    COUNTS = "numbers.counts"
    COPIES = "numbers.copies"
    STARS = "numbers.stars"
    FILMS_OR_STARS = "numbers.films_or_stars"
    FILES = "files"
    NOTHING = "nothing"
