"""Days, months, years and periods, as people say them, counted from today."""

from calendar import month_name
from collections.abc import Iterator
from datetime import timedelta

from watchlist.cli.clock import local_time
from watchlist.cli.offers.offer import Asked, Offer, beginning, words_beginning


def days(asked: Asked) -> Iterator[Offer]:
    """Offer today and the days before it."""
    weekdays = (f"last {(local_time().date() - timedelta(days=ago)):%A}" for ago in range(1, 8))
    return words_beginning(asked.word, ("today", "yesterday", *weekdays))


def months(asked: Asked) -> Iterator[Offer]:
    """Offer the coming months: in figures, or by name if letters were typed."""
    today = local_time().date()
    coming = [divmod(today.year * 12 + at, 12) for at in range(today.month - 1, today.month + 11)]
    figures = [f"{year}-{number + 1:02}" for year, number in coming]
    names = [f"{month_name[number + 1]} {year}" for year, number in coming]
    if asked.given:
        return iter(())
    by_name = asked.word[:1].isalpha()
    return beginning(asked.word, zip(*((names, figures) if by_name else (figures, names)), strict=True))


def years(asked: Asked) -> Iterator[Offer]:
    """Offer this year and the last one, and decades."""
    year = local_time().date().year
    decades = (f"{decade}s" for decade in range(year // 10 * 10, 1900, -10))
    return words_beginning(asked.word, (str(year), str(year - 1), *decades))


def windows(asked: Asked) -> Iterator[Offer]:
    """Offer common periods to look ahead."""
    lengths = (("7d", "a week"), ("30d", "a month"), ("90d", "three months"), ("6m", "half a year"), ("1y", "a year"))
    return beginning(asked.word, lengths)
