"""Words for how old a date is: when it was last heard, whether it is out elsewhere, and whose date is missing."""

from datetime import date

from watchlist.domain.countdown import ReleaseToday, State
from watchlist.rendering import wording
from watchlist.rendering.wording import count
from watchlist.services.preferences import ReleaseFilter


def heard_words(shown: ReleaseToday, today: date) -> str:
    """Say how long ago a date to come was last heard: "last heard 22 months ago"; empty where it is past."""
    if shown.countdown.state in (State.OUT, State.CANCELLED):
        return ""
    days = (today - shown.release.last_heard).days
    if days <= 1:
        return "last heard yesterday" if days == 1 else "last heard today"
    if days <= _FEW_DAYS:
        return f"last heard {count(days, 'day')} ago"
    return f"last heard {count(round(days / _DAYS_PER_MONTH), 'month')} ago"


_FEW_DAYS = 45
_DAYS_PER_MONTH = 30.44


def age_words(shown: ReleaseToday, today: date) -> str:
    """Say all about the age of a date: "as announced", or "stale: last heard 22 months ago, out elsewhere ..."."""
    if shown.presumed:
        return "as announced"
    words = ", ".join(part for part in (heard_words(shown, today), elsewhere_words(shown)) if part)
    return f"stale: {words}" if shown.stale else words


def elsewhere_words(shown: ReleaseToday) -> str:
    """Say where a film is out already: "out elsewhere since 4 March 2026 (BE)"; empty where it is not."""
    other = shown.elsewhere
    if other is None:
        return ""
    return f"out elsewhere since {wording.date_words(other.date, other.span)} ({other.key.region})"


def lacking_words(lacking: ReleaseFilter | None) -> str:
    """Name what the user waits for and has no date: "no GB date yet"; empty where nothing is missing."""
    if lacking is None:
        return ""
    channels = (wording.channel_words(channel) for channel in lacking.channels)
    parts = (lacking.services, lacking.regions, tuple(channels))
    return f"no {' '.join(' or '.join(part) for part in parts if part)} date yet"
