"""Which films are worth asking about: those that are not out, and those that came out a short while ago."""

from datetime import date

from watchlist.domain.claim import Channel
from watchlist.domain.countdown import State, releases_today
from watchlist.domain.film import Film

_LATELY = 60
"""Days after a release in which other releases follow it, and its date may still be corrected."""


def worth_asking(film: Film, today: date) -> bool:
    """Say whether anything new may be known about a film's releases."""
    releases = [one for one in releases_today(film, today) if one.release.key.channel is not Channel.PREMIERE]
    if not releases:
        return film.year is None or film.year >= today.year - 1
    return any(
        one.countdown.state is not State.OUT
        or one.countdown.days_latest is None
        or one.countdown.days_latest >= -_LATELY
        for one in releases
    )
