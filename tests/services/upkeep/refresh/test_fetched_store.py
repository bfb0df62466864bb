"""What a refresh keeps: nothing is lost or written twice, and what TMDB said ends after half a year."""

from refresher import KLARA, Refresher, answers, movie, news, world
from watchlist.storage.paths import Paths
from web_server import Server


def test_the_same_answers_change_no_byte(refresher: Refresher, server: Server) -> None:
    assert news(refresher.refresh()) == ["klara announced 2031-12-18"]
    before = refresher.paths.fetched.read_bytes(), refresher.paths.fetched.stat().st_mtime_ns
    again = refresher.refresh(3)
    assert (news(again), answers(again)) == ([], ["klara same"])
    assert (refresher.paths.fetched.read_bytes(), refresher.paths.fetched.stat().st_mtime_ns) == before
    assert not refresher.paths.fetched_tmdb.exists()
    server.forget()


def test_what_tmdb_says_has_a_file_of_its_own_and_ends_after_half_a_year(paths: Paths, server: Server) -> None:
    refresher = Refresher(paths, KLARA, key="k" * 32)
    server.play(world(tmdb={"movie/555": movie("2031-12-18")}))
    refresher.refresh()
    assert refresher.said() == ["US theatrical 2031-12-18 announced ../day0 TMDB"]
    assert not paths.fetched.exists()
    server.play(world(tmdb={"movie/555": movie("2032-05-01")}))
    refresher.refresh(60)
    assert len(refresher.said()) == 2
    refresher.refresh(181)
    assert refresher.said() == ["US theatrical 2032-05-01 announced day0/day60 TMDB"]
