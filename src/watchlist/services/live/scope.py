"""Which films are worth asking about: those that are not out yet, and those that came out recently."""

from datetime import date

from watchlist.domain.claim import Channel
from watchlist.domain.countdown import ReleaseToday, State, releases_today
from watchlist.domain.film import Film

_LATELY = 60
"""Days after a release in which others may follow, and its date may still be corrected."""
_UNREPORTED = 365
"""Days after an announced date for which sites are asked whether the film came out, while no source says so."""


def worth_asking(film: Film, today: date) -> bool:
    """Return whether anything new may be known about a film's releases."""
    releases = [one for one in releases_today(film, today) if one.release.key.channel is not Channel.PREMIERE]
    if not releases:
        return film.year is None or film.year >= today.year - 1
    return any(map(_may_be_news_of, releases))


def _may_be_news_of(one: ReleaseToday) -> bool:
    days = one.countdown.days_latest
    if one.countdown.state is not State.OUT or days is None:
        return True
    return days >= -(_UNREPORTED if one.presumed else _LATELY)
