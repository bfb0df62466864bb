"""What is remembered between refreshes: the id of each film on each site, and what each site last said about it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Claim
from watchlist.domain.json_value import Json
from watchlist.services.live.reported import SiteReading
from watchlist.services.live.shape import day_of, member, number, rows, table, text
from watchlist.services.live.wikidata import Thing

_VERSION = 1

ReleaseName = str
"""A site and a release of a film, as one text: `Wikidata US theatrical`."""


class Remembered(NamedTuple):
    """What is remembered about one film. A revision of 0 means never read."""

    answered: str = ""
    """When a site last answered, in ISO 8601."""
    item: str | None = None
    item_revision: int = 0
    article: str | None = None
    article_revision: int = 0
    tmdb: str | None = None
    tmdb_day: str = ""
    """The day on which TMDB last answered."""
    readings: Mapping[ReleaseName, SiteReading] = {}


class Memory(NamedTuple):
    """Everything that is remembered: films by our ids, and other items of Wikidata by their ids."""

    films: Mapping[str, Remembered] = {}
    things: Mapping[str, Thing] = {}

    def of(self, film_id: str) -> Remembered:
        """Return what is remembered about a film; an empty record if it was never asked about."""
        return self.films.get(film_id, Remembered())

    @property
    def answered(self) -> date | None:
        """The day of the last answer about any film."""
        return max((day for one in self.films.values() if (day := day_of(one.answered))), default=None)


def release_name(site: str, claim: Claim) -> ReleaseName:
    """Return the name of the release that a claim of a site is about."""
    return " ".join(filter(None, (site, claim.region, claim.channel, claim.service)))


def reading_of(claim: Claim, today: date) -> SiteReading:
    """Return the reading of a claim as read today."""
    return SiteReading(claim.date.text if claim.date else "", str(claim.certainty), claim.source.id, today)


def to_json(memory: Memory) -> Json:
    """Return the memory as data."""
    return {
        "version": _VERSION,
        "films": {key: _film_json(one) for key, one in memory.films.items()},
        "things": {
            key: [one.label, one.region, one.country, one.language, list(one.kinds)]
            for key, one in memory.things.items()
        },
    }


def _film_json(one: Remembered) -> Json:
    readings: dict[str, Json] = {
        name: [read.when, read.certainty, read.cited, read.day.isoformat()] for name, read in one.readings.items()
    }
    return {**one._replace(readings={})._asdict(), "readings": readings}


def from_json(value: Json) -> Memory:
    """Read the memory from data; anything malformed is forgotten, so that the sites are asked again."""
    if number(value, "version") != _VERSION:
        return Memory()
    films = {key: _film(one) for key, one in table(value, "films").items()}
    things = {key: _thing(one) for key, one in table(value, "things").items()}
    return Memory(films, things)


def _film(value: Json) -> Remembered:
    readings = ((name, _reading(one)) for name, one in table(value, "readings").items())
    return Remembered(
        answered=text(value, "answered") or "",
        item=text(value, "item"),
        item_revision=number(value, "item_revision") or 0,
        article=text(value, "article"),
        article_revision=number(value, "article_revision") or 0,
        tmdb=text(value, "tmdb"),
        tmdb_day=text(value, "tmdb_day") or "",
        readings={name: one for name, one in readings if one},
    )


def _reading(value: Json) -> SiteReading | None:
    when, certainty, cited, day = (member(value, place) for place in range(4))
    if not (isinstance(when, str) and isinstance(certainty, str) and isinstance(cited, str) and isinstance(day, str)):
        return None
    looked = day_of(day)
    return SiteReading(when, certainty, cited, looked) if looked and certainty in set(Certainty) else None


def _thing(value: Json) -> Thing:
    kinds = tuple(one for one in rows(value, 4) if isinstance(one, str))
    return Thing(text(value, 0), text(value, 1), text(value, 2), text(value, 3), kinds)
