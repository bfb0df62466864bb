"""Looking one film up: the films that a title may mean, and what every site says of the one that is meant."""

from collections.abc import Iterator

import pytest

from claims import claim
from exports import ids
from played_sites import NOW, PlayedSites
from refresher import article, movie, on, world
from watchlist.domain.film import Film
from watchlist.services.upkeep.refresh.fetched_store import FetchedStore, open_fetched_store
from watchlist.services.upkeep.refresh.lookup import LookedUp, Lookup
from watchlist.services.upkeep.refresh.sites import Sites
from watchlist.storage.fetched_file import FetchedFile
from watchlist.storage.memory.data_file import read_data
from watchlist.storage.paths import Paths
from watchlist.storage.web.client import Manners
from watchlist.storage.web.sites import LiveSite
from wikidata_items import entity

KLARA = Film("klara-2031", "")
"""A film that nobody here has heard of, under an id that is free."""


@pytest.fixture
def store(paths: Paths) -> Iterator[FetchedStore]:
    with open_fetched_store(paths) as store:
        yield store


def begun(played: PlayedSites, store: FetchedStore, *, with_key: bool = False) -> Lookup:
    wikidata, wikipedia, tmdb = (played.client(site) for site in LiveSite)
    return Lookup(Sites(wikidata, wikipedia, tmdb if with_key else None), store, NOW, ["US"])


PAST = [("2025-02-01", "2030|12|20"), ("2025-05-01", "2031|12|18")]


def sites() -> PlayedSites:
    """Play one film that all sites know, whose article has a past."""
    past = [
        {
            "revid": 5000 + number,
            "timestamp": f"{day}T12:00:00Z",
            "content": f"{{{{Infobox film\n| released = {{{{Film date|{when}|United States}}}}\n}}}}",
        }
        for number, (day, when) in enumerate(PAST)
    ]
    german = {"iso_3166_1": "DE", "release_dates": [{"type": 3, "release_date": "2031-12-25T00:00:00.000Z"}]}
    film = entity("Q7", "Klara", on("2031-12-18"), edited="2025-10-01", article="Klara", P57="Q100", P4947="555")
    return PlayedSites(
        world(
            film,
            entity("Q8", "Klara", on("1970"), P345="tt8"),
            entity("Q9", "Klara", P31="Q571"),
            entity("Q100", "Ann"),
            pages={"Klara": article("{{Film date|2031|12|18|United States}}") | {"past": past}},
            tmdb={"movie/555": movie("2031-12-25", release_dates={"results": [german]})},
        )
    )


def said(found: LookedUp) -> list[str]:
    return [f"{one.region} {one.date} {one.reported} {one.source.publisher}" for one in found.film.claims]


def test_the_films_with_a_title_are_candidates_with_their_facts(store: FetchedStore) -> None:
    found = begun(sites(), store).candidates("Klara")
    assert [(one.item.id, one.facts.id, one.facts.title, one.facts.directors) for one in found] == [
        ("Q7", "klara-2031", "Klara", ("Ann",)),
        ("Q8", "klara-1970", "Klara", ()),
    ]


@pytest.mark.parametrize(("item", "found"), [("Q7", ["Q7"]), ("Q9", []), ("Q99", [])])
def test_the_number_of_an_item_is_no_title(store: FetchedStore, item: str, found: list[str]) -> None:
    played = sites()
    assert [one.item.id for one in begun(played, store).candidates(item)] == found
    assert played.values("srsearch") == []


@pytest.mark.parametrize(
    ("film", "is_chosen", "is_same"),
    [
        (Film("klara", "Klara"), False, False),
        (Film("klara", "Klara"), True, True),
        (Film("klara", "Klara", year=2031), False, True),
        (Film("klara", "Klara", directors=("Ann",)), False, True),
        (Film("klara", "Otherwise", ids=ids(tmdb="555")), False, True),
        (Film("klara", "Klara", year=2031, ids=ids(tmdb="556")), False, False),
        (Film("klara", "Klara", year=2031, ids=ids(tmdb="556")), True, False),
    ],
)
def test_a_film_of_ours_is_the_candidate_if_that_is_certain_or_the_user_says_so(
    store: FetchedStore, film: Film, is_chosen: bool, is_same: bool
) -> None:
    search = begun(sites(), store)
    (candidate,) = search.candidates("Q7")
    assert search.is_same(film, candidate, chosen=is_chosen) is is_same


def looked(search: Lookup, film: Film = KLARA, *, history: bool = False) -> LookedUp:
    (candidate,) = search.candidates("Q7")
    return search.look(candidate, film, history=history)


