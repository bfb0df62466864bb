"""Looks at the sites on several days: what each adds to the files, against a server that plays the sites."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from claims import claim
from watchlist.domain.claim import Claim
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.release import releases_on
from watchlist.services.live.news import Refreshed
from watchlist.services.upkeep.refresh.fetched_store import open_fetched_store
from watchlist.services.upkeep.refresh.run import Run, Wishes
from watchlist.services.upkeep.refresh.sites import Errand, open_sites
from watchlist.storage.index.indexed_films import open_films
from watchlist.storage.paths import Paths, find_paths
from watchlist.storage.web.client import Manners
from web_server import Server, running
from wikidata_items import GERMANY, US, entity, reference, statement, time

VERSION = version("watchlist")
START = datetime.now(UTC)
QUICK = Manners(pause=0, slow=9, wait=0.01)

KLARA = Film("klara", "Klara and the Sun", year=2026, ids=(ExternalId("tmdb", "555"),))
"""A film of the user's own catalogue, on which there are no claims."""


def on(when: str, *references: dict[str, Any], **qualifiers: Any) -> dict[str, Any]:
    return statement(time(when), *references, **{"P291": US, **qualifiers})


def klara(*dates: dict[str, Any], revision: int = 1, **more: Any) -> dict[str, Any]:
    return entity("Q7", "Klara and the Sun", *dates, revision=revision, edited="2025-10-01", P4947="555", **more)


def world(*films: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"entities": {one["id"]: one for one in films}, **more}


def article(released: str, revision: int = 1, item: str = "Q7") -> dict[str, Any]:
    content = f"{{{{Infobox film\n| name = Klara\n| released = {released}\n}}}}"
    return {"revid": revision, "timestamp": "2025-10-01T00:00:00Z", "item": item, "content": content}


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


class Looker:
    """Looks at the sites, a number of days after the start."""

    def __init__(self, paths: Paths, *films: Film, key: str = "") -> None:
        self.paths = paths
        self.films = films
        self.key = key

    def known(self) -> list[Film]:
        """Give the films with all that is known of them now."""
        layered = open_films(self.paths).films([film.id for film in self.films]).films
        return [
            film._replace(claims=(*film.claims, *(layered[film.id].claims if film.id in layered else ())))
            for film in self.films
        ]

    def look(self, days: int = 0, *, force: bool = False, manners: Manners = QUICK) -> Refreshed:
        now = START + timedelta(days=days)
        errand = Errand(now, "ann@example.org", self.key, manners=manners)
        with open_fetched_store(self.paths) as kept:
            run = Run(open_sites(errand, lambda _: None), kept, Wishes(now.date(), now, ("US",), force))
            return run.refresh(self.known(), lambda _: None)

    def said(self, number: int = 0) -> list[str]:
        """Give every claim on a film: what, how sure, said when as days from the start, and by whom."""
        return [
            f"{one.region} {one.channel} {one.date} {one.certainty} {self.when(one)} {one.source.publisher}"
            for one in self.known()[number].claims
        ]

    @staticmethod
    def when(one: Claim) -> str:
        reported = str(one.reported)
        for days in range(400):
            reported = reported.replace(str(START.date() + timedelta(days=days)), f"day{days}")
        return reported

    def moves(self, days: int) -> list[str]:
        today = START.date() + timedelta(days=days)
        (release,) = releases_on(self.known()[0].claims, today)
        return [f"{one.kind} {one.after} {one.days or ''}".strip() for one in release.moves]


def answers(result: Refreshed) -> list[str]:
    return [f"{one.film.id} {one.answer}" for one in result.asked]


def news(result: Refreshed) -> list[str]:
    return [f"{one.film.id} {one.move.kind} {one.move.after}" for one in result.news]


@pytest.fixture
def looker(paths: Paths, server: Server) -> Looker:
    server.play(world(klara(on("2031-12-18"))))
    return Looker(paths, KLARA)


def test_the_same_answers_change_no_byte(looker: Looker, server: Server) -> None:
    assert news(looker.look()) == ["klara announced 2031-12-18"]
    before = looker.paths.fetched.read_bytes(), looker.paths.fetched.stat().st_mtime_ns
    again = looker.look(3)
    assert (news(again), answers(again)) == ([], ["klara same"])
    assert (looker.paths.fetched.read_bytes(), looker.paths.fetched.stat().st_mtime_ns) == before
    assert not looker.paths.fetched_tmdb.exists()
    server.forget()


def test_twice_within_the_hour_asks_nothing_twice(looker: Looker, server: Server) -> None:
    looker.look()
    server.forget()
    again = looker.look()
    assert (server.requests, again.asked, again.fresh) == ([], (), 1)
    assert looker.look(force=True).fresh == 0
    assert server.requests


