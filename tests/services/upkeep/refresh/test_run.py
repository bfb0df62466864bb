"""Refreshes on several days: what each adds to the files, against a server that plays the sites."""

from datetime import timedelta

from claims import claim
from refresher import KLARA, QUICK, START, Refresher, answers, article, items, klara, many, news, on, world
from watchlist.domain.release import releases_on
from watchlist.storage.paths import Paths
from web_server import Server
from wikidata_items import GERMANY, US, reference


def test_twice_within_the_hour_asks_nothing_twice(refresher: Refresher, server: Server) -> None:
    refresher.refresh()
    server.forget()
    again = refresher.refresh()
    assert (server.requests, again.asked, again.fresh) == ([], (), 1)
    assert refresher.refresh(force=True).fresh == 0
    assert server.requests


def test_a_slip_between_two_refreshes_is_one_move_between_two_days(refresher: Refresher, server: Server) -> None:
    refresher.refresh()
    server.play(world(klara(on("2032-05-01"), revision=2)))
    assert news(refresher.refresh(9)) == ["klara slip 2032-05-01"]
    assert refresher.said() == [
        "US theatrical 2031-12-18 announced ../day0 Wikidata",
        "US theatrical 2032-05-01 announced day0/day9 Wikidata",
    ]
    assert refresher.moves(9) == ["announced 2031-12-18", "slip 2032-05-01 135"]


def test_there_and_back_again_is_three_claims(refresher: Refresher, server: Server) -> None:
    refresher.refresh()
    for days, when in ((5, "2032-05-01"), (9, "2031-12-18")):
        server.play(world(klara(on(when), revision=days)))
        refresher.refresh(days)
    assert refresher.moves(9) == ["announced 2031-12-18", "slip 2032-05-01 135", "moved-up 2031-12-18 -135"]


def test_a_refresh_that_changes_nothing_narrows_the_day_of_the_next_change(
    refresher: Refresher, server: Server
) -> None:
    refresher.refresh()
    refresher.refresh(7)
    server.play(world(klara(on("2032-05-01"), revision=2)))
    refresher.refresh(9)
    assert refresher.said()[1] == "US theatrical 2032-05-01 announced day7/day9 Wikidata"


def test_a_record_that_is_older_than_a_known_article_moves_nothing(paths: Paths, server: Server) -> None:
    told = claim("2032-05-01", reported=str(START.date() - timedelta(days=10)))
    first = claim("2031-12-18", reported="2025-01-01")
    refresher = Refresher(paths, KLARA._replace(claims=(first, told)))
    server.play(world(klara(on("2031-12-18"))))
    assert news(refresher.refresh()) == []


def test_a_cited_page_that_is_older_than_the_known_one_is_history(paths: Paths, server: Server) -> None:
    told = claim("2032-05-01", reported="2026-05-05")
    refresher = Refresher(paths, KLARA._replace(claims=(told,)))
    server.play(world(klara(on("2031-12-18", reference("https://deadline.com/a", "2025-02-02")))))
    refresher.refresh()
    assert refresher.moves(0) == ["announced 2031-12-18", "slip 2032-05-01 135"]
    assert refresher.said()[1] == "US theatrical 2031-12-18 announced 2025-02-02 deadline.com"


def test_two_places_are_two_claims(refresher: Refresher, server: Server) -> None:
    server.play(world(klara(on("2031-12-18", P291=[US, GERMANY]))))
    refresher.refresh()
    assert [one[:2] for one in refresher.said()] == ["US", "DE"]


def test_what_was_fetched_is_not_known_before_it_was_said(refresher: Refresher) -> None:
    refresher.refresh()
    assert releases_on(refresher.known()[0].claims, START.date() - timedelta(days=1)) == ()
    assert len(releases_on(refresher.known()[0].claims, START.date())) == 1


def test_a_vanished_date_is_told_and_changes_nothing(refresher: Refresher, server: Server) -> None:
    refresher.refresh()
    server.play(world(klara(revision=2)))
    result = refresher.refresh(9)
    assert (news(result), answers(result)) == ([], ["klara same"])
    assert refresher.moves(9) == ["announced 2031-12-18"]
    server.play(world(klara(on("2031-12-18"), revision=3)))
    assert news(refresher.refresh(12)) == []


def test_fifty_one_films_are_two_batches_and_a_busy_server_is_asked_again(paths: Paths, server: Server) -> None:
    refresher = Refresher(paths, *many(51))
    server.play(world(*items(51, "2031-12-18"), broken={"wikidata": {"2": 503}}))
    result = refresher.refresh()
    assert [one.answer for one in result.asked] == ["changed"] * 51
    assert [len(request.query["ids"].split("|")) for request in server.requests] == [50, 20, 20, 20, 10, 1, 1]


def test_what_the_calls_of_a_run_do_not_reach_is_asked_by_the_next(paths: Paths, server: Server) -> None:
    refresher = Refresher(paths, *many(51))
    server.play(world(*items(51, "2031-12-18")))
    first = refresher.refresh(manners=QUICK._replace(calls=4))
    assert (first.left, len(first.news)) == (1, 50)
    second = refresher.refresh()
    assert (second.left, news(second), second.fresh) == (0, ["film-50 announced 2031-12-18"], 50)


def test_when_most_films_are_suddenly_gone_nothing_is_believed(paths: Paths, server: Server) -> None:
    refresher = Refresher(paths, *many(12))
    server.play(world(*items(12, "2031-12-18")))
    refresher.refresh()
    memory = refresher.paths.memory.read_bytes()
    server.play(world(*items(4, "2032", revision=2)))
    result = refresher.refresh(3)
    assert [one.answer for one in result.asked] == ["not-answered"] * 12
    assert refresher.paths.memory.read_bytes() == memory
    assert len(refresher.refresh(3, force=True).news) == 4


def test_the_oldest_answer_is_asked_for_first(paths: Paths, server: Server) -> None:
    films = many(3)
    server.play(world(*items(3, "2031")))
    Refresher(paths, films[0]).refresh(0)
    Refresher(paths, films[2]).refresh(1)
    server.forget()
    Refresher(paths, *films).refresh(2)
    assert server.requests[0].query["ids"] == "Q1001|Q1000|Q1002"


def test_where_one_site_fails_the_others_go_on(refresher: Refresher, server: Server) -> None:
    pages = {"Klara": article("{{Film date|2032|5|1|United States}}")}
    server.play(world(klara(on("2031-12-18"), article="Klara"), pages=pages, broken={"wikipedia": {"0": 404}}))
    result = refresher.refresh()
    assert refresher.said() == ["US theatrical 2031-12-18 announced ../day0 Wikidata"]
    assert [(one.site, one.fault) for one in result.sites] == [
        ("Wikidata", ""),
        ("Wikipedia", "answered with the error 404"),
    ]
