"""What an article says about one release, and the context in which it says it."""

from collections.abc import Mapping
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Channel
from watchlist.domain.dates import Edtf
from watchlist.services.article.places import Place
from watchlist.services.article.titles import FilmName
from watchlist.services.article.years import Reference


class ArticleClaim(NamedTuple):
    """One statement of an article about a release. None is what it does not say; a `film` of None is not clear."""

    film: FilmName | None
    region: str | None
    channel: Channel | None
    service: str | None
    date: Edtf | None
    said: str
    certainty: Certainty
    sentence: str
    why: str = ""
    """What is not clear; empty if everything is."""


class Context(NamedTuple):
    """What applies to a section of an article: the article's day, and what headings and captions say."""

    reference: Reference
    film: FilmName | None = None
    place: Place | None = None
    festival: Place | None = None
    date: Edtf | None = None
    """The date in the heading, which applies to all films under it."""
    is_list: bool = False
    asked_place: Place | None = None
    """The place in a heading that asks when a film comes out there: "When is Heat 2 on Netflix?"."""
    first_dates: Mapping[FilmName, Edtf] = {}
    """The first future date that the article has given for each film so far."""
    is_other: bool = False
    """True under a heading about a series or a trailer: dates there apply only to films named beside them."""
    is_story: bool = False
    """True under a heading about a film's plot, or about games and series: dates there are not releases."""
