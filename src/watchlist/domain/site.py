"""Sites that have an id and a page for each film."""

from collections.abc import Mapping
from enum import StrEnum


class Site(StrEnum):
    """A site; files list ids in this order."""

    IMDB = "imdb"
    WIKIDATA = "wikidata"
    TMDB = "tmdb"
    LETTERBOXD = "letterboxd"
    TRAKT = "trakt"
    SIMKL = "simkl"


PAGES: Mapping[Site, str] = {
    Site.IMDB: "https://www.imdb.com/title/{}/",
    Site.TMDB: "https://www.themoviedb.org/movie/{}",
    Site.LETTERBOXD: "https://letterboxd.com/film/{}/",
    Site.TRAKT: "https://trakt.tv/movies/{}",
    Site.SIMKL: "https://simkl.com/movies/{}",
    Site.WIKIDATA: "https://www.wikidata.org/wiki/{}",
}
"""The address of a film's page, with `{}` for its id; the page that most people want comes first."""
