"""How the user likes things shown: the settings that every view knows."""

from enum import StrEnum


class Dates(StrEnum):
    """How a day is written: 27 June 2024, June 27, 2024, or 2024-06-27."""

    DAY = "day"
    MONTH = "month"
    ISO = "iso"


class Colours(StrEnum):
    """Whether to use colour: where the terminal has it, always, or never."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"
