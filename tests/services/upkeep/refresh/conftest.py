"""What the tests of a refresh share: a server that plays the sites, and a film that it knows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from refresher import KLARA, Refresher, klara, on, world
from watchlist.storage.paths import Paths, find_paths
from web_server import Server, running


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with running(tmp_path / "server") as server:
        for site in ("wikidata", "wikipedia", "tmdb"):
            monkeypatch.setenv(f"WATCHLIST_{site.upper()}_URL", f"{server.address}/{site}")
        server.play(world())
        yield server


@pytest.fixture
def paths() -> Paths:
    return find_paths()


@pytest.fixture
def refresher(paths: Paths, server: Server) -> Refresher:
    server.play(world(klara(on("2031-12-18"))))
    return Refresher(paths, KLARA)
