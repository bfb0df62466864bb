"""Films to come are found in Wikipedia's category and in TMDB's search, those that are known among them, once."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from claims import claim
from exports import ids
from played_sites import NOW, QUICK, PlayedSites
from refresher import on, world
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.film import Film
from watchlist.services.live.memory import Remembered
from watchlist.services.live.news import Answer, Refreshed, SiteState
from watchlist.services.live.reported import SiteReading
from watchlist.services.upkeep.refresh.discover import Discovery
from watchlist.services.upkeep.refresh.draft import FilmDraft
from watchlist.services.upkeep.refresh.fetched_store import FetchedStore, open_fetched_store
from watchlist.services.upkeep.refresh.run import RefreshOptions
from watchlist.services.upkeep.refresh.sites import Sites
from watchlist.storage.fetched_file import FetchedFile
from watchlist.storage.paths import Paths
from watchlist.storage.web.sites import LiveSite
from whole_shelf import WholeShelf
from wikidata_items import entity

TODAY = NOW.date()


def in_days(days: int) -> str:
    return str(TODAY + timedelta(days=days))


@pytest.fixture
def store(paths: Paths) -> Iterator[FetchedStore]:
    with open_fetched_store(paths) as store:
        yield store


def coming(number: int, released: str, title: str = "", **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Make a film to come: its item, and its article."""
    item = entity(f"Q{number}", title or f"Coming {number}", article=f"Article {number}", edited="2025-10-01", **more)
    content = f"{{{{Infobox film\n| released = {released}\n}}}}"
    return item, {"revid": 5, "timestamp": "2025-10-01T00:00:00Z", "item": f"Q{number}", "content": content}


def film_date(when: str, place: str = "United States") -> str:
    return f"{{{{Film date|{when.replace('-', '|')}|{place}}}}}"


def playing(*films: tuple[dict[str, Any], dict[str, Any]], **more: Any) -> PlayedSites:
    pages = {item["sitelinks"]["enwiki"]["title"]: page for item, page in films}
    return PlayedSites(world(*(item for item, _ in films), pages=pages, upcoming=list(pages), **more))


def discover(
    played: PlayedSites,
    store: FetchedStore,
    *known: Film,
    regions: tuple[str, ...] = (),
    with_key: bool = False,
    calls: int = 1000,
) -> Refreshed:
    manners = QUICK._replace(calls=calls)
    wikidata, wikipedia, tmdb = (played.client(site, manners) for site in LiveSite)
    sites = Sites(wikidata, wikipedia, tmdb if with_key else None)
    shelf = WholeShelf(Catalogue({film.id: film for film in known}))
    return Discovery(sites, store, RefreshOptions(TODAY, NOW, regions), shelf).discover()


def found(result: Refreshed) -> list[str]:
    return [one.film.id for one in result.asked]


def said(film: Film) -> list[str]:
    return [f"{one.region} {one.date} {one.reported} {one.source.publisher}" for one in film.claims]


@pytest.mark.parametrize(
    ("released", "regions", "is_wanted"),
    [
        (film_date(in_days(100)), (), True),
        (film_date(in_days(100)), ("US", "JP"), True),
        (film_date(in_days(100), "France"), ("US", "JP"), False),
        (film_date(in_days(100), "worldwide"), ("US",), True),
        (film_date(in_days(100), "Toronto"), (), False),
        (film_date(in_days(0)), (), True),
        (film_date(in_days(-1)), (), False),
        (film_date(in_days(548)), (), True),
        (film_date(in_days(549)), (), False),
        ("{{Film date|2028}}", (), True),
        ("{{Film date|TBA}}", (), False),
        ("", (), False),
    ],
)
def test_a_film_is_wanted_if_it_comes_out_where_one_is_within_eighteen_months(
    store: FetchedStore, released: str, regions: tuple[str, ...], is_wanted: bool
) -> None:
    played = playing(coming(301, released))
    result = discover(played, store, regions=regions)
    assert found(result) == (["coming-301"] if is_wanted else [])
    assert ("Q301" in played.values("ids")) is is_wanted


