"""How the user likes things shown: the closed sets of their settings, which all that is worded knows."""

from enum import StrEnum


class FirstTitle(StrEnum):
    """Which title of a film comes first."""

    ENGLISH = "english"
    ORIGINAL = "original"


class Names(StrEnum):
    """Which name of a person comes first, if it is known which one is the family name."""

    GIVEN = "given"
    FAMILY = "family"


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


class Pager(StrEnum):
    """Whether output longer than the terminal goes through a pager."""

    AUTO = "auto"
    NEVER = "never"
