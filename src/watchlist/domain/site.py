"""Sites."""

from enum import StrEnum


class Site(StrEnum):
    """Sites on which a film can have a page."""

    IMDB = "imdb"
    TMDB = "tmdb"
    LETTERBOXD = "letterboxd"
    TRAKT = "trakt"
    WIKIDATA = "wikidata"
