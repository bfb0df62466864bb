"""Short words for lists with one line per film: "27 days", "Fri 18 Dec", "cinemas US"."""

from datetime import date

from watchlist.domain.claim import Channel, Claim
from watchlist.domain.countdown import Countdown, State
from watchlist.domain.dates import Edtf, Precision, Span
from watchlist.domain.names import fold
from watchlist.domain.region import WORLDWIDE
from watchlist.domain.release import Release, ReleaseKey
from watchlist.domain.tastes import Dates
from watchlist.rendering import wording
from watchlist.rendering.style import STYLE

_SHORT_MONTHS = {
    name: name[:3]
    for name in (
        *("January", "February", "March", "April", "June", "July"),
        *("August", "September", "October", "November", "December"),
    )
}
_MANY_DAYS = 100
"""Days; from this many on, a range is given in months."""
_DAYS_IN_MONTH = 30.4


def short_countdown(one: Countdown, span: Span | None, today: date) -> str:
    """Word a countdown: "27 days", "17 months", "by 30 Nov", "4 days ago"."""
    match one.state:
        case State.DATED:
            return _ahead(one)
        case State.DUE if one.days != one.days_latest and span and span.latest:
            return f"by {_short(_day_of_year(span.latest, today))}"
        case State.OVERDUE:
            return "overdue"
    return wording.countdown_words(one, span, today).removeprefix("out ") or "out"


def _ahead(one: Countdown) -> str:
    days, latest = one.days or 0, one.days_latest
    if days == latest:
        return "tomorrow" if days == 1 else f"{days:,} days"
    if latest is None:
        return f"{days:,}+ days"
    if latest < _MANY_DAYS:
        return f"{days}–{latest} days"
    first, last = round(days / _DAYS_IN_MONTH), round(latest / _DAYS_IN_MONTH)
    if latest - days < _DAYS_IN_MONTH:
        return wording.count(round((days + latest) / 2 / _DAYS_IN_MONTH), "month")
    return f"{first}–{last} months"


def short_date(release: Release, today: date) -> str:
    """Word a date: this year with its weekday, otherwise with the year; vague dates stay vague."""
    span = release.span
    if span and span.day and span.day.year == today.year and STYLE.get().dates is not Dates.ISO:
        return f"{span.day:%a} {_short(_day_of_year(span.day, today))}"
    return _short(wording.release_date_words(release))


def short_edtf(shown: Edtf) -> str:
    """Word a date without regard to today: "18 Jun 2027"."""
    return _short(wording.date_words(shown))


def short_reported(claim: Claim) -> str:
    """Say when a claim was made: "13 May 2024", "by 20 Nov 2026"."""
    if claim.reported is None:
        return "day unknown"
    latest = claim.reported.span().latest
    if claim.reported.precision is Precision.INTERVAL and latest:
        return f"by {short_day(latest)}"
    return short_edtf(claim.reported)


def _day_of_year(day: date, today: date) -> str:
    words = wording.day_words(day)
    return words if day.year != today.year else words.removesuffix(f" {day.year}").removesuffix(",")


def short_day(day: date) -> str:
    """Word a day: 27 Jun 2024."""
    return _short(wording.day_words(day))


def _short(words: str) -> str:
    for name, short in _SHORT_MONTHS.items():
        words = words.replace(name, short)
    return words


def short_place(key: ReleaseKey) -> str:
    """Word where and how: "cinemas US", "IMAX", "your Netflix"; no region means everywhere."""
    streamed = key.service and key.channel in (Channel.DIGITAL, Channel.TV)
    how = key.service or wording.channel_words(key.channel)
    if key.service and not streamed and key.channel is not Channel.LIMITED:
        how = f"{wording.channel_words(key.channel)} ({key.service})"
    if streamed and fold(key.service or "") in STYLE.get().services:
        how = f"your {how}"
    return how if key.region == WORLDWIDE else f"{how} {key.region}"