def test_a_new_film_is_kept_with_what_both_sites_say_of_it(paths: Paths, store: FetchedStore) -> None:
    item, page = coming(301, film_date(in_days(100)), P57="Q100")
    result = discover(playing((item, page), coming(302, film_date(in_days(9), "Toronto"))), store)
    (film,) = FetchedFile(paths.fetched).films
    assert (film.id, film.title, dict(film.ids)) == ("coming-301", "Coming 301", {"wikidata": "Q301"})
    assert said(film) == [f"US {in_days(100)} ../{TODAY} Wikipedia"]
    (asked,) = result.asked
    assert (asked.film.title, asked.answer, asked.note) == ("Coming 301", Answer.CHANGED, "")
    assert [(one.film.title, str(one.move.after)) for one in result.news] == [("Coming 301", in_days(100))]
    assert (result.today, result.unread, result.fresh) == (TODAY, 0, 0)
    memory = store.memory.of("coming-301")
    assert (memory.item, memory.article, memory.article_revision) == ("Q301", "Article 301", 5)
    assert [(one.site, one.fault) for one in result.sites] == [("Wikidata", ""), ("Wikipedia", "")]


def test_the_newest_news_come_first(store: FetchedStore) -> None:
    cited = "<ref>{{cite web|work=Variety|url=https://variety.com/a|date=2026-01-05}}</ref>"
    old = f"{{{{Film date|2027|3|5|United States|ref1={cited}}}}}"
    result = discover(playing(coming(301, film_date(in_days(50))), coming(302, old)), store)
    assert [one.film.title for one in result.news] == ["Coming 302", "Coming 301"]


def test_films_with_one_title_get_ids_of_their_own(store: FetchedStore) -> None:
    films = (coming(number, film_date(in_days(100)), "Coming") for number in (301, 302, 303))
    known = Film("coming", "Another", year=1970)
    assert found(discover(playing(*films), store, known)) == ["coming-no2", "coming-no3", "coming-no4"]


def test_an_id_that_was_given_to_a_film_before_is_not_given_again(store: FetchedStore) -> None:
    store.keep([answered(Film("coming-301", ""), item="Q999")], {}, NOW)
    assert found(discover(playing(coming(301, film_date(in_days(100)))), store)) == ["coming-301-no2"]


def test_what_is_remembered_of_a_film_dates_what_changed_since(paths: Paths, store: FetchedStore) -> None:
    reading = SiteReading("2027-01-01", "announced", "wikipedia-4", TODAY - timedelta(days=9))
    store.keep([answered(Film("klara", ""), item="Q301", readings={"Wikipedia US theatrical": reading})], {}, NOW)
    discover(playing(coming(301, film_date("2027-03-05"))), store, Film("klara", "Klara"))
    (film,) = FetchedFile(paths.fetched).films
    assert said(film) == [f"US 2027-03-05 {in_days(-9)}/{TODAY} Wikipedia"]


@pytest.mark.parametrize(
    ("known", "news"),
    [
        (Film("klara", "Klara", ids=ids(tmdb="555")), f"US 2027 ../{TODAY} Wikidata"),
        (
            Film("klara", "Coming 301", year=2027, claims=(claim("2027-01-01", reported="2026-01-01"),)),
            f"US 2027-03-05 2026-01-02/{TODAY} Wikipedia",
        ),
    ],
)
def test_a_film_that_is_known_is_no_new_one(paths: Paths, store: FetchedStore, known: Film, news: str) -> None:
    release = coming(301, film_date("2027-03-05"), P4947="555")
    release[0]["claims"]["P577"] = entity("Q1", "", on("2027"))["claims"]["P577"]
    assert discover(playing(release), store, known).asked[0].film == known
    (film,) = FetchedFile(paths.fetched).films
    assert (film.id, store.memory.of("klara").item) == ("klara", "Q301")
    assert news in said(film)


def test_an_article_that_was_read_for_a_film_is_not_read_again(store: FetchedStore) -> None:
    played = playing(coming(301, film_date(in_days(100))), coming(302, film_date(in_days(100), "Toronto")))
    discover(played, store)
    played.asked.clear()
    assert found(discover(played, store)) == []
    assert played.values("titles") == ["Article 302"]


def test_an_article_without_an_item_or_with_one_that_is_no_film_is_left_out(store: FetchedStore) -> None:
    nameless, page = coming(301, film_date(in_days(100)))
    del page["item"]
    person = coming(302, film_date(in_days(100)), P31="Q5")
    assert found(discover(playing((nameless, page), person, coming(303, film_date(in_days(100)))), store)) == [
        "coming-303"
    ]


def test_an_item_that_was_merged_into_another_is_left_out(store: FetchedStore) -> None:
    item, page = coming(301, film_date(in_days(100)))
    played = playing((item, page), redirects={"Q301": "Q302"})
    played.world["entities"] = {"Q302": item | {"id": "Q302"}}
    assert found(discover(played, store)) == []


