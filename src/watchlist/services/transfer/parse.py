"""Reading values as other programs write them: years, days, ratings, ids on other sites."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, tzinfo

from watchlist.domain.dates import Edtf
from watchlist.domain.errors import BadValue
from watchlist.domain.film import ExternalId
from watchlist.services.transfer.row import Cells

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
_PARTIAL = re.compile(r"\d{4}(?:-\d\d)?")
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?: .*)?")
_CTIME = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) \d\d:\d\d:\d\d (\d{4})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIRST_OF_1900S = 69
_FAR = 2
"""Years: a date further than this from a film's year is not its release date."""
_FIRST_YEAR, _LAST_YEAR = 1870, 2200
"""The years that a film file accepts."""


def parse_title(text: str) -> str:
    """Return a title; raise `BadValue` for an empty one."""
    if not text:
        raise BadValue("has no title")
    return text


def read_title(text: str, ids: Sequence[ExternalId]) -> str:
    """Return a title; it may only be empty if there are ids, otherwise `BadValue` is raised."""
    return text if ids else parse_title(text)


def parse_tags(text: str) -> tuple[str, ...]:
    """Read tags separated by commas."""
    return tuple(tag for tag in map(str.strip, text.split(",")) if tag)


def parse_year(text: str) -> int | None:
    """Read the year at the start of a text; None for an empty text; raise `BadValue` for anything else."""
    text = text.strip()
    match = re.match(r"[0-9]{4}(?![0-9])", text)
    if text and not match:
        raise BadValue(f'"{text}" is not a year')
    if match and not _FIRST_YEAR <= int(match[0]) <= _LAST_YEAR:
        raise BadValue(f"{match[0]} is not the year of a film")
    return int(match[0]) if match else None


def day_comes_first(values: Iterable[str]) -> bool | None:
    """Return whether numeric dates in a column have the day before the month; None if none of them tells."""
    for value in values:
        match = _FIGURES.fullmatch(value.strip())
        if match and int(match[1]) > 12:
            return True
        if match and int(match[2]) > 12:
            return False
    return None


def parse_day(text: str, *, day_first: bool | None = None, year: int | None = None) -> date | None:
    """Read a day: ISO, numeric, or in C's format; None for an empty text; raise `BadValue` for anything else.

    If `day_first` is None, slashes mean month first, dashes and dots day first. A two-digit year is the one
    nearest to `year`, or if that is None, from 1969 to 2068, as in C.
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
            first, second = int(match[1]), int(match[2])
            day, month = (first, second) if day_first else (second, first)
            return date(_whole_year(match[3], year), month, day)
        if match := _CTIME.fullmatch(text):
            return date(int(match[3]), _MONTHS.index(match[1]) + 1, int(match[2]))
    except ValueError:
        pass
    raise BadValue(f'"{text}" is not a date')


def _whole_year(figures: str, year: int | None) -> int:
    number = int(figures)
    if len(figures) > 2:
        return number
    if year is None:
        return number + (2000 if number < _FIRST_OF_1900S else 1900)
    return min((number + century for century in range(1800, 2300, 100)), key=lambda one: abs(one - year))


def parse_release(text: str, *, day_first: bool | None = None, year: int | None = None) -> Edtf | None:
    """Read a release date, which may be partial. 1 January means only the year: sites write it for an unknown day.

    Raises `BadValue` for a date that is far from the film's `year`, and so is not its release date.
    """
    text = text.strip()
    if _PARTIAL.fullmatch(text):
        return _near(Edtf.parse(text), int(text[:4]), year)
    day = parse_day(text, day_first=day_first, year=year)
    if day is None:
        return None
    return _near(_release_of(day), day.year, year)


def _near(shown: Edtf, year_shown: int, year: int | None) -> Edtf:
    if not _FIRST_YEAR <= year_shown <= _LAST_YEAR:
        raise BadValue(f"{year_shown} is not the year of a film")
    if year is not None and abs(year_shown - year) > _FAR:
        raise BadValue(f"{shown.text} is far from {year}, so it is not a release date")
    return shown


def _release_of(day: date) -> Edtf:
    return Edtf.parse(f"{day.year:04}") if (day.month, day.day) == (1, 1) else Edtf.of(day)


def parse_moment(text: str, zone: tzinfo | None) -> date | None:
    """Read a time, in UTC unless it states a zone, as a day in the user's zone; None for an empty text."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(zone).date()
    except (ValueError, OverflowError):
        raise BadValue(f'"{text}" is not a date with a time') from None


def read_rating(cells: Cells, text: str, *, best: int) -> int | None:
    """Read an optional rating as half stars; one in between is rounded, and that is noted in `cells`.

    0 means no rating, as some sites write it.
    """
    halves = None if text.strip() in ("0", "0.0") else cells.read(lambda: _half_stars(text, best))
    if halves is None:
        return None
    rounded = int(halves + 0.5)
    if rounded != halves:
        cells.lost.append(f"{text.strip()} of {best} became {rounded / 2:g} of 5 stars")
    return rounded


def _half_stars(text: str, best: int) -> float | None:
    number = text.strip().replace(",", ".")
    if not number:
        return None
    try:
        halves = float(number) * 10 / best
    except ValueError:
        raise BadValue(f'"{text.strip()}" is not a rating') from None
    if not 1 <= halves <= 10:
        raise BadValue(f'"{text.strip()}" is not a rating of 1 to {best}')
    return halves


def external_ids(**ids: object) -> tuple[ExternalId, ...]:
    """Return the ids that are not empty: `external_ids(imdb="tt1", tmdb="")` gives one."""
    return tuple(ExternalId(site, str(value).strip()) for site, value in ids.items() if value and str(value).strip())


def find_imdb_id(*texts: str) -> str:
    """Return the first IMDb id in some texts or addresses; "" if there is none."""
    return next((match[0] for text in texts if (match := re.search(r"tt\d{7,}", text))), "")