def test_a_new_film_has_the_facts_of_wikidata_under_its_own_id_and_the_word_of_every_site(store: FetchedStore) -> None:
    found = looked(begun(sites(), store, with_key=True))
    assert (found.film.id, found.film.title, found.film.directors) == ("klara-2031", "Klara", ("Ann",))
    assert found.faults == ()
    assert said(found) == [
        "US 2031-12-18 ../2026-11-20 Wikidata",
        "US 2031-12-18 ../2026-11-20 Wikipedia",
        "DE 2031-12-25 ../2026-11-20 TMDB",
    ]


def test_a_known_film_keeps_its_facts_and_its_claims(store: FetchedStore) -> None:
    known = Film("klara", "My Klara", claims=(claim("2033", reported="2020-01-01"),))
    found = looked(begun(sites(), store), known)
    assert found.film._replace(claims=()) == known._replace(claims=())
    assert [one.split()[1] for one in said(found)] == ["2033", "2031-12-18", "2031-12-18"]


def test_with_its_history_a_film_has_each_date_from_the_day_on_which_it_came(store: FetchedStore) -> None:
    assert said(looked(begun(sites(), store), history=True)) == [
        "US 2030-12-20 2025-02-01 Wikipedia",
        "US 2031-12-18 2025-05-01 Wikipedia",
        "US 2031-12-18 2025-05-01/2026-11-20 Wikidata",
    ]


def test_a_film_without_an_article_has_no_history(store: FetchedStore) -> None:
    played = sites()
    del played.world["entities"]["Q7"]["sitelinks"]
    assert [one.split()[-1] for one in said(looked(begun(played, store), history=True))] == ["Wikidata"]


def test_each_site_that_fails_is_named_and_the_others_answer(store: FetchedStore) -> None:
    played = sites()
    search = begun(played, store, with_key=True)
    played.world["broken"] = {"wikipedia": {"0": 404}, "tmdb": {"0": 401}}
    found = looked(search)
    assert found.faults == (
        "Wikipedia: answered with the error 404",
        "TMDB: refused us (401): is the key right?",
    )
    assert [one.split()[-1] for one in said(found)] == ["Wikidata"]


def test_a_history_that_fails_leaves_the_article_as_it_is_now(store: FetchedStore) -> None:
    played = sites()
    played.world["broken"] = {"wikipedia": {"0": 404}}
    found = looked(begun(played, store), history=True)
    assert found.faults == ("Wikipedia: answered with the error 404",)
    assert [one.split()[-1] for one in said(found)] == ["Wikidata", "Wikipedia"]


def test_a_film_is_kept_only_when_that_is_wished(paths: Paths) -> None:
    with open_fetched_store(paths) as store:
        search = begun(sites(), store)
        found = looked(search)
    assert not paths.fetched.exists()
    with open_fetched_store(paths) as store:
        search = begun(sites(), store)
        looked(search)
        search.keep()
        assert store.memory.of("klara-2031").item == "Q7"
        assert list(store.memory.things) == ["Q100"]
    (film,) = FetchedFile(paths.fetched).films
    assert (film.id, film.title, film.claims) == ("klara-2031", "Klara", found.film.claims)


def test_what_is_remembered_of_a_film_counts_when_it_is_looked_up_again(paths: Paths) -> None:
    played = sites()
    for _ in range(2):
        with open_fetched_store(paths) as store:
            search = begun(played, store)
            looked(search, next(iter(FetchedFile(paths.fetched).films), KLARA))
            search.keep()
    (film,) = FetchedFile(paths.fetched).films
    assert [one.source.publisher for one in film.claims] == ["Wikidata", "Wikipedia"]
    of_articles = [query["rvprop"] for path, query in played.asked if path == "/wikipedia"]
    assert of_articles == ["ids|timestamp|content", "ids|timestamp"]


def test_calls_for_old_revisions_are_two_seconds_apart(store: FetchedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    played = sites()
    usual, wikipedia = (played.client(site, Manners()) for site in (LiveSite.WIKIDATA, LiveSite.WIKIPEDIA))
    search = Lookup(Sites(usual, wikipedia, None), store, NOW)
    (candidate,) = search.candidates("Q7")
    slept.clear()
    search.look(candidate, KLARA, history=True)
    assert [round(one, 1) for one in slept] == [0, 2, 2]


def test_offers_are_those_of_the_regions_that_are_wanted(paths: Paths) -> None:
    played = sites()
    offered = {region: {"flatrate": [{"provider_name": "Netflix"}]} for region in ("US", "DE")}
    played.world["tmdb"]["movie/555"]["watch/providers"] = {"results": offered}
    with open_fetched_store(paths) as store:
        search = begun(played, store, with_key=True)
        looked(search)
        search.keep()
    data = read_data(paths.offers)
    assert isinstance(data, dict)
    assert str(data["klara-2031"]).count("Netflix") == 1