def test_a_film_of_ours_that_has_another_item_is_left_as_it_is(paths: Paths, store: FetchedStore) -> None:
    store.keep([answered(Film("klara", "Klara"), item="Q301")], {}, NOW)
    known = Film("twin", "Coming 301", ids=ids(wikidata="Q301"))
    assert found(discover(playing(coming(301, film_date(in_days(100)))), store, known)) == []
    assert not paths.fetched.exists()


def answered(film: Film, **remembered: Any) -> FilmDraft:
    draft = FilmDraft(film, Remembered(**remembered))
    draft.was_answered()
    return draft


def test_articles_are_read_fifty_at_once_and_what_a_run_does_not_reach_is_counted(
    paths: Paths, store: FetchedStore
) -> None:
    films = [coming(300 + n, film_date(in_days(100))) for n in range(60)]
    played = playing(*films)
    result = discover(played, store, calls=3)
    assert (len(result.asked), result.unread) == (50, 10)
    assert result.sites == (SiteState("Wikidata", 3), SiteState("Wikipedia", 3))
    assert len(FetchedFile(paths.fetched).films) == 50
    result = discover(played, store)
    assert (len(result.asked), result.unread) == (10, 0)


def test_where_wikipedia_fails_tmdb_is_asked_all_the_same(store: FetchedStore) -> None:
    played = playing(tmdb={"discover/movie": listed(900), "movie/900": movie(900)}, broken={"wikipedia": {"0": 404}})
    result = discover(played, store, with_key=True)
    assert found(result) == [f"only-there-{YEAR}"]
    assert result.sites == (
        SiteState("Wikidata", 0),
        SiteState("Wikipedia", 1, "answered with the error 404"),
        SiteState("TMDB", 2),
    )


def test_each_site_that_fails_says_why(store: FetchedStore) -> None:
    played = playing(broken={"wikipedia": {"0": 404}, "tmdb": {"0": 401}})
    assert discover(played, store, with_key=True).sites == (
        SiteState("Wikidata", 0),
        SiteState("Wikipedia", 1, "answered with the error 404"),
        SiteState("TMDB", 1, "refused us (401): is the key right?"),
    )


YEAR = in_days(90)[:4]


def listed(*numbers: Any) -> dict[str, Any]:
    rows = [{"id": n, "title": "Only There", "release_date": in_days(90)} for n in numbers]
    return {"page": 1, "total_pages": 1, "results": rows}


def movie(number: int) -> dict[str, Any]:
    dates = [{"type": 3, "release_date": f"{in_days(90)}T00:00:00.000Z"}]
    row = listed(number)["results"][0]
    return {**row, "release_dates": {"results": [{"iso_3166_1": "JP", "release_dates": dates}]}}


def test_tmdb_knows_films_to_come_that_nobody_else_does(paths: Paths, store: FetchedStore) -> None:
    films = {f"movie/{n}": movie(n) for n in (900, 901)}
    played = playing(tmdb={"discover/movie": listed(900, 901, 555, "x"), **films})
    known = Film("klara", "Klara", ids=ids(tmdb="555"))
    result = discover(played, store, known, regions=("JP",), with_key=True)
    assert found(result) == [f"only-there-{YEAR}", f"only-there-{YEAR}-no2"]
    assert [(film.title, said(film)) for film in FetchedFile(paths.fetched_tmdb).films] == [
        ("Only There", [f"JP {in_days(90)} ../{TODAY} TMDB"])
    ] * 2
    assert [(one.film.id, str(one.move.after)) for one in result.news] == [(one, in_days(90)) for one in found(result)]
    assert [store.memory.of(one).tmdb for one in found(result)] == ["900", "901"]
    paths_asked = [path for path, _ in played.asked if path.startswith("/tmdb")]
    assert paths_asked == ["/tmdb/discover/movie", "/tmdb/movie/900", "/tmdb/movie/901"]
    played.asked.clear()
    assert found(discover(played, store, known, regions=("JP",), with_key=True)) == []
    (call,) = [query for path, query in played.asked if path.startswith("/tmdb")]
    assert call == {
        "region": "JP",
        "with_release_type": "2|3",
        "release_date.gte": str(TODAY),
        "release_date.lte": in_days(548),
        "page": "1",
    }


@pytest.mark.parametrize(("regions", "asked"), [((), [None]), (("JP", "US"), ["JP", "US"])])
def test_tmdb_is_asked_for_each_region_or_for_all_at_once(
    store: FetchedStore, regions: tuple[str, ...], asked: list[str | None]
) -> None:
    played = playing(tmdb={"discover/movie": listed()})
    assert found(discover(played, store, regions=regions, with_key=True)) == []
    assert [query.get("region") for path, query in played.asked if path.startswith("/tmdb")] == asked
