"""Reading days as people say them, relative to today: "yesterday", "last Friday", "3 days ago", "20 nov", "-3d", "2w".

A phrase such as "20 nov" or "2w" is in the past or the future, depending on the option: something done is in the
past, something awaited in the future.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta

from watchlist.domain.dates import Span


def spoken_days(text: str, today: date, *, ahead: bool) -> Span | None:
    """Read a phrase relative to today; None if it is not one, or if the day is outside the calendar.

    A phrase that may be past or future is taken as future if `ahead` is set, otherwise as past.
    """
    phrase = " ".join(text.replace(",", " ").split()).casefold().removeprefix("on ")
    for pattern, read in _READERS:
        found = re.fullmatch(pattern, phrase)
        if found:
            try:
                return read(found.groupdict(default=""), today, 1 if ahead else -1)
            except (ValueError, OverflowError, StopIteration):
                return None
    return None


_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NEAR = {
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_UNIT = r"(?P<unit>d|days?|w|wks?|weeks?|m|months?|y|yrs?|years?)"
_COUNT = rf"(?P<count>[0-9]{{1,5}}|an?|{'|'.join(_COUNTS)})"
_WEEKDAY = (
    r"(?:(?P<rel>last|this past|past|this|next|coming) )?"
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"


def _near(parts: dict[str, str], today: date, side: int) -> Span:
    del side
    return _one(today + timedelta(days=_NEAR[parts["near"]]))


def _offset(parts: dict[str, str], today: date, side: int) -> Span:
    """Read "3 days ago", "in 2 weeks", "-3d" and "2w"."""
    is_future = parts.get("sign") == "+" or bool(parts.get("in"))
    is_past = parts.get("sign") in ("-", "−", "–") or bool(parts.get("ago"))
    if is_future and is_past:
        raise ValueError("both ways")
    sign = 1 if is_future or (side > 0 and not is_past) else -1
    word = parts["count"]
    count = 1 if word in ("a", "an") else _COUNTS.index(word) if word in _COUNTS else int(word)
    unit = parts["unit"][0]
    try:
        if unit in "dw":
            return _one(today + timedelta(days=sign * count * (7 if unit == "w" else 1)))
        return _one(_months_later(today, sign * count * (12 if unit == "y" else 1)))
    except (ValueError, OverflowError):
        return _one(date.max if sign > 0 else date.min)


def _months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month; raises `ValueError` outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, monthrange(year, month + 1)[1]))


def _weekday(parts: dict[str, str], today: date, side: int) -> Span:
    """Read "last Friday", the last one before today, or "next Friday", the one in next week."""
    wanted, rel = _WEEKDAYS.index(parts["weekday"][:3]), parts["rel"]
    if rel == "next":
        return _one(today + timedelta(days=7 - today.weekday() + wanted))
    if rel in ("last", "past", "this past"):
        return _one(today - timedelta(days=(today.weekday() - wanted - 1) % 7 + 1))
    if side < 0 and rel != "coming":
        return _one(today - timedelta(days=(today.weekday() - wanted) % 7))
    return _one(today + timedelta(days=(wanted - today.weekday()) % 7))


def _day_of_year(parts: dict[str, str], today: date, side: int) -> Span:
    """Read "20 nov": the nearest one in the past or future, today included."""
    month, day = _MONTHS.index(parts["month"][:3]) + 1, int(parts["day"])
    return _one(_nearest((found for year in _years(today, side) if (found := _made(year, month, day))), today, side))


def _day_of_month(parts: dict[str, str], today: date, side: int) -> Span:
    """Read "the 20th": the nearest one in the past or future, today included."""
    months = (_months_later(today.replace(day=1), side * step) for step in range(4))
    days = (_made(first.year, first.month, int(parts["day"])) for first in months)
    return _one(_nearest((day for day in days if day), today, side))


def _month(parts: dict[str, str], today: date, side: int) -> Span:
    """Read "june", the current or nearest one, or "last June", "next June", never the current one."""
    number, rel = _MONTHS.index(parts["month"][:3]) + 1, parts["rel"]
    side = {"last": -1, "next": 1}.get(rel, side)
    this = today.replace(day=1)
    firsts = (date(year, number, 1) for year in _years(today, side))
    if rel:
        return _whole_month(next(one for one in firsts if (one < this if side < 0 else one > this)))
    return _whole_month(next(one for one in firsts if (one <= this if side < 0 else one >= this)))


def _unit(parts: dict[str, str], today: date, side: int) -> Span:
    """Read "last week", "this month", "next year", "this weekend"."""
    del side
    steps = {"last": -1, "this": 0, "next": 1}[parts["rel"]]
    if parts["span"] == "year":
        return Span(date(today.year + steps, 1, 1), date(today.year + steps, 12, 31))
    if parts["span"] == "month":
        return _whole_month(_months_later(today.replace(day=1), steps))
    monday = today + timedelta(days=7 * steps - today.weekday())
    return Span(monday + timedelta(days=5 if parts["span"] == "weekend" else 0), monday + timedelta(days=6))


def _one(day: date) -> Span:
    return Span(day, day)


def _whole_month(first: date) -> Span:
    return Span(first, first.replace(day=monthrange(first.year, first.month)[1]))


_LEAP = 9
"""Years, among which any day of the calendar, 29 February too, occurs at least once."""


def _years(today: date, side: int) -> Iterator[int]:
    years = (today.year + side * step for step in range(_LEAP))
    return (year for year in years if MINYEAR <= year <= MAXYEAR)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(days: Iterator[date], today: date, side: int) -> date:
    for day in days:
        if day <= today if side < 0 else day >= today:
            return day
    raise ValueError("there is no such day")


_Reader = Callable[[dict[str, str], date, int], Span]

"""Reads the parts of a phrase, relative to today; the number is 1 for the future, -1 for the past."""

_READERS: tuple[tuple[str, _Reader], ...] = (
    (rf"(?P<near>{'|'.join(_NEAR)})", _near),
    (rf"(?P<sign>[-+−–]) ?{_COUNT} ?{_UNIT}", _offset),
    (rf"(?P<in>in )?{_COUNT} ?{_UNIT}(?P<ago> ago)?", _offset),
    (_WEEKDAY, _weekday),
    (rf"(?:the )?{_DAY}(?: of)? ?{_MONTH}", _day_of_year),
    (rf"{_MONTH} ?{_DAY}", _day_of_year),
    (r"the (?P<day>[0-9]{1,2})(?:st|nd|rd|th)", _day_of_month),
    (rf"(?:(?P<rel>last|next) )?{_MONTH}", _month),
    (r"(?P<rel>last|this|next) (?P<span>week|weekend|month|year)", _unit),
)
