"""EDTF dates: a date as precise as its source gave it, with bounds and a sort order.

The subset of EDTF (ISO 8601-2, as published by the Library of Congress in 2019) that film
news needs: days, months, years, seasons, quarters, thirds and halves of a year, unknown
digits, intervals, open intervals, qualifiers, and `XXXX` for "to be announced". A date is
a calendar day somewhere, never an instant, and a vague one is never padded into a day.
"""

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from watchlist.domain.errors import BadValue


class Hemisphere(StrEnum):
    """The hemisphere that decides what "spring" means: March to May, or September to November."""

    NORTH = "north"
    SOUTH = "south"


class Precision(StrEnum):
    """How precise a date is."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    QUADRIMESTER = "quadrimester"
    SEMESTER = "semester"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    TBA = "tba"


class Span(NamedTuple):
    """The first and the last day that a date can mean, both included; None for an open end."""

    earliest: date | None
    latest: date | None

    def contains(self, other: "Span") -> bool:
        """Return whether every day of `other` is in this span."""
        return (self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)) and (
            self.latest is None or (other.latest is not None and self.latest >= other.latest)
        )

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two spans share a day."""
        return (self.earliest is None or other.latest is None or self.earliest <= other.latest) and (
            self.latest is None or other.earliest is None or self.latest >= other.earliest
        )

    def agrees(self, other: "Span") -> bool:
        """Return whether one of the two spans contains the other."""
        return self.contains(other) or other.contains(self)

    @property
    def day(self) -> date | None:
        """The day, if the span is a single one."""
        return self.earliest if self.earliest == self.latest else None

    @property
    def order(self) -> tuple[bool, int, int]:
        """Sort key: by last day, then the narrower span; an open end sorts last."""
        return (
            self.latest is None,
            self.latest.toordinal() if self.latest else 0,
            -(self.earliest.toordinal() if self.earliest else 0),
        )


ANY_DAY = Span(None, None)


class Edtf(NamedTuple):
    """A date in EDTF notation, with its precision and bounds. Create one with `parse`."""

    text: str
    precision: Precision
    qualified: bool
    """True if `?`, `~` or `%` marks it as uncertain or approximate."""
    north: Span
    """The bounds if seasons are those of the northern hemisphere."""
    south: Span

    def __str__(self) -> str:
        return self.text

    @property
    def is_tba(self) -> bool:
        """True for `XXXX`: the source says that there is no date."""
        return self.precision is Precision.TBA

    @property
    def is_close(self) -> bool:
        """True for a day, a month, or an interval between such dates, unless it is uncertain."""
        ends = self.text.split("/") if self.precision is Precision.INTERVAL else [self.text]
        return not self.qualified and all(
            end not in _OPEN and _parse(end).precision in (Precision.DAY, Precision.MONTH) for end in ends
        )

    def span(self, hemisphere: Hemisphere = Hemisphere.NORTH) -> Span:
        """Return the bounds; only seasons 21 to 24 depend on the hemisphere."""
        return self.south if hemisphere is Hemisphere.SOUTH else self.north

    @classmethod
    def of(cls, day: date) -> "Edtf":
        """Return the date for exactly this day."""
        return cls.parse(day.isoformat())

    @classmethod
    def parse(cls, text: str) -> "Edtf":
        """Read EDTF notation; raise `BadValue` for anything else."""
        return _parse(text)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Edtf:
    if text == "XXXX":
        return Edtf(text, Precision.TBA, qualified=False, north=ANY_DAY, south=ANY_DAY)
    start, slash, end = text.partition("/")
    if not slash:
        precision, spans = _part(text)
    else:
        if start in _OPEN and end in _OPEN:
            raise BadValue(f'"{text}" is open at both ends; write XXXX for an unknown date')
        precision = Precision.INTERVAL
        starts = _BOTH_OPEN if start in _OPEN else _part(start)[1]
        ends = _BOTH_OPEN if end in _OPEN else _part(end)[1]
        spans = {half: Span(starts[half].earliest, ends[half].latest) for half in Hemisphere}
        for span in spans.values():
            if span.earliest and span.latest and span.earliest > span.latest:
                raise BadValue(f'"{text}" ends before it starts')
    return Edtf(
        text,
        precision,
        qualified=text[-1] in "?~%" or (bool(slash) and start[-1:] in _QUALIFIERS),
        north=spans[Hemisphere.NORTH],
        south=spans[Hemisphere.SOUTH],
    )


