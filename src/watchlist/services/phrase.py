"""Reading dates as people type them: "June 27, 2024", "spring 2022", "late 2026", "TBA" become EDTF.

Nothing is guessed: a phrase without a year, or with two possible readings, is refused.
"""

import re
from contextlib import suppress
from datetime import date, datetime, timedelta

from watchlist.domain.dates import Edtf, Hemisphere, Span
from watchlist.domain.errors import BadValue
from watchlist.services.spoken_day import spoken_days

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(?P<year>\d{4})"
_PART = r"(?P<part>early|mid|middle of|late)"

_TBA = frozenset(("tba", "tbd", "tbc", "to be announced", "to be determined", "to be confirmed", "no date", "unknown"))
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_THIRDS = {"early": 37, "mid": 38, "middle of": 38, "late": 39}
_DAYS = {"early": (1, 10), "mid": (11, 20), "middle of": (11, 20), "late": (21, 31)}
_HALVES = {"first": 40, "1st": 40, "h1": 40, "second": 41, "2nd": 41, "h2": 41}

_PHRASES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_YEAR}",
        rf"(?P<season>spring|summer|autumn|fall|winter)(?: of)?,? {_YEAR}",
        rf"(?:q(?P<quarter>[1-4])|(?P<ordinal>1st|2nd|3rd|4th|first|second|third|fourth) quarter)(?: of)?,? {_YEAR}",
        rf"{_YEAR}[ -]?q(?P<quarter>[1-4])",
        rf"(?:(?P<half>h1|h2)|(?P<which>first|1st|second|2nd) half)(?: of)?,? {_YEAR}",
        rf"{_PART}[ -]{_YEAR}",
        rf"(?:{_PART}[ -])?{_MONTH}(?: of)?,? {_YEAR}",
        rf"{_YEAR} {_MONTH}",
    )
)
_ORDINALS = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}
_EXAMPLES = 'write 2027-06-25, "25 June 2027", "June 2027", "spring 2027", "Q3 2027", "late 2027", 2027 or TBA'
_PAST_DAYS = 'write 2026-11-20, "20 Nov", yesterday, "last Friday", "3 days ago" or -3d'
_BEGINNINGS = 'write 2w, "3 days ago", "last Friday", "20 Nov", 2026-11-20 or "June 2026"'
_FUTURE_DAYS = 'write 90d, 12w, 6m, 1y, "next Friday", "20 Dec" or 2027-06-25'
_LONGEST = 60


def parse_phrase(text: str, *, today: date, seasons: Hemisphere = Hemisphere.NORTH, forms: str = _EXAMPLES) -> Edtf:
    """Read EDTF or a phrase; raise `BadValue`, which offers `forms`, if it is not a date, has no year, or is ambiguous.

    `today` is used only for words such as "tomorrow", "this Friday" and "next summer". With southern `seasons`,
    "winter 2027" is the southern winter, whatever the region of the claim.
    """
    shown = _parse(text, today, forms)
    if seasons is Hemisphere.SOUTH and shown.text[5:] in _SEASONS_BY_REGION:
        return Edtf.parse(f"{shown.text[:5]}{int(shown.text[5:]) + _TO_SOUTHERN}")
    return shown


_SEASONS_BY_REGION = ("21", "22", "23", "24")
_TO_SOUTHERN = 8
"""EDTF level 2 has 21 to 24 for seasons of either hemisphere, and 29 to 32 for southern ones."""


def _parse(text: str, today: date, forms: str) -> Edtf:
    phrase = " ".join(text.split()).casefold()
    if not phrase or len(phrase) > _LONGEST:
        raise BadValue(f'"{text[:_LONGEST]}" is not a date: {forms}')
    if phrase in _TBA:
        return Edtf.parse("XXXX")
    if phrase in _NEAR:
        return Edtf.of(today + timedelta(days=_NEAR[phrase]))
    try:
        return Edtf.parse(phrase.upper())
    except BadValue:
        if _LOOKS_LIKE_EDTF.fullmatch(phrase):
            raise
    for pattern in _PHRASES:
        match = pattern.fullmatch(phrase)
        if match:
            return Edtf.parse(_edtf(match.groupdict()))
    relative = _relative(" ".join(text.split()), today)
    if relative:
        return relative
    return Edtf.of(_day(text, phrase, forms))


