"""What a search found: each film with what in it fits, and the release that counts."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from watchlist.domain.shelf import Shelf
from watchlist.services.preferences import Preferences
from watchlist.services.search import Match, search
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


def findings(shelf: Shelf, query: str, *, listed: Collection[str], today: date) -> Findings:
    """Search the whole catalogue."""
    return Findings(
        query,
        tuple(
            Hit(match, row_of(match.film, None, today=today, preferences=Preferences()), match.film.id in listed)
            for match in search(shelf, query)
        ),
        today,
    )
