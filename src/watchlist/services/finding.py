"""What a search found: each film with what in it fits, and the release that counts."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from watchlist.domain.entry import Entry
from watchlist.services.preferences import Preferences
from watchlist.services.search import Match
from watchlist.services.upcoming import Row, row_of


class Hit(NamedTuple):
    """A film that fits, and its next release."""

    match: Match
    row: Row
    listed: bool


class Findings(NamedTuple):
    """The films that fit a query, the best first, as seen on a day."""

    query: str
    hits: tuple[Hit, ...]
    today: date


def findings(query: str, matches: Iterable[Match], entries: Iterable[Entry], *, today: date) -> Findings:
    """Put what a search found beside the next release of each, and the entries that there are for them."""
    listed = {entry.id for entry in entries}
    return Findings(
        query,
        tuple(
            Hit(match, row_of(match.film, None, today=today, preferences=Preferences()), match.film.id in listed)
            for match in matches
        ),
        today,
    )
