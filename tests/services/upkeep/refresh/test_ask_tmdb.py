"""What TMDB says of a film: found by its number, by IMDb's, or by title, and read only if it is that film."""

from refresher import KLARA, Refresher, movie, world
from watchlist.storage.paths import Paths
from web_server import Server


def test_an_answer_for_another_film_is_not_heard(paths: Paths, server: Server) -> None:
    refresher = Refresher(paths, KLARA, key="k" * 32)
    server.play(world(tmdb={"movie/555": movie("2031-12-18", id=556)}))
    refresher.refresh()
    assert refresher.said() == []
