"""Reading the dates of an article, relative to the article's own day.

The result is as precise as the words, no more: "next summer" is a season, "Memorial Day weekend" is four days.
A date that the article leaves unclear is not read; the user is asked.
"""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from watchlist.domain.dates import Edtf
from watchlist.domain.errors import BadValue
from watchlist.services.article.date_finding import DateMention, Form, day_number, find_dates
from watchlist.services.article.holidays import holiday
from watchlist.services.article.years import Reference, said_year, stated_or_near, with_year

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}
_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}
_COUNTS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def read_date(mention: DateMention, at: Reference) -> Edtf | None:
    """Read a date; None if the article does not make clear which year, day, or order of day and month is meant."""
    try:
        text = _READERS[mention.form](mention.parts, at)
        return Edtf.parse(text) if text else None
    except (BadValue, ValueError, OverflowError):
        return None


def _iso(parts: dict[str, str], at: Reference) -> str | None:
    del at
    return parts["iso"]


def _numeric(parts: dict[str, str], at: Reference) -> str | None:
    first, second = int(parts["a"]), int(parts["b"])
    day_first = True if first > 12 or parts.get("sep") == "." else False if second > 12 else at.day_first
    if first == second:
        day_first = True
    if day_first is None:
        return None
    day, month = (first, second) if day_first else (second, first)
    year = parts.get("y")
    if year:
        return f"{year if len(year) > 2 else '20' + year}-{month:02}-{day:02}"
    return _whole_day(with_year(at, lambda one: date(one, month, day)))


def _days(parts: dict[str, str], at: Reference) -> str | None:
    month = _month(parts)
    first = stated_or_near(parts, at, lambda year: date(year, month, int(parts["day"])))
    return f"{first}/{first.replace(day=int(parts['last']))}" if first and int(parts["last"]) > first.day else None


def _span(parts: dict[str, str], at: Reference) -> str | None:
    month, end = _month(parts), _month({"month": parts["end"]})
    first = stated_or_near(parts, at, lambda year: date(year, month, int(parts["day"])))
    last = first and date(first.year + (end < month), end, int(parts["last"]))
    return f"{first}/{last}" if first and last and last > first else None


def _day(parts: dict[str, str], at: Reference) -> str | None:
    month = _month(parts)
    return _whole_day(stated_or_near(parts, at, lambda year: date(year, month, day_number(parts))))


def _bare_day(parts: dict[str, str], at: Reference) -> str | None:
    """Read "the 19th": the first one on or after the previous date, else on or after the article's day."""
    start = _previous_day(at) or at.today
    if start is None:
        return None
    first = start.replace(day=1)
    days = (found for step in range(3) if (found := _made_day(first + relativedelta(months=step), day_number(parts))))
    return _whole_day(next((day for day in days if day >= start), None))


def _made_day(month: date, day: int) -> date | None:
    try:
        return month.replace(day=day)
    except ValueError:
        return None


def _month_of(parts: dict[str, str], at: Reference) -> str | None:
    month, rel = _month(parts), parts.get("rel", "").lower()
    told = at.previous or at.before
    before = told.span().earliest if told else None
    if rel == "that" and before:
        return f"{before.year}-{month:02}"
    if rel in ("next", "last") and at.today:
        later = month > at.today.month
        year = (
            at.today.year + (0 if later else 1)
            if rel == "next"
            else at.today.year - (1 if month >= at.today.month else 0)
        )
        return f"{year}-{month:02}"
    found = stated_or_near(
        parts, at, lambda year: date(year, month, 1), until=lambda day: day + relativedelta(months=1, days=-1)
    )
    return f"{found:%Y-%m}" if found else None


def _part_of_month(parts: dict[str, str], at: Reference) -> str | None:
    month = _month_of(parts, at)
    if month is None:
        return None
    last = Edtf.parse(month).span().latest
    first, end = {"e": (1, 10), "m": (11, 20), "l": (21, last.day if last else 28)}[_third(parts)]
    return f"{month}-{first:02}/{month}-{end:02}"


def _third(parts: dict[str, str]) -> str:
    """Return the part of a month or year that the words mean: "e" (early), "m" (mid) or "l" (late)."""
    part = parts["part"].lower()
    if "end" in part or part.startswith("late"):
        return "l"
    return "m" if part.startswith("mid") else "e"