_OPEN = ("", "..")
_BOTH_OPEN = dict.fromkeys(Hemisphere, ANY_DAY)
_QUALIFIERS = ("?", "~", "%")
_PART = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?[?~%]?", re.ASCII)
_DIVISIONS = {
    **dict.fromkeys(range(21, 33), Precision.SEASON),
    **dict.fromkeys(range(33, 37), Precision.QUARTER),
    **dict.fromkeys(range(37, 40), Precision.QUADRIMESTER),
    **dict.fromkeys(range(40, 42), Precision.SEMESTER),
}
_FIRST_MONTH = {
    (21, Hemisphere.NORTH): 3,
    (22, Hemisphere.NORTH): 6,
    (23, Hemisphere.NORTH): 9,
    (24, Hemisphere.NORTH): 12,
    (21, Hemisphere.SOUTH): 9,
    (22, Hemisphere.SOUTH): 12,
    (23, Hemisphere.SOUTH): 3,
    (24, Hemisphere.SOUTH): 6,
}
_MONTHS_IN = {
    Precision.SEASON: 3,
    Precision.QUARTER: 3,
    Precision.QUADRIMESTER: 4,
    Precision.SEMESTER: 6,
}


def _part(text: str) -> tuple[Precision, dict[Hemisphere, Span]]:
    """Parse a date that is not an interval; return its precision and its bounds."""
    match = _PART.fullmatch(text)
    if match is None:
        raise BadValue(f'"{text}" is not a date: write 2027-06-25, 2027-06, 2027-21 (spring) or XXXX (TBA)')
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        if month:
            raise BadValue(f'"{text}" has a month in an unknown year')
        precision = Precision.CENTURY if year.endswith("XX") else Precision.DECADE
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return precision, _everywhere(_months(text, first, 1, 12 * (last - first + 1)))
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise BadValue(f'"{text}" has a day in an unknown month')
        return Precision.YEAR, _everywhere(_months(text, int(year), 1, 12))
    number = int(month)
    if number in _DIVISIONS:
        if day:
            raise BadValue(f'"{text}" has a day in a part of the year that is not a month')
        precision = _DIVISIONS[number]
        return precision, {
            half: _months(text, int(year), _first_month(number, half), _MONTHS_IN[precision]) for half in Hemisphere
        }
    if day in (None, "XX"):
        return Precision.MONTH, _everywhere(_months(text, int(year), number, 1))
    return Precision.DAY, _everywhere(Span(*[_day(text, int(year), number, int(day))] * 2))


def _first_month(division: int, half: Hemisphere) -> int:
    """Return the month in which a season (21-32), quarter, third or half of a year (33-41) begins."""
    if division <= 24:
        return _FIRST_MONTH[division, half]
    if division <= 28:
        return _FIRST_MONTH[division - 4, Hemisphere.NORTH]
    if division <= 32:
        return _FIRST_MONTH[division - 8, Hemisphere.SOUTH]
    if division <= 36:
        return 1 + 3 * (division - 33)
    if division <= 39:
        return 1 + 4 * (division - 37)
    return 1 + 6 * (division - 40)


def _months(text: str, year: int, first: int, count: int) -> Span:
    """Return the span of `count` months, cut at the end of the year 9999."""
    after = year * 12 + first - 1 + count
    earliest = _day(text, year, first, 1)
    if after // 12 > date.max.year:
        return Span(earliest, date.max)
    return Span(earliest, date(after // 12, after % 12 + 1, 1) - timedelta(days=1))


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadValue(f'"{text}" is not a valid day') from None


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or the last one of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    last = _months("", year, month + 1, 1).latest or date.max
    return last.replace(day=min(day.day, last.day))


def _everywhere(span: Span) -> dict[Hemisphere, Span]:
    return dict.fromkeys(Hemisphere, span)
