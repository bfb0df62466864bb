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


def parse_title(text: str) -> str:
    """Give a title; raise `BadValue` for an empty one."""
    if not text:
        raise BadValue("has no title")
    return text


def parse_tags(text: str) -> tuple[str, ...]:
    """Read tags with commas between them."""
    return tuple(tag for tag in map(str.strip, text.split(",")) if tag)


def parse_year(text: str) -> int | None:
    """Read the year that a text begins with; None if there is none."""
    match = re.match(r"\d{4}(?!\d)", text.strip())
    return int(match[0]) if match else None


def day_comes_first(values: Iterable[str]) -> bool | None:
    """Say whether dates in figures in one column put the day before the month; None if none of them tells."""
    for value in values:
        match = _FIGURES.fullmatch(value.strip())
        if match and int(match[1]) > 12:
            return True
        if match and int(match[2]) > 12:
            return False
    return None


def parse_day(text: str, *, day_first: bool | None = None) -> date | None:
    """Read a day: ISO, figures, or as C prints it; None for an empty text; raise `BadValue` for anything else.

    Where `day_first` does not tell the order, slashes mean month first, dashes and dots day first.
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
    raise BadValue(f'"{text}" is not a date')


def parse_release(text: str, *, day_first: bool | None = None) -> Edtf | None:
    """Read a release date that may be partial; 1 January stands for the year, as sites write it for an unknown day."""
    text = text.strip()
    if _PARTIAL.fullmatch(text):
        return Edtf.parse(text)
    day = parse_day(text, day_first=day_first)
    if day is None:
        return None
    return Edtf.parse(f"{day.year:04}") if (day.month, day.day) == (1, 1) else Edtf.of(day)


def parse_moment(text: str, zone: tzinfo | None) -> date | None:
    """Read a moment in UTC as the day that it was where the user is."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise BadValue(f'"{text}" is not a date with a time') from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(zone).date()


def parse_rating(text: str, *, best: int) -> int | None:
    """Read a rating of at most `best` (5 or 10) as half stars; None for an empty text; raise `BadValue`."""
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


def external_ids(**ids: object) -> tuple[ExternalId, ...]:
    """Give the ids that are not empty: `external_ids(imdb="tt1", tmdb="")` gives one."""
    return tuple(ExternalId(site, str(value).strip()) for site, value in ids.items() if value and str(value).strip())


def find_imdb_id(*texts: str) -> str:
    """Find a film's id on IMDb in a text or an address; "" if there is none."""
    return next((match[0] for text in texts if (match := re.search(r"tt\d{7,}", text))), "")