def test_a_slip_between_two_looks_is_one_move_between_two_days(looker: Looker, server: Server) -> None:
    looker.look()
    server.play(world(klara(on("2032-05-01"), revision=2)))
    assert news(looker.look(9)) == ["klara slip 2032-05-01"]
    assert looker.said() == [
        "US theatrical 2031-12-18 announced ../day0 Wikidata",
        "US theatrical 2032-05-01 announced day0/day9 Wikidata",
    ]
    assert looker.moves(9) == ["announced 2031-12-18", "slip 2032-05-01 135"]


def test_there_and_back_again_is_three_claims(looker: Looker, server: Server) -> None:
    looker.look()
    for days, when in ((5, "2032-05-01"), (9, "2031-12-18")):
        server.play(world(klara(on(when), revision=days)))
        looker.look(days)
    assert looker.moves(9) == ["announced 2031-12-18", "slip 2032-05-01 135", "moved-up 2031-12-18 -135"]


def test_a_look_that_changes_nothing_narrows_the_day_of_the_next_change(looker: Looker, server: Server) -> None:
    looker.look()
    looker.look(7)
    server.play(world(klara(on("2032-05-01"), revision=2)))
    looker.look(9)
    assert looker.said()[1] == "US theatrical 2032-05-01 announced day7/day9 Wikidata"


def test_a_record_that_is_older_than_a_known_article_moves_nothing(paths: Paths, server: Server) -> None:
    told = claim("2032-05-01", reported=str(START.date() - timedelta(days=10)))
    first = claim("2031-12-18", reported="2025-01-01")
    looker = Looker(paths, KLARA._replace(claims=(first, told)))
    server.play(world(klara(on("2031-12-18"))))
    assert news(looker.look()) == []


def test_a_cited_page_that_is_older_than_the_known_one_is_history(paths: Paths, server: Server) -> None:
    told = claim("2032-05-01", reported="2026-05-05")
    looker = Looker(paths, KLARA._replace(claims=(told,)))
    server.play(world(klara(on("2031-12-18", reference("https://deadline.com/a", "2025-02-02")))))
    looker.look()
    assert looker.moves(0) == ["announced 2031-12-18", "slip 2032-05-01 135"]
    assert looker.said()[1] == "US theatrical 2031-12-18 announced 2025-02-02 deadline.com"


def test_two_places_are_two_claims(looker: Looker, server: Server) -> None:
    server.play(world(klara(on("2031-12-18", P291=[US, GERMANY]))))
    looker.look()
    assert [one[:2] for one in looker.said()] == ["US", "DE"]


def test_what_was_fetched_is_not_known_before_it_was_said(looker: Looker) -> None:
    looker.look()
    assert releases_on(looker.known()[0].claims, START.date() - timedelta(days=1)) == ()
    assert len(releases_on(looker.known()[0].claims, START.date())) == 1


def test_no_date_any_more_strikes_the_old_one(looker: Looker, server: Server) -> None:
    more = {"pages": {"Klara": article("{{Film date|2031|12|18|US}}")}}
    server.play(world(klara(article="Klara"), **more))
    looker.look()
    more = {"pages": {"Klara": article("{{Film date|TBA}}<!-- x -->", 2)}}
    server.play(world(klara(article="Klara"), **more))
    looker.look(9)
    assert [one.split(" day")[0] for one in looker.said()][-1].startswith("WW theatrical XXXX announced")


def test_a_vanished_date_is_told_and_changes_nothing(looker: Looker, server: Server) -> None:
    looker.look()
    server.play(world(klara(revision=2)))
    result = looker.look(9)
    assert (news(result), answers(result)) == ([], ["klara same"])
    assert looker.moves(9) == ["announced 2031-12-18"]
    server.play(world(klara(on("2031-12-18"), revision=3)))
    assert news(looker.look(12)) == []


def test_a_deleted_item_loses_nothing(looker: Looker, server: Server) -> None:
    looker.look()
    server.play(world())
    result = looker.look(9)
    assert answers(result) == ["klara gone"]
    assert result.asked[0].note == "Q7 is not in Wikidata any more"
    assert looker.moves(9) == ["announced 2031-12-18"]


def test_a_merged_item_goes_on_under_its_new_number(looker: Looker, server: Server) -> None:
    looker.look()
    merged = {**klara(on("2032-05-01"), revision=5), "id": "Q8"}
    server.play({"entities": {"Q8": merged}, "redirects": {"Q7": "Q8"}})
    assert news(looker.look(9)) == ["klara slip 2032-05-01"]
    server.play({"entities": {"Q8": {**klara(on("2033-05-01"), revision=6), "id": "Q8"}}})
    assert news(looker.look(12)) == ["klara slip 2033-05-01"]


