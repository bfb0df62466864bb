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


def film_facts(film: Film, entry: Entry | None, *, today: date, people: Mapping[str, Person] = NOBODY) -> FilmFacts:
    """Collect what is known about a film on a day, the most interesting release first."""
    releases = in_order_of_interest(releases_today(film, today))
    known = {one.release.key for one in releases}
    errors = [claim for claim in film.claims if claim.known_from <= today and key_of(claim) not in known]
    return FilmFacts(film, releases, entry, today, people, errors=tuple(newest_first(errors)))
