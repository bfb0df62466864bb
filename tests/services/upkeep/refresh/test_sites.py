"""The sites of a run: each is asked in its own manner, and is told no more than it needs."""

from importlib.metadata import version
from itertools import pairwise

from refresher import KLARA, Refresher, items, klara, many, movie, on, world
from watchlist.storage.paths import Paths
from watchlist.storage.web.client import Manners
from web_server import Server

VERSION = version("watchlist")


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