@pytest.mark.parametrize("now", [{"P31": "Q571"}, {"P345": "tt9999999"}])
def test_an_item_that_became_something_else_is_not_heard(paths: Paths, server: Server, now: dict[str, str]) -> None:
    looker = Looker(paths, KLARA._replace(ids=(ExternalId("tmdb", "555"), ExternalId("imdb", "tt1"))))
    server.play(world(klara(on("2031-12-18"), P345="tt1")))
    looker.look()
    server.play(world(klara(on("2035"), revision=2, **now)))
    result = looker.look(9)
    assert (answers(result), news(result)) == (["klara no-film"], [])


def many(count: int) -> list[Film]:
    return [Film(f"film-{n}", f"Film {n}", ids=(ExternalId("wikidata", f"Q{1000 + n}"),)) for n in range(count)]


def items(count: int, when: str, revision: int = 1) -> list[dict[str, Any]]:
    return [entity(f"Q{1000 + n}", f"Film {n}", on(when), revision=revision, edited="2025-10-01") for n in range(count)]


def test_fifty_one_films_are_two_batches_and_a_busy_server_is_asked_again(paths: Paths, server: Server) -> None:
    looker = Looker(paths, *many(51))
    server.play(world(*items(51, "2031-12-18"), broken={"wikidata": {"2": 503}}))
    result = looker.look()
    assert [one.answer for one in result.asked] == ["changed"] * 51
    assert [len(request.query["ids"].split("|")) for request in server.requests] == [50, 20, 20, 20, 10, 1, 1]


def test_what_the_calls_of_a_run_do_not_reach_is_asked_by_the_next(paths: Paths, server: Server) -> None:
    looker = Looker(paths, *many(51))
    server.play(world(*items(51, "2031-12-18")))
    first = looker.look(manners=QUICK._replace(calls=4))
    assert (first.left, len(first.news)) == (1, 50)
    second = looker.look()
    assert (second.left, news(second), second.fresh) == (0, ["film-50 announced 2031-12-18"], 50)


def test_when_most_films_are_suddenly_gone_nothing_is_believed(paths: Paths, server: Server) -> None:
    looker = Looker(paths, *many(12))
    server.play(world(*items(12, "2031-12-18")))
    looker.look()
    memory = looker.paths.memory.read_bytes()
    server.play(world(*items(4, "2032", revision=2)))
    result = looker.look(3)
    assert [one.answer for one in result.asked] == ["not-answered"] * 12
    assert looker.paths.memory.read_bytes() == memory
    assert len(looker.look(3, force=True).news) == 4


def test_the_oldest_answer_is_asked_for_first(paths: Paths, server: Server) -> None:
    films = many(3)
    server.play(world(*items(3, "2031")))
    Looker(paths, films[0]).look(0)
    Looker(paths, films[2]).look(1)
    server.forget()
    Looker(paths, *films).look(2)
    assert server.requests[0].query["ids"] == "Q1001|Q1000|Q1002"


def test_two_films_of_ours_are_never_made_one(paths: Paths, server: Server) -> None:
    twin = KLARA._replace(id="klara-2", ids=(ExternalId("wikidata", "Q7"),))
    looker = Looker(paths, KLARA._replace(ids=(ExternalId("wikidata", "Q7"),)), twin)
    server.play(world(klara(on("2031-12-18"))))
    result = looker.look()
    assert answers(result) == ["klara changed", "klara-2 several"]
    assert result.asked[1].note == "Wikidata has one film for it and for klara"


@pytest.mark.parametrize(
    ("films", "answer"),
    [
        ([("Q7", "Klara and the Sun", "2026-12-18", "Q11424")], "changed"),
        ([("Q7", "Klara and the Sun", "2027-12-18", "Q11424")], "changed"),
        ([("Q7", "Klara and the Sun", "2029-12-18", "Q11424")], "several"),
        ([("Q7", "Klara and the Sun II", "2026-12-18", "Q11424")], "several"),
        ([("Q7", "Klara and the Sun", "2026-12-18", "Q571")], "not-found"),
        (
            [("Q7", "Klara and the Sun", "2026-12-18", "Q11424"), ("Q8", "Klara and the Sun", "2026-01", "Q11424")],
            "several",
        ),
        ([], "not-found"),
    ],
)
def test_only_a_certain_match_by_title_is_taken(
    paths: Paths, server: Server, films: list[tuple[str, str, str, str]], answer: str
) -> None:
    found = [entity(item, title, on(when), edited="2025-10-01", P31=kind) for item, title, when, kind in films]
    server.play(world(*found))
    looker = Looker(paths, KLARA._replace(ids=()))
    assert answers(looker.look()) == [f"klara {answer}"]


