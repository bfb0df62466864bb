"""Everything about one film: its facts, its releases with all their claims, and the user's entry."""

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
    """A film as known on a day; `releases` is empty if none is known yet."""

    film: Film
    releases: tuple[ReleaseToday, ...]
    entry: Entry | None
    today: date
    people: Mapping[str, Person] = NOBODY
    """The people who made the film, by name, with the written forms of their names."""
    offers: OffersOfDay | None = None
    """Where the film can be watched, as of a day; None if no site was asked."""
    errors: tuple[Claim, ...] = ()
    """Claims about releases that have only erroneous claims, the newest first."""
    lacking: Lacking | None = None
    """The part of the user's request that has no date yet, if the first release is shown instead; else None."""


def film_facts(
    film: Film,
    entry: Entry | None,
    *,
    today: date,
    people: Mapping[str, Person] = NOBODY,
    preferences: Preferences = ANYTHING,
) -> FilmFacts:
    """Collect what is known about a film on a day; the release that counts for the user comes first."""
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
