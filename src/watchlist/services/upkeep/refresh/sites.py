"""The clients for the sites that a run asks: over the network, or from a recording."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from watchlist.storage.web.client import UNIDENTIFIED, Client, Manners, Transport, agent
from watchlist.storage.web.network import Network, Secret
from watchlist.storage.web.recording import Replay, Trace
from watchlist.storage.web.sites import LiveSite, address_of

_TOKEN_PREFIX = "eyJ"  # noqa: S105  how a JSON Web Token begins, which is no secret


class SiteAccess(NamedTuple):
    """How the sites are asked: the user's contact and key, the time, and whether to record or replay."""

    now: datetime
    contact: str = ""
    tmdb_key: str = ""
    trace: Path | None = None
    replay: Path | None = None
    manners: Manners | None = None
    """Overrides the limits of all sites: for measurements on one's own server."""


class Sites(NamedTuple):
    """The clients of a run; TMDB's is None for a user without a key."""

    wikidata: Client
    wikipedia: Client
    tmdb: Client | None

    @property
    def all(self) -> tuple[Client, ...]:
        """All clients."""
        return tuple(client for client in self if client)


def open_sites(access: SiteAccess, report: Callable[[str], None]) -> Sites:
    """Make the clients; `report` is called before waits. Raises `UsageMistake`, `InvalidFile` or `DiskFailed`."""
    trace = Trace(access.trace, access.tmdb_key) if access.trace else None
    replay = Replay(access.replay) if access.replay else None

    def client(site: LiveSite) -> Client:
        address = address_of(site)
        secret = _secret(access.tmdb_key) if site is LiveSite.TMDB else None
        transport: Transport = replay or Network(address, secret=secret)
        contact = access.contact if site.is_wikimedia else ""
        return Client(
            site,
            address,
            transport,
            agent=agent(_contact_words(contact)),
            now=access.now,
            manners=access.manners or _manners(site, access),
            report=report,
            trace=trace,
        )

    has_tmdb = replay.has_answers_of(address_of(LiveSite.TMDB)) if replay else bool(access.tmdb_key)
    return Sites(client(LiveSite.WIKIDATA), client(LiveSite.WIKIPEDIA), client(LiveSite.TMDB) if has_tmdb else None)


def _manners(site: LiveSite, access: SiteAccess) -> Manners:
    if access.replay:
        return Manners(pause=0, slow=float("inf"), wait=0, calls=100_000)
    return UNIDENTIFIED if site.is_wikimedia and not access.contact else Manners()


def _contact_words(contact: str) -> str:
    return f"mailto:{contact}" if "@" in contact and ":" not in contact else contact


def _secret(key: str) -> Secret:
    """Send a read token as a bearer token, and a key of version 3 as a parameter."""
    return Secret(key) if key.startswith(_TOKEN_PREFIX) else Secret(key, "api_key")
