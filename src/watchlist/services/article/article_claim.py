"""What an article says about one release, and what holds for a stretch of the article."""

from collections.abc import Mapping
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Channel
from watchlist.domain.dates import Edtf
from watchlist.services.article.places import Place
from watchlist.services.article.titles import FilmName
from watchlist.services.article.years import Reference


class ArticleClaim(NamedTuple):
    """One thing that an article says about a release. None is what it leaves open; `film` None is not clear."""

    film: FilmName | None
    region: str | None
    channel: Channel | None
    service: str | None
    date: Edtf | None
    said: str
    certainty: Certainty
    sentence: str
    why: str = ""
    """What is not clear about it; empty where nothing is."""


class Context(NamedTuple):
    """What holds for a stretch of an article: its day, and what its headings and captions say once for all."""

    reference: Reference
    film: FilmName | None = None
    place: Place | None = None
    festival: Place | None = None
    date: Edtf | None = None
    """The day that a heading gives to the films under it."""
    is_list: bool = False
    asked_place: Place | None = None
    """Where and how, of a heading that asks when its film comes there."""
    first_dates: Mapping[FilmName, Edtf] = {}
    """The first day to come that the article has given for each film so far."""
    is_other: bool = False
    """True under a heading that speaks of a series or a trailer: dates there are of films only that are named with them."""
    is_story: bool = False
    """True under a heading over what happens in a film, or over games and series: dates there are of no release."""
