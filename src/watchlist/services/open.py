"""The web page of a film: on a site that has its id, else the source of its newest claim."""

from urllib.parse import quote

from watchlist.domain.errors import Refused
from watchlist.domain.film import Film
from watchlist.domain.resolution import newest_first
from watchlist.domain.site import PAGES


def page_of(film: Film, site: str | None = None) -> str:
    """Return the https address of a film's page, on the given site if there is one.

    Raises `Refused` if no page is known.
    """
    ids = dict(film.ids)
    for name, address in PAGES.items():
        if name in ids and site in (None, name):
            return address.format(quote(ids[name], safe=""))
    if site is None:
        for claim in newest_first(film.claims):
            if claim.source.url and claim.source.url.startswith("https://"):
                return claim.source.url
    where = f" on {site}" if site else ""
    raise Refused(f'no page of "{film.title}"{where} is known')
