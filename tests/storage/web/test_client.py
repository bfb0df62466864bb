"""The client is polite by construction, as the server's own log shows; and what it heard can be played again."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import pytest

from watchlist.storage.web.client import Client, Manners, agent
from watchlist.storage.web.fault import BudgetSpent, Fault, SiteError
from watchlist.storage.web.network import Network, Secret
from watchlist.storage.web.recording import Replay, Trace
from watchlist.storage.web.sites import LiveSite
from web_server import Server, running

VERSION = version("watchlist")
NOW = datetime.now(UTC)
AGENT = agent("mailto:ann@example.org")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with running(tmp_path / "server") as server:
        server.play({"tmdb": {"movie/1": {"id": 1}, "movie/2": {"id": 2, "said": "key s3cret"}}})
        yield server


SLOW = Manners(pause=0.1)


def client(server: Server, manners: Manners = SLOW, **options: object) -> Client:
    network = Network(server.address, secret=Secret("s3cret", "api_key"))
    address = f"{server.address}/tmdb"
    return Client(LiveSite.TMDB, address, network, agent=AGENT, now=NOW, manners=manners, **options)  # type: ignore[arg-type]


def test_calls_are_never_two_at_once_and_stay_apart(server: Server) -> None:
    asking = client(server)
    for _ in range(5):
        asking.ask("/movie/1", language="en-US")
    gaps = [after.began - before.ended for before, after in pairwise(server.requests)]
    assert len(gaps) == 4
    assert min(gaps) >= 0.09


def test_a_slow_answer_makes_the_next_call_wait_longer(server: Server) -> None:
    asking = client(server, Manners(pause=0, slow=0.0, pause_after_slow=0.4))
    asking.ask("/movie/1")
    asking.ask("/movie/1")
    first, second = server.requests
    assert second.began - first.ended >= 0.39


def test_each_call_says_who_asks(server: Server) -> None:
    client(server).ask("/movie/1")
    (request,) = server.requests
    assert request.headers["user-agent"].startswith(f"watchlist/{VERSION} (mailto:ann@example.org) urllib3/2.")
    assert request.headers["accept-encoding"] == "gzip"


def test_without_a_contact_only_the_program_is_named() -> None:
    assert agent().startswith(f"watchlist/{VERSION} urllib3/2.")


def test_the_calls_of_a_run_are_limited(server: Server) -> None:
    asking = client(server, Manners(pause=0, calls=2))
    asking.ask("/movie/1")
    asking.ask("/movie/1")
    with pytest.raises(BudgetSpent):
        asking.ask("/movie/1")
    assert len(server.requests) == 2


def test_an_error_of_the_site_has_its_code(server: Server) -> None:
    with pytest.raises(SiteError) as raised:
        client(server).ask("/movie/99")
    assert (raised.value.code, raised.value.again) == ("404", False)


def test_a_recording_plays_the_same_answers_without_the_network_and_without_the_key(
    server: Server, tmp_path: Path
) -> None:
    file = tmp_path / "said.jsonl"
    asking = client(server, trace=Trace(file, "s3cret"))
    heard = [asking.ask("/movie/1", language="en"), asking.ask("/movie/2")]
    with pytest.raises(SiteError):
        asking.ask("/movie/99")
    assert "s3cret" not in file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    played = Client(LiveSite.TMDB, f"{server.address}/tmdb", Replay(file), agent="", now=NOW, manners=Manners(pause=0))
    assert played.ask("/movie/1", language="en") == heard[0]
    assert played.ask("/movie/2") == {"id": 2, "said": "key ***"}
    with pytest.raises(SiteError):
        played.ask("/movie/99")
    with pytest.raises(Fault, match="the recording has no answer for"):
        played.ask("/movie/1", language="en")
    assert len(server.requests) == 3


def test_a_call_that_brought_nothing_is_recorded_too(tmp_path: Path) -> None:
    file = tmp_path / "said.jsonl"
    address = "http://127.0.0.1:9/x"
    asking = Client(LiveSite.TMDB, address, Network(address), agent="", now=NOW, trace=Trace(file))
    with pytest.raises(Fault, match="cannot be reached"):
        asking.ask()
    assert json.loads(file.read_text()) == {"url": address, "fault": "cannot be reached"}
    with pytest.raises(Fault, match="cannot be reached"):
        Client(LiveSite.TMDB, address, Replay(file), agent="", now=NOW).ask()