def _relative(phrase: str, today: date) -> Edtf | None:
    """Read "this Friday", "next summer", "Christmas Day 2027"; None if the words and today do not make it clear."""
    from watchlist.services.article.date_reading import read_relative_date

    return read_relative_date(phrase, today)


def parse_day(text: str, *, today: date) -> date:
    """Read one day, in any form or counted from today; "20 Nov" is the most recent one.

    Raises `BadValue` for anything vaguer.
    """
    days = _spoken(text, today, _PAST_DAYS)
    if days.earliest is None or days.earliest != days.latest:
        raise BadValue(f'"{text}" is not one day: {_PAST_DAYS}')
    return days.earliest


def parse_since(text: str, *, today: date) -> date:
    """Read the first day of a period: "2w" or "2 weeks ago", "last Friday", "20 Nov", "June 2026"; raise `BadValue`."""
    days = _spoken(text, today, _BEGINNINGS)
    if days.earliest is None:
        raise BadValue(f'"{text}" has no first day: {_BEGINNINGS}')
    return days.earliest


def parse_window(text: str, *, today: date) -> date:
    """Read how far ahead to look, and return the last day: "90d", "12 weeks", "next Friday", "20 Dec", "June 2027".

    Raises `BadValue` for anything else, and for days that are past.
    """
    with suppress(BadValue):
        days = _spoken(text, today, _FUTURE_DAYS, ahead=True)
        if days.latest is not None and days.latest >= today:
            return days.latest
    raise BadValue(f'"{text}" is not a length of time or a future date: {_FUTURE_DAYS}')


def _spoken(text: str, today: date, forms: str, *, ahead: bool = False) -> Span:
    """Read days counted from today, or a date in any other form."""
    return spoken_days(text, today, ahead=ahead) or parse_phrase(text, today=today, forms=forms).span()


_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_LOOKS_LIKE_EDTF = re.compile(r"[\dx]{4}(-[\dx]{2}){0,2}[?~%]?(/.*)?|\.\./.*")


def _edtf(found: dict[str, str | None]) -> str:
    """Write the parts of a phrase in EDTF notation."""
    year, month, part = found["year"], found.get("month"), found.get("part")
    if month:
        number = f"{year}-{_MONTHS.index(month[:3]) + 1:02}"
        if not part:
            return number
        first, last = _DAYS[part]
        latest = Edtf.parse(number).span().latest
        return f"{number}-{first:02}/{number}-{min(last, latest.day if latest else last):02}"
    if part:
        return f"{year}-{_THIRDS[part]}"
    if found.get("season"):
        return f"{year}-{_SEASONS[found['season'] or '']}"
    half = found.get("half") or found.get("which")
    if half:
        return f"{year}-{_HALVES[half]}"
    quarter = found.get("quarter") or _ORDINALS.get(found.get("ordinal") or "")
    return f"{year}-{32 + int(quarter)}" if quarter else f"{year}"


def _day(text: str, phrase: str, forms: str) -> date:
    """Read a full day in words or figures, if it has only one reading.

    dateutil fills missing parts from a default day, and prefers one order of day and month.
    Parsing with two defaults and in both orders shows when it guesses.
    """
    from dateutil import parser

    readings: set[date] = set()
    for default in (datetime(2000, 1, 1), datetime(2001, 2, 2)):  # noqa: DTZ001  only days count
        for dayfirst in (False, True):
            try:
                readings.add(parser.parse(phrase, default=default, dayfirst=dayfirst).date())
            except (ValueError, OverflowError, TypeError, AttributeError):
                raise BadValue(f'"{text}" is not a date: {forms}') from None
    if len(readings) > 1:
        raise BadValue(f'"{text}" can be read in several ways: {forms}')
    return readings.pop()
