"""The orders in which a list can be shown."""

from enum import StrEnum


class Sort(StrEnum):
    """As it stands in the file, or by one property, the first or best on top."""

    LIST = "list"
    TITLE = "title"
    YEAR = "year"
    ADDED = "added"
    RATING = "rating"
    WATCHED = "watched"
    RELEASE = "release"