def _season(parts: dict[str, str], at: Reference) -> str | None:
    number = _SEASONS[parts["season"].lower()]
    rel = parts.get("rel", "").lower()
    if at.today and rel.endswith("next"):
        return f"{at.today.year + 1 - (number == 24 and at.today.month < 3)}-{number}"
    start = _SEASON_START[number]
    found = stated_or_near(
        parts, at, lambda year: date(year, start, 1), until=lambda day: day + relativedelta(months=3, days=-1)
    )
    if rel.startswith("last") and found and at.today and found > at.today:
        found = found.replace(year=found.year - 1)
    return f"{found.year}-{number}" if found else None


def _quarter(parts: dict[str, str], at: Reference) -> str | None:
    number = int(parts["q"][1]) if "q" in parts else _ORDINALS[parts["ordinal"].lower()]
    found = stated_or_near(
        parts, at, lambda year: date(year, number * 3 - 2, 1), until=lambda day: day + relativedelta(months=3, days=-1)
    )
    return f"{found.year}-{32 + number}" if found else None


def _fiscal_quarter(parts: dict[str, str], at: Reference) -> str | None:
    """Read a quarter of a fiscal year, which is named after the calendar year in which it ends."""
    if at.fiscal_start is None:
        return None
    number = int(parts.get("quarter") or _ORDINALS[(parts.get("ordinal") or parts["fiscal"]).lower()])
    year = int(parts["fy"]) + (2000 if len(parts["fy"]) == 2 else 0)
    begins = date(year - (at.fiscal_start > 1), at.fiscal_start, 1) + relativedelta(months=3 * (number - 1))
    if begins.month % 3 == 1:
        return f"{begins.year}-{33 + begins.month // 3}"
    return f"{begins:%Y-%m}/{begins + relativedelta(months=2):%Y-%m}"


def _half(parts: dict[str, str], at: Reference) -> str | None:
    second = parts.get("h", "")[1:] == "2" or parts.get("which", "").lower() in (
        "second",
        "2nd",
        "back",
        "latter",
        "last",
    )
    year = said_year(parts, at)
    return f"{year}-{41 if second else 40}" if year else None


def _part_of_year(parts: dict[str, str], at: Reference) -> str | None:
    year = said_year(parts, at)
    return f"{year}-{ {'e': 37, 'm': 38, 'l': 39}[_third(parts)] }" if year else None


def _year(parts: dict[str, str], at: Reference) -> str | None:
    del at
    return parts["year"]


def _weekday(parts: dict[str, str], at: Reference) -> str | None:
    if at.today is None:
        return None
    wanted = _WEEKDAYS.index(parts["weekday"][:3].lower())
    rel = parts.get("rel", "").lower()
    if "following" in rel:
        start = _previous_day(at)
        return _whole_day(start and start + timedelta(days=(wanted - start.weekday() - 1) % 7 + 1))
    if rel in ("last", "this past") or (at.past and rel in ("", "this")):
        return _whole_day(
            at.today - timedelta(days=(at.today.weekday() - wanted - (rel == "last")) % 7 + (rel == "last"))
        )
    if rel == "next":
        monday = at.today - timedelta(days=at.today.weekday()) + timedelta(days=7)
        return _whole_day(monday + timedelta(days=wanted))
    return _whole_day(at.today + timedelta(days=(wanted - at.today.weekday()) % 7))


def _near(parts: dict[str, str], at: Reference) -> str | None:
    days = {"yesterday": -1, "tomorrow": 1}.get(parts["near"].lower(), 0)
    return _whole_day(at.today and at.today + timedelta(days=days))


def _unit(parts: dict[str, str], at: Reference) -> str | None:
    """Read "next month" relative to the article's day, "the following month" relative to the previous date."""
    rel, unit = parts["rel"].lower(), parts["unit"].lower()
    told = at.previous or at.before if "following" in rel else None
    today = (told.span().latest if told else None) or at.today
    if today is None:
        return None
    steps = -1 if rel.startswith("last") or "past" in rel else 1 if "next" in rel or "following" in rel else 0
    if "coming" in rel and unit in ("month", "year"):
        steps = 1
    if unit == "year":
        part = "-39" if rel.startswith(("late ", "end", "the end")) else "-37" if rel.startswith("early") else ""
        return f"{today.year + steps}{part}"
    if unit == "month":
        month = today.replace(day=1) + relativedelta(months=steps)
        return f"{month:%Y-%m}"
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * steps)
    first = monday + timedelta(days=4) if unit == "weekend" else monday
    return f"{first}/{monday + timedelta(days=6)}"


