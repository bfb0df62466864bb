"""The live sites and their addresses: constants, or loopback addresses for tests."""

import os
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

from watchlist.domain.errors import UsageMistake


class LiveSite(StrEnum):
    """A site that is asked for facts; the value is the name that people know."""

    WIKIDATA = "Wikidata"
    WIKIPEDIA = "Wikipedia"
    TMDB = "TMDB"

    @property
    def is_wikimedia(self) -> bool:
        """True for the sites that share Wikimedia's rules and count calls together."""
        return self in (LiveSite.WIKIDATA, LiveSite.WIKIPEDIA)


_ADDRESSES = {
    LiveSite.WIKIDATA: "https://www.wikidata.org/w/api.php",
    LiveSite.WIKIPEDIA: "https://en.wikipedia.org/w/api.php",
    LiveSite.TMDB: "https://api.themoviedb.org/3",
}


def address_of(site: LiveSite) -> str:
    """Return the address of a site, without a slash at its end.

    For tests, `WATCHLIST_WIKIDATA_URL`, `WATCHLIST_WIKIPEDIA_URL` and `WATCHLIST_TMDB_URL` replace it by
    an http address on the loopback interface; raises `UsageMistake` for any other address.
    """
    variable = f"WATCHLIST_{site.name}_URL"
    named = os.environ.get(variable)
    if not named:
        return _ADDRESSES[site]
    if not _is_loopback(named):
        raise UsageMistake(
            f'{variable} is "{named}": it is for tests, and must be an http address on the loopback interface',
            hint=f"For example: {variable}=http://127.0.0.1:8000/api.php, or unset it.",
        )
    return named.rstrip("/")


def _is_loopback(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme == "http" and parts.username is None and ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False
