"""Values as other programs write them: years, days in many orders, ratings, ids on other sites."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, tzinfo

from watchlist.domain.dates import Edtf
from watchlist.domain.errors import BadValue
from watchlist.domain.film import ExternalId

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
_PARTIAL = re.compile(r"\d{4}(?:-\d\d)?")
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?: .*)?")
_CTIME = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) \d\d:\d\d:\d\d (\d{4})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CENTURY = 2000


def year_of(text: str) -> int | None:
    """Read a year, of several the first; None if there is none."""
    match = re.match(r"\d{4}(?!\d)", text.strip())
    return int(match[0]) if match else None


def days_come_first(values: Iterable[str]) -> bool | None:
    """Say in which order a column of dates in figures has day and month; None if it does not tell."""
    for value in values:
        match = _FIGURES.fullmatch(value.strip())
        if match and int(match[1]) > 12:
            return True
        if match and int(match[2]) > 12:
            return False
    return None


def day_of(text: str, *, day_first: bool | None = None) -> date | None:
    """Read a day: ISO, figures, or as C prints it; None for nothing; raise `BadValue` for anything else.

    Where the column does not tell the order, slashes mean month first, dashes and dots day first.
    """
    text = text.strip()
    if not text:
        return None
    try:
        if match := _ISO.fullmatch(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _FIGURES.fullmatch(text):
            if day_first is None:
                day_first = "/" not in text
            first, second, year = int(match[1]), int(match[2]), int(match[3])
            day, month = (first, second) if day_first else (second, first)
            return date(year + _CENTURY if year < 100 else year, month, day)
        if match := _CTIME.fullmatch(text):
            return date(int(match[3]), _MONTHS.index(match[1]) + 1, int(match[2]))
    except ValueError:
        pass
    raise BadValue(f'"{text}" is not a day')


def release_of(text: str, *, day_first: bool | None = None) -> Edtf | None:
    """Read a release date that may be partial; a 1 January stands for a year of which no day is known."""
    text = text.strip()
    if _PARTIAL.fullmatch(text):
        return Edtf.parse(text)
    day = day_of(text, day_first=day_first)
    if day is None:
        return None
    return Edtf.parse(f"{day.year:04}") if (day.month, day.day) == (1, 1) else Edtf.of(day)


def moment_of(text: str, zone: tzinfo | None) -> date | None:
    """Read a moment in UTC as the day that it was where the user is."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadValue(f'"{text}" is not a moment') from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(zone).date()


def half_stars_of(text: str, *, best: int) -> int | None:
    """Read a rating on a scale whose best is 5 or 10 as half stars; None for nothing; raise `BadValue`."""
    text = text.strip().replace(",", ".")
    if not text:
        return None
    try:
        halves = float(text) * 10 / best
    except ValueError:
        raise BadValue(f'"{text}" is not a rating') from None
    if not (1 <= halves <= 10 and halves.is_integer()):
        raise BadValue(f'"{text}" is not a rating of 1 to {best}')
    return int(halves)


def ids_of(**ids: object) -> tuple[ExternalId, ...]:
    """Collect the ids that say something: `ids_of(imdb="tt1", tmdb="")`."""
    return tuple(ExternalId(site, str(value).strip()) for site, value in ids.items() if value and str(value).strip())


def imdb_of(*texts: str) -> str:
    """Find a film's id on IMDb in a text or an address; "" if there is none."""
    return next((match[0] for text in texts if (match := re.search(r"tt\d{7,}", text))), "")
