"""Named days: when a holiday is in a given year, as a day or, with "weekend", as a span of days."""

from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, number: int) -> Callable[[int], date]:
    """Return the date of the nth weekday, Monday (0) to Sunday (6), of a month, in any year; -1 is the last one."""

    def day(year: int) -> date:
        if number > 0:
            first = date(year, month, 1)
            return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)

    return day


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Butcher's rule)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: _easter(year) + timedelta(days=days)


def _listed(*days: str) -> Callable[[int], date]:
    """Return a lunar holiday's date in any listed year; the result raises `KeyError` for other years."""
    years = {int(day[:4]): date.fromisoformat(day) for day in days}
    return lambda year: years[year]


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "martin luther king jr. day": _nth(1, 0, 3),
    "martin luther king day": _nth(1, 0, 3),
    "mlk day": _nth(1, 0, 3),
    "valentine's day": _fixed(2, 14),
    "presidents day": _nth(2, 0, 3),
    "president's day": _nth(2, 0, 3),
    "presidents' day": _nth(2, 0, 3),
    "st. patrick's day": _fixed(3, 17),
    "good friday": _from_easter(-2),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter": _from_easter(0),
    "ascension day": _from_easter(39),
    "mother's day": _nth(5, 6, 2),
    "memorial day": _nth(5, 0, -1),
    "juneteenth": _fixed(6, 19),
    "father's day": _nth(6, 6, 3),
    "independence day": _fixed(7, 4),
    "fourth of july": _fixed(7, 4),
    "july fourth": _fixed(7, 4),
    "july 4": _fixed(7, 4),
    "4th of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    "labour day": _nth(9, 0, 1),
    "indigenous peoples' day": _nth(10, 0, 2),
    "columbus day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "veterans day": _fixed(11, 11),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving": _nth(11, 3, 4),
    "thanksgiving eve": lambda year: _nth(11, 3, 4)(year) - timedelta(days=1),
    "black friday": lambda year: _nth(11, 3, 4)(year) + timedelta(days=1),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "st stephen's day": _fixed(12, 26),
    "anzac day": _fixed(4, 25),
    "australia day": _fixed(1, 26),
    "canada day": _fixed(7, 1),
    "republic day": _fixed(1, 26),
    "gandhi jayanti": _fixed(10, 2),
    "cinco de mayo": _fixed(5, 5),
    "bonfire night": _fixed(11, 5),
    "may day": _fixed(5, 1),
    "makar sankranti": _fixed(1, 14),
    "sankranti": _fixed(1, 14),
    "pongal": _fixed(1, 14),
    "dussehra": _listed("2024-10-12", "2025-10-02", "2026-10-20", "2027-10-09", "2028-09-27"),
    "lunar new year": _listed(
        "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03"
    ),
    "chinese new year": _listed(
        "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03"
    ),
    "diwali": _listed("2024-10-31", "2025-10-20", "2026-11-08", "2027-10-29", "2028-10-17", "2029-11-05", "2030-10-26"),
}
"""Names in lower case, with the day in a given year. Where countries differ, it is the American day."""


def holiday(name: str, year: int, *, weekend: bool = False) -> Days | None:
    """Return the first and last day of a holiday in a year; None if its day in that year is not known.

    The weekend of a Monday begins on Friday and ends on Monday, that of Thanksgiving runs from Thursday to
    Sunday, and that of any other day is the nearest Friday to Sunday.
    """
    try:
        day = HOLIDAYS[name](year)
    except KeyError:
        return None
    if not weekend:
        return day, day
    if name in ("easter", "easter sunday", "good friday"):
        return _easter(year) - timedelta(days=2), _easter(year) + timedelta(days=1)
    if name.startswith("thanksgiving"):
        thursday = HOLIDAYS["thanksgiving"](year)
        return thursday, thursday + timedelta(days=3)
    if day.weekday() == 0:
        return day - timedelta(days=3), day
    friday = day + timedelta(days=(4 - day.weekday() + 3) % 7 - 3)
    return friday, friday + timedelta(days=2)
