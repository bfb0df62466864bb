"""Everything about one film: its facts, its releases with every claim behind them, and the user's entry."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.claim import Claim
from watchlist.domain.countdown import ReleaseToday, in_order_of_interest, releases_today
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.domain.people import NOBODY, Person
from watchlist.domain.release import key_of
from watchlist.domain.resolution import newest_first
from watchlist.services.live.offers import OffersOfDay
from watchlist.services.preferences import ANYTHING, Lacking, Preferences, ReleaseFilter
from watchlist.services.upcoming import upcoming_film


class FilmFacts(NamedTuple):
    """A film as known on a day; `releases` is empty where nobody had announced any yet."""

    film: Film
    releases: tuple[ReleaseToday, ...]
    entry: Entry | None
    today: date
    people: Mapping[str, Person] = NOBODY
    """The people who made it, by name, with the written forms of their names."""
    offers: OffersOfDay | None = None
    """Where it can be watched, as of a day; None where nobody was asked."""
    errors: tuple[Claim, ...] = ()
    """Claims about releases of which nothing is known but errors, the newest first."""
    lacking: Lacking | None = None
    """What the user waits for that has no date yet, where the first release is another one in its stead."""


def film_facts(
    film: Film,
    entry: Entry | None,
    *,
    today: date,
    people: Mapping[str, Person] = NOBODY,
    preferences: Preferences = ANYTHING,
) -> FilmFacts:
    """Collect what is known about a film on a day; the release that counts for the user first, then by interest."""
    chosen = upcoming_film(film, entry, today=today, release_filter=ReleaseFilter(), preferences=preferences)
    first = chosen.shown.release.key if chosen.shown else None
    by_interest = in_order_of_interest(releases_today(film, today))
    releases = sorted(by_interest, key=lambda one: one.release.key != first)
    known = {one.release.key for one in releases}
    errors = [claim for claim in film.claims if claim.known_from <= today and key_of(claim) not in known]
    return FilmFacts(
        film,
        tuple(releases),
        entry,
        today,
        people,
        errors=tuple(newest_first(errors)),
        lacking=chosen.lacking,
    )
