"""What the user types to name a film: an id, an id on another site, a link, or a title with or without a year."""

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from watchlist.domain.film import ExternalId
from watchlist.domain.title import Title, parse_title

_ID = r"(?:id:\s*(?P<named>\S+)|(?P<slug>[^\s:/]+-[^\s:/]+|[a-z0-9]*[a-z][a-z0-9]*))"
_PREFIXED = r"(?P<site>imdb|tmdb|wikidata|letterboxd|trakt):\s*(?P<id>[^\s/]+)"
_BARE = r"tt\d{5,}"
_SITES = r"(?:imdb\.com|themoviedb\.org|letterboxd\.com|trakt\.tv|wikidata\.org)"
_LINK = rf"(?:https?://|//)\S+|(?:[a-z0-9-]+\.)*{_SITES}/\S*"
_FORMS = {
    "imdb": r"tt\d{5,}",
    "tmdb": r"[1-9]\d*",
    "wikidata": r"Q[1-9]\d*",
    "letterboxd": r"[a-z0-9][a-z0-9_-]*",
    "trakt": r"[a-z0-9][a-z0-9-]*",
}
"""The form of an id on each site."""
_PATHS = {
    "imdb.com": ("imdb", r"/(?:[a-z-]{2,5}/)?title/(tt\d{5,})(?:/|$)"),
    "themoviedb.org": ("tmdb", r"/(?:[a-z-]{2,5}/)?movie/(\d+)(?:-|/|$)"),
    "letterboxd.com": ("letterboxd", r"/(?:[\w-]+/)?film/([a-z0-9_-]+)(?:/|$)"),
    "trakt.tv": ("trakt", r"/movies/([a-z0-9-]+)(?:/|$)"),
    "wikidata.org": ("wikidata", r"/(?:wiki|entity)/(?:[\w:]+/)?(Q\d+)(?:\.|/|$)"),
}
"""The path of a film's page on each site."""
_BRACKETED_YEAR = r"^(?P<title>.*\S)\s*[(\[](?P<year>\d{4})[)\]]$"
_LAST_YEAR = r"^(?P<title>.*[^\s,])[\s,]+(?P<year>\d{4})$"
_YEARS = range(1870, 2101)


class Dated(NamedTuple):
    """A title and the year after it; a `bracketed` year cannot be part of the title."""

    text: str
    title: Title
    year: int
    bracketed: bool


class FilmReference(NamedTuple):
    """What was typed, and everything that it can mean.

    `film_id` is set if the text may be an id, and `is_id` if it can be nothing else. `is_link` is true for an
    address, which is never a title; if its `external` is None, it is not a film page that we know.
    """

    text: str
    title: Title
    dated: Dated | None = None
    film_id: str | None = None
    external: ExternalId | None = None
    is_link: bool = False
    is_id: bool = False


def parse_reference(text: str) -> FilmReference:
    """Parse what was typed to name a film. A bare number is a title."""
    stripped = text.strip()
    inside = stripped[1:-1] if stripped.startswith("<") and stripped.endswith(">") else ""
    typed = inside if _is_link(inside) else stripped
    title = parse_title(typed)
    external = _external_id(typed)
    if external:
        return FilmReference(typed, title, external=external)
    if _is_link(typed):
        return FilmReference(typed, title, external=_linked(typed), is_link=True)
    found = re.fullmatch(_ID, typed)
    if found and found["named"]:
        return FilmReference(typed, title, film_id=found["named"], is_id=True)
    return FilmReference(typed, title, _dated(typed), film_id=found["slug"] if found else None)


def _is_link(typed: str) -> bool:
    return "/" in typed and re.fullmatch(_LINK, typed, re.IGNORECASE) is not None


def _external_id(typed: str) -> ExternalId | None:
    if typed[:2].lower() == "tt" and re.fullmatch(_BARE, typed, re.IGNORECASE):
        return ExternalId("imdb", typed.lower())
    prefixed = re.fullmatch(_PREFIXED, typed, re.IGNORECASE) if ":" in typed else None
    return _checked(prefixed["site"].lower(), prefixed["id"]) if prefixed else None


def _checked(site: str, value: str) -> ExternalId | None:
    """Return an id in the form that its site uses; None if it is not a valid id there."""
    written = value.upper() if site == "wikidata" else value.lower()
    return ExternalId(site, written) if re.fullmatch(_FORMS[site], written) else None


def _linked(address: str) -> ExternalId | None:
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    for domain, (site, path) in _PATHS.items():
        is_there = host == domain or host.endswith(f".{domain}")
        found = re.match(path, unquote(parts.path), re.IGNORECASE) if is_there else None
        if found:
            return _checked(site, found[1])
    return None


def _dated(typed: str) -> Dated | None:
    if not (typed[-4:].isdecimal() or typed.endswith((")", "]"))):  # as for most titles: no pattern is needed
        return None
    bracketed = re.match(_BRACKETED_YEAR, typed)
    found = bracketed or re.match(_LAST_YEAR, typed)
    if not found or int(found["year"]) not in _YEARS:
        return None
    return Dated(found["title"], parse_title(found["title"]), int(found["year"]), bracketed is not None)
