"""Sites that answer in this process: clients on a transport that needs no network."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from watchlist.storage.web.client import Client, Manners
from watchlist.storage.web.network import Response
from watchlist.storage.web.sites import LiveSite
from web_world import World, answer_from

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
QUICK = Manners(pause=0, wait=0, calls=1000)


class PlayedSites:
    """Answers from a small world; where `in_turn` has answers, those come first, one per call.

    `asked` notes the path and the parameters of each call.
    """

    def __init__(self, world: World | None = None, *in_turn: Any) -> None:
        self.world = world or {}
        self.in_turn = list(in_turn)
        self.asked: list[tuple[str, dict[str, str]]] = []

    def get(self, url: str, headers: Mapping[str, str]) -> Response:
        assert headers["User-Agent"] == "watchlist"
        parts = urlsplit(url)
        before = sum(path == parts.path for path, _ in self.asked)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        self.asked.append((parts.path, query))
        status, value = (200, self.in_turn.pop(0)) if self.in_turn else answer_from(self.world, *self.asked[-1], before)
        return Response(status, {}, json.dumps(value).encode())

    def client(self, site: LiveSite, manners: Manners = QUICK) -> Client:
        """Make a client of one of the sites."""
        return Client(site, f"http://sites.test/{site.lower()}", self, agent="watchlist", now=NOW, manners=manners)

    def values(self, name: str) -> list[str]:
        """Give the values of a parameter, call by call; those without it are left out."""
        return [query[name] for _, query in self.asked if name in query]