def _offset(parts: dict[str, str], at: Reference) -> str | None:
    before = at.previous.span().earliest if at.previous else None
    if "same" in parts and parts["unit"].lower() == "month" and before:
        return f"{before:%Y-%m}"
    start = _previous_day(at)
    if start is None:
        return None
    if "same" in parts:
        return _same_unit(parts["unit"].lower(), start)
    word = parts.get("count", "one").lower()
    count = (
        40 if word == "forty" else 1 if word in ("a", "an") else int(word) if word.isdigit() else _COUNTS.index(word)
    )
    unit = parts["unit"].rstrip("s")
    if unit == "fortnight":
        return f"{start + timedelta(days=14)}"
    moved = start + relativedelta(**{f"{unit}s": count})  # type: ignore[arg-type]
    if "following" in parts and unit in ("month", "year"):
        return f"{moved:%Y-%m}" if unit == "month" else f"{moved.year}"
    return f"{moved}~" if "about" in parts else f"{moved}"


def _same_unit(unit: str, start: date) -> str:
    """Read "that same week", relative to the day before it in the text."""
    monday = start - timedelta(days=start.weekday())
    first = {"week": monday, "weekend": monday + timedelta(days=4)}.get(unit)
    return f"{first}/{monday + timedelta(days=6)}" if first else start.isoformat()


def _holiday(parts: dict[str, str], at: Reference) -> str | None:
    name = parts["holiday"].lower().replace("’", "'")
    weekend = "weekend" in parts

    def days(year: int) -> tuple[date, date]:
        found = holiday(name, year, weekend=weekend)
        if found is None:
            raise ValueError(name)
        return found

    rel = parts.get("rel", "").lower()
    relative = {
        **parts,
        "relyear": parts.get("yearof", "").lower() or {"next": "next year", "last": "last year"}.get(rel, ""),
    }
    relative = relative if relative["relyear"] else parts
    first = stated_or_near(relative, at, lambda year: days(year)[0])
    if first is None:
        return None
    start, end = days(first.year)
    if start.year != first.year:
        return None
    return f"{start}/{end}" if weekend else f"{start}"


def _none(parts: dict[str, str], at: Reference) -> str | None:
    del parts, at
    return "XXXX"


_READERS: dict[Form, Callable[[dict[str, str], Reference], str | None]] = {
    Form.ISO: _iso,
    Form.NUMERIC: _numeric,
    Form.SHORT_NUMERIC: _numeric,
    Form.DAYS: _days,
    Form.SPAN: _span,
    Form.BARE_DAY: _bare_day,
    Form.DAY: _day,
    Form.PART_OF_MONTH: _part_of_month,
    Form.MONTH: _month_of,
    Form.SEASON: _season,
    Form.QUARTER: _quarter,
    Form.FISCAL_QUARTER: _fiscal_quarter,
    Form.HALF: _half,
    Form.PART_OF_YEAR: _part_of_year,
    Form.YEAR: _year,
    Form.WEEKDAY: _weekday,
    Form.NEAR: _near,
    Form.UNIT: _unit,
    Form.OFFSET: _offset,
    Form.HOLIDAY: _holiday,
    Form.NONE: _none,
}


def _month(parts: dict[str, str]) -> int:
    return _MONTHS.index(parts["month"][:3].lower()) + 1


def _whole_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _previous_day(at: Reference) -> date | None:
    told = at.previous or at.before
    return told.span().day if told else None


_TIED_TO_A_DAY = (Form.WEEKDAY, Form.SEASON, Form.HOLIDAY, Form.PART_OF_YEAR, Form.QUARTER)


def read_relative_date(phrase: str, today: date) -> Edtf | None:
    """Read a phrase that is a date relative to today, such as "this Friday"; None if anything in it is unclear."""
    for shown in (phrase, phrase.title()):
        for one in find_dates(shown):
            whole = one.start == 0 and one.end == len(shown)
            tied = one.parts.keys() & {"rel", "relyear", "yearof", "year"}
            if whole and tied and one.form in _TIED_TO_A_DAY:
                return read_date(one, Reference(today))
    return None