def test_a_director_makes_a_match_certain_where_the_year_is_not_known(paths: Paths, server: Server) -> None:
    looker = Looker(paths, KLARA._replace(ids=(), year=None, directors=("Taika Waititi",)))
    film = entity("Q7", "Klara and the Sun", on("2031"), edited="2025-10-01", P57="Q100")
    server.play(world(film, entity("Q100", "Taika Waititi")))
    assert answers(looker.look()) == ["klara changed"]


def test_the_article_is_heard_with_its_citation(looker: Looker, server: Server) -> None:
    citation = "<ref>{{cite news|work=[[Deadline]]|title=It moves|url=https://deadline.com/x|date=4 March 2025}}</ref>"
    pages = {"Klara (film)": article(f"{{{{Film date|2032|5|1|United States|ref1={citation}}}}}")}
    server.play(world(klara(article="Klara (film)"), pages=pages))
    looker.look()
    assert looker.said() == ["US theatrical 2032-05-01 announced 2025-03-04 Deadline"]
    server.forget()
    looker.look(2)
    assert [request.path for request in server.requests] == ["/wikidata", "/wikipedia"]
    assert server.requests[1].query["rvprop"] == "ids|timestamp"


def test_an_article_that_is_about_something_else_now_is_not_heard(looker: Looker, server: Server) -> None:
    pages = {"Klara": article("{{Film date|2032|5|1|United States}}", item="Q999")}
    server.play(world(klara(article="Klara"), pages=pages))
    result = looker.look()
    assert (looker.said(), result.asked[0].note) == ([], 'the article "Klara" is about something else now')


def test_where_one_site_fails_the_others_go_on(looker: Looker, server: Server) -> None:
    pages = {"Klara": article("{{Film date|2032|5|1|United States}}")}
    server.play(world(klara(on("2031-12-18"), article="Klara"), pages=pages, broken={"wikipedia": {"0": 404}}))
    result = looker.look()
    assert looker.said() == ["US theatrical 2031-12-18 announced ../day0 Wikidata"]
    assert [(one.site, one.fault) for one in result.sites] == [
        ("Wikidata", ""),
        ("Wikipedia", "answered with the error 404"),
    ]


def test_calls_are_one_at_a_time_and_apart_and_say_who_asks(paths: Paths, server: Server) -> None:
    looker = Looker(paths, *many(51))
    server.play(world(*items(51, "2031-12-18")))
    looker.look(manners=Manners(pause=0.1))
    gaps = [after.began - before.ended for before, after in pairwise(server.requests)]
    assert min(gaps) >= 0.09
    agents = {request.headers["user-agent"].split(" urllib3")[0] for request in server.requests}
    assert agents == {f"watchlist/{VERSION} (mailto:ann@example.org)"}


def movie(when: str, **more: Any) -> dict[str, Any]:
    dates = [{"type": 3, "release_date": f"{when}T00:00:00.000Z", "note": ""}]
    country = {"iso_3166_1": "US", "release_dates": dates}
    return {"id": 555, "title": "Klara", "release_dates": {"results": [country]}, **more}


def test_what_tmdb_says_has_a_file_of_its_own_and_ends_after_half_a_year(paths: Paths, server: Server) -> None:
    looker = Looker(paths, KLARA, key="k" * 32)
    server.play(world(tmdb={"movie/555": movie("2031-12-18")}))
    looker.look()
    assert looker.said() == ["US theatrical 2031-12-18 announced ../day0 TMDB"]
    assert not paths.fetched.exists()
    server.play(world(tmdb={"movie/555": movie("2032-05-01")}))
    looker.look(60)
    assert len(looker.said()) == 2
    looker.look(181)
    assert looker.said() == ["US theatrical 2032-05-01 announced day0/day60 TMDB"]


def test_the_key_is_sent_to_tmdb_alone(paths: Paths, server: Server) -> None:
    looker = Looker(paths, KLARA, key="k" * 32)
    server.play(world(klara(on("2031")), tmdb={"movie/555": movie("2031-12-18")}))
    looker.look()
    with_key = {request.path for request in server.requests if "k" * 32 in str(request)}
    assert with_key == {"/tmdb/movie/555"}
    agents = {request.headers["user-agent"] for request in server.requests if request.path.startswith("/tmdb")}
    assert all("ann@example.org" not in one for one in agents)


def test_an_answer_for_another_film_is_not_heard(paths: Paths, server: Server) -> None:
    looker = Looker(paths, KLARA, key="k" * 32)
    server.play(world(tmdb={"movie/555": movie("2031-12-18", id=556)}))
    looker.look()
    assert looker.said() == []
