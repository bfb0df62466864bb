"""The sites of a run: each is asked in its own manner, and is told no more than it needs."""

from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import pytest

from refresher import KLARA, QUICK, START, Refresher, items, klara, many, movie, on, world
from watchlist.services.upkeep.refresh.sites import SiteAccess, Sites, open_sites
from watchlist.storage.paths import Paths
from watchlist.storage.web.client import Manners
from watchlist.storage.web.fault import BudgetSpent
from watchlist.storage.web.sites import LiveSite
from web_server import Server

VERSION = version("watchlist")
KEY = "0123456789abcdef" * 2
ANYTHING = {"as_is": {"heard": True}, "tmdb": {"": {}, "movie/555": {"echo": KEY}}}
"""A world in which there is an answer to every call."""


def opened(access: SiteAccess) -> Sites:
    return open_sites(access, lambda _: None)


def test_without_a_key_tmdb_is_not_asked() -> None:
    sites = opened(SiteAccess(START))
    assert [one.site for one in sites.all] == [LiveSite.WIKIDATA, LiveSite.WIKIPEDIA]
    assert sites.tmdb is None


def test_with_a_key_there_are_three_sites() -> None:
    sites = opened(SiteAccess(START, tmdb_key=KEY))
    assert [one.site for one in sites.all] == [LiveSite.WIKIDATA, LiveSite.WIKIPEDIA, LiveSite.TMDB]
    assert sites.all == (sites.wikidata, sites.wikipedia, sites.tmdb)


@pytest.mark.parametrize(
    ("key", "query", "authorization"),
    [(KEY, {"api_key": KEY}, None), ("eyJhbGciOi.eyJhdWQi.x-y", {}, "Bearer eyJhbGciOi.eyJhdWQi.x-y")],
)
def test_a_key_is_sent_as_a_parameter_and_a_read_token_as_one(
    server: Server, key: str, query: dict[str, str], authorization: str | None
) -> None:
    server.play(ANYTHING)
    tmdb = opened(SiteAccess(START, tmdb_key=key, manners=QUICK)).tmdb
    assert tmdb is not None
    tmdb.ask("/movie/555")
    (request,) = server.requests
    assert (request.query, request.headers.get("authorization")) == (query, authorization)


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        ("", ""),
        ("ann@example.org", "(mailto:ann@example.org) "),
        ("mailto:ann@example.org", "(mailto:ann@example.org) "),
        ("https://example.org/@ann", "(https://example.org/@ann) "),
        ("User:Ann", "(User:Ann) "),
    ],
)
def test_wikimedia_is_told_whom_to_write_to_and_tmdb_is_not(server: Server, contact: str, said: str) -> None:
    server.play(ANYTHING)
    for site in opened(SiteAccess(START, contact, KEY, manners=QUICK)).all:
        site.ask("/")
    agents = [request.headers["user-agent"].split("urllib3")[0] for request in server.requests]
    assert agents == [f"watchlist/{VERSION} {said}", f"watchlist/{VERSION} {said}", f"watchlist/{VERSION} "]


def test_who_does_not_say_who_asks_waits_longer_between_calls_of_wikimedia(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    server.play(ANYTHING)
    for contact in ("", "ann@example.org"):
        for site in opened(SiteAccess(START, contact, KEY)).all:
            site.ask("/")
            site.ask("/")
    pauses = [round(seconds, 1) for seconds in slept[1::2]]
    assert pauses == [pytest.approx(pause, abs=0.1) for pause in (6.0, 6.0, 0.2, 0.2, 0.2, 0.2)]


def test_a_run_is_recorded_without_the_key_and_played_again_without_a_network_or_a_pause(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.play(ANYTHING)
    trace = tmp_path / "said.jsonl"
    recorded = opened(SiteAccess(START, tmdb_key=KEY, trace=trace, manners=QUICK))
    assert recorded.tmdb is not None
    recorded.wikidata.ask("/")
    assert [recorded.tmdb.ask("/movie/555") for _ in range(2)] == [{"echo": KEY}] * 2
    assert KEY not in trace.read_text()
    server.forget()
    monkeypatch.setattr("time.sleep", lambda seconds: pytest.fail("it waits") if seconds else None)
    again = opened(SiteAccess(START, replay=trace))
    assert again.tmdb is not None
    assert again.wikidata.ask("/") == {"heard": True}
    assert [again.tmdb.ask("/movie/555") for _ in range(2)] == [{"echo": "***"}] * 2
    assert server.requests == []


def test_a_recording_without_tmdb_is_played_without_it_though_there_is_a_key(server: Server, tmp_path: Path) -> None:
    server.play(ANYTHING)
    trace = tmp_path / "said.jsonl"
    opened(SiteAccess(START, trace=trace, manners=QUICK)).wikidata.ask("/")
    assert opened(SiteAccess(START, tmdb_key=KEY, replay=trace)).tmdb is None


def test_the_manners_of_a_run_are_for_every_site(server: Server) -> None:
    server.play(ANYTHING)
    for site in opened(SiteAccess(START, tmdb_key=KEY, manners=QUICK._replace(calls=1))).all:
        site.ask("/")
        with pytest.raises(BudgetSpent):
            site.ask("/")


def test_waits_are_reported(server: Server) -> None:
    server.play(ANYTHING | {"broken": {"wikipedia": {"0": 503}}})
    words: list[str] = []
    open_sites(SiteAccess(START, manners=QUICK), words.append).wikipedia.ask("/")
    assert words == ["Wikipedia will be asked again in 0.01 s."]


def test_the_key_is_sent_to_tmdb_alone(paths: Paths, server: Server) -> None:
    refresher = Refresher(paths, KLARA, key="k" * 32)
    server.play(world(klara(on("2031")), tmdb={"movie/555": movie("2031-12-18")}))
    refresher.refresh()
    with_key = {request.path for request in server.requests if "k" * 32 in str(request)}
    assert with_key == {"/tmdb/movie/555"}
    agents = {request.headers["user-agent"] for request in server.requests if request.path.startswith("/tmdb")}
    assert all("ann@example.org" not in one for one in agents)


def test_calls_are_one_at_a_time_and_apart_and_say_who_asks(paths: Paths, server: Server) -> None:
    refresher = Refresher(paths, *many(51))
    server.play(world(*items(51, "2031-12-18")))
    refresher.refresh(manners=Manners(pause=0.1))
    gaps = [after.began - before.ended for before, after in pairwise(server.requests)]
    assert min(gaps) >= 0.09
    agents = {request.headers["user-agent"].split(" urllib3")[0] for request in server.requests}
    assert agents == {f"watchlist/{VERSION} (mailto:ann@example.org)"}
