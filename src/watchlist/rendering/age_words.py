"""Words for how old a date is: when it was last heard, whether the film is out elsewhere, which date is missing."""

from collections.abc import Sequence
from datetime import date

from watchlist.domain.countdown import ReleaseToday, State
from watchlist.rendering import wording
from watchlist.rendering.wording import count
from watchlist.services.preferences import Lacking

_FEW_DAYS = 45
"""Days; up to this many, an age is given in days."""
_MANY_MONTHS = 36
"""Months; from this many on, an age is given in years."""
_DAYS_PER_MONTH, _MONTHS_PER_YEAR = 30.44, 12


def heard_words(shown: ReleaseToday, today: date) -> str:
    """Say when a date was last heard: "last heard 22 months ago"; empty if the release is out or cancelled."""
    if shown.countdown.state in (State.OUT, State.CANCELLED):
        return ""
    days = (today - shown.release.last_heard).days
    if days <= 1:
        return "last heard yesterday" if days == 1 else "last heard today"
    if days <= _FEW_DAYS:
        return f"last heard {count(days, 'day')} ago"
    months = round(days / _DAYS_PER_MONTH)
    ago = count(months, "month") if months < _MANY_MONTHS else count(months // _MONTHS_PER_YEAR, "year")
    return f"last heard {ago} ago"


def age_words(shown: ReleaseToday, today: date) -> str:
    """Say all about the age of a date: "as announced", or "stale: last heard 22 months ago, out elsewhere ..."."""
    if shown.presumed:
        return "as announced"
    words = ", ".join(part for part in (heard_words(shown, today), elsewhere_words(shown)) if part)
    return f"stale: {words}" if shown.stale else words


def doubt_words(shown: ReleaseToday, today: date) -> str:
    """Say why a date may be wrong: it is stale, or only as announced; empty if it is neither."""
    return age_words(shown, today) if shown.stale or shown.presumed else ""


def certainty_words(shown: ReleaseToday, today: date) -> str:
    """Say how sure a date is and, if it may be wrong, why: "announced, stale: last heard 22 months ago"."""
    if shown.presumed:
        return "as announced, not reported yet"
    return ", ".join(part for part in (str(shown.release.certainty), doubt_words(shown, today)) if part)


def elsewhere_words(shown: ReleaseToday) -> str:
    """Say where a film is already out: "out elsewhere since 4 March 2026 (BE)"; empty if nowhere."""
    other = shown.elsewhere
    if other is None:
        return ""
    return f"out elsewhere since {wording.date_words(other.date, other.span)} ({other.key.region})"


def lacking_words(lacking: Lacking | None) -> str:
    """Name the release that the user waits for and that has no date: "no GB date yet"; empty if none is missing.

    For a film that has been out elsewhere for a long time, "no GB date known".
    """
    if lacking is None:
        return ""
    channels = (wording.channel_words(channel) for channel in lacking.channels)
    parts = (lacking.services, lacking.regions, tuple(channels))
    named = " ".join(_listed(part) for part in parts if part)
    return f"no {named} date {'yet' if lacking.is_awaited else 'known'}"


def short_lacking(lacking: Lacking) -> str:
    """Say briefly which date is missing: "no GB date", or "no date here" for more than two."""
    named = (*lacking.regions, *lacking.channels, *lacking.services)
    return "no date here" if len(named) > _MOST_NAMED else lacking_words(lacking).rpartition(" ")[0]


_MOST_NAMED = 2


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
