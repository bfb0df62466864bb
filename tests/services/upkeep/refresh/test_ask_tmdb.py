"""What TMDB says of a film: found by its number, by IMDb's, or by title, and read only if it is that film."""

from datetime import date
from typing import Any

import pytest

from exports import ids
from played_sites import PlayedSites
from refresher import KLARA, Refresher, movie, world
from watchlist.domain.film import ExternalId, Film
from watchlist.services.live.memory import Remembered
from watchlist.services.live.news import Answer
from watchlist.services.live.offers import Offers
from watchlist.services.live.tmdb import APPENDED, read_movie
from watchlist.services.upkeep.refresh.ask_tmdb import ask_tmdb, find_upcoming
from watchlist.services.upkeep.refresh.draft import FilmDraft
from watchlist.storage.paths import Paths
from watchlist.storage.web.fault import SiteError
from watchlist.storage.web.sites import LiveSite
from web_server import Server

TODAY = date(2026, 11, 20)
UNKNOWN = Film("klara", "Klara and the Sun", year=2031)
WATCHED = {"watch/providers": {"results": {"US": {"flatrate": [{"provider_name": "Netflix"}]}, "DE": {"flatrate": []}}}}
FOUND: dict[str, Any] = {"search/movie": {"results": []}}
WHOLE = {"append_to_response": APPENDED, "language": "en-US"}


def ask(sites: PlayedSites, *drafts: FilmDraft) -> None:
    ask_tmdb(sites.client(LiveSite.TMDB), drafts, ["US"], TODAY)


def asked(
    sites: PlayedSites, film: Film = KLARA, remembered: Remembered | None = None, item: Film | None = None
) -> FilmDraft:
    """Ask about one film; `item` are the facts that Wikidata has said of it before."""
    draft = FilmDraft(film, remembered or Remembered())
    if item:
        draft.facts["Wikidata"] = item
    ask(sites, draft)
    return draft


def playing(**found: Any) -> PlayedSites:
    """Play TMDB with one film, number 555, and answers of its searches by their kind."""
    return PlayedSites({"tmdb": {"movie/555": movie("2031-12-18", **WATCHED), **FOUND, **found}})


def test_all_that_tmdb_says_of_a_film_is_taken_in() -> None:
    sites = playing()
    draft = asked(sites)
    read = read_movie(movie("2031-12-18", **WATCHED), "klara", today=TODAY, regions=["US"])
    assert read is not None
    assert sites.asked == [("/tmdb/movie/555", WHOLE)]
    assert (draft.facts, draft.said) == ({"TMDB": read.facts}, {"TMDB": list(read.claims)})
    assert draft.offers == (Offers("US", subscription=("Netflix",)),)
    assert [str(one.reported) for one in draft.known] == ["../2026-11-20"]
    assert (draft.remembered.tmdb, draft.remembered.tmdb_day) == ("555", "2026-11-20")
    assert (draft.answer, draft.note) == (Answer.SAME, "")


@pytest.mark.parametrize(
    ("listed", "remembered", "item", "path"),
    [
        ({"tmdb": "555"}, "556", {"tmdb": "557"}, "movie/555"),
        ({}, "556", {"tmdb": "557"}, "movie/557"),
        ({}, "556", {"imdb": "tt1"}, "movie/556"),
        ({"tmdb": "x"}, "556", {}, "movie/556"),
        ({"tmdb": "٥"}, "556", {}, "movie/556"),
        ({"tmdb": "x"}, None, {"tmdb": "557"}, "movie/557"),
        ({"imdb": "tt7"}, None, {}, "find/tt7"),
        ({"imdb": "tt/7"}, None, {}, "search/movie"),
        ({"imdb": "tté"}, None, {}, "search/movie"),
        ({}, None, {}, "search/movie"),
    ],
)
def test_the_number_is_the_listed_one_or_wikidatas_or_the_remembered_one_or_is_searched(
    listed: dict[str, str], remembered: str | None, item: dict[str, str], path: str
) -> None:
    film = UNKNOWN._replace(ids=ids(**listed))
    sites = PlayedSites({"tmdb": {one: {} for one in ("find/tt7", "search/movie")}})
    asked(sites, film, Remembered(tmdb=remembered), Film("klara", "Klara", ids=ids(**item)))
    assert [one.removeprefix("/tmdb/") for one, _ in sites.asked] == [path]


def test_a_film_without_facts_from_wikidata_is_asked_for_under_the_remembered_number() -> None:
    sites = playing()
    assert asked(sites, UNKNOWN, Remembered(tmdb="555")).answer is Answer.SAME


HIT = {"id": 555, "title": "Klara and the Sun", "release_date": "2031-12-18"}


@pytest.mark.parametrize(
    ("found", "number"), [([HIT], "555"), ([], None), ([HIT, HIT | {"id": 556}], None), ([{"id": "x"}], None)]
)
def test_the_only_film_with_the_number_of_imdb_is_the_film(found: list[Any], number: str | None) -> None:
    sites = playing(**{"find/tt7": {"movie_results": found, "tv_results": [HIT]}})
    draft = asked(sites, UNKNOWN._replace(title="Otherwise", ids=ids(imdb="tt7")))
    assert draft.remembered.tmdb == number
    assert sites.asked[0] == ("/tmdb/find/tt7", {"external_source": "imdb_id"})


@pytest.mark.parametrize(
    ("year", "query", "found", "number"),
    [
        (2031, {"year": "2031"}, [HIT], "555"),
        (2031, {"year": "2031"}, [HIT | {"title": "Klara"}, HIT], "555"),
        (2031, {"year": "2031"}, [HIT, HIT | {"id": 556}], None),
        (2029, {"year": "2029"}, [HIT], None),
        (None, {}, [HIT], None),
        (2031, {"year": "2031"}, [], None),
    ],
)
def test_a_title_finds_a_film_only_where_the_match_is_certain(
    year: int | None, query: dict[str, str], found: list[Any], number: str | None
) -> None:
    sites = playing(**{"search/movie": {"results": found}})
    draft = asked(sites, UNKNOWN._replace(year=year))
    assert sites.asked[0] == ("/tmdb/search/movie", {"query": "Klara and the Sun", **query})
    assert (draft.remembered.tmdb, draft.answer is Answer.SAME) == (number, number is not None)


def test_a_film_that_is_gone_from_tmdb_is_noted_and_the_next_is_asked_for() -> None:
    gone, there = (FilmDraft(Film(f"film-{n}", "Film", ids=ids(tmdb=n)), Remembered()) for n in ("9", "555"))
    ask(playing(), gone, there)
    assert (gone.note, gone.answer, gone.remembered) == (
        "TMDB no longer has the film 9",
        Answer.NOT_ANSWERED,
        Remembered(),
    )
    assert there.answer is Answer.SAME


def test_any_other_error_ends_it() -> None:
    sites = playing()
    sites.world["broken"] = {"tmdb": {"0": 400}}
    with pytest.raises(SiteError, match="answered with the error 400"):
        asked(sites)


@pytest.mark.parametrize("answer", [movie("2031-12-18", id=556), {}, [], {"id": "555"}])
def test_an_answer_that_is_not_that_film_is_not_read(answer: Any) -> None:
    draft = asked(playing(**{"movie/555": answer}))
    assert (draft.known, draft.facts, draft.answer, draft.remembered) == ((), {}, Answer.NOT_ANSWERED, Remembered())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Answer.NOT_FOUND, (Answer.SAME, "")),
        (Answer.SEVERAL, (Answer.SAME, "")),
        (Answer.GONE, (Answer.GONE, "a note")),
        (Answer.NO_FILM, (Answer.NO_FILM, "a note")),
    ],
)
def test_a_film_that_tmdb_knows_is_found_though_wikidata_does_not_know_which_it_is(
    before: Answer, after: tuple[Answer, str]
) -> None:
    draft = FilmDraft(KLARA, Remembered())
    draft.answer, draft.note = before, "a note"
    ask(playing(), draft)
    assert (draft.answer, draft.note) == after


def page(*numbers: int, pages: Any = 1) -> dict[str, Any]:
    rows = [{"id": n, "title": f"Film {n}", "release_date": "2027-03-05"} for n in numbers]
    return {"total_pages": pages, "results": [*rows, {"id": "x"}]}


@pytest.mark.parametrize(("region", "query"), [("JP", {"region": "JP"}), (None, {})])
def test_films_to_come_are_searched_page_by_page(region: str | None, query: dict[str, str]) -> None:
    sites = PlayedSites({}, page(1, 2, pages=3), page(3, pages=3), page(4, pages=3))
    client = sites.client(LiveSite.TMDB)
    found = list(find_upcoming(client, region, TODAY, date(2028, 5, 21)))
    assert found == [
        Film(f"film-{n}-2027", f"Film {n}", year=2027, ids=(ExternalId("tmdb", str(n)),)) for n in range(1, 5)
    ]
    wanted = {"with_release_type": "2|3", "release_date.gte": "2026-11-20", "release_date.lte": "2028-05-21", **query}
    assert sites.asked == [("/tmdb/discover/movie", {**wanted, "page": str(n)}) for n in (1, 2, 3)]


@pytest.mark.parametrize(("pages", "calls"), [(501, 500), (500, 500), (0, 1), ("many", 1)])
def test_no_page_is_asked_for_that_is_not_given_out(pages: Any, calls: int) -> None:
    sites = PlayedSites({"tmdb": {"discover/movie": page(1, pages=pages)}})
    assert len(list(find_upcoming(sites.client(LiveSite.TMDB), None, TODAY, TODAY))) == calls
    assert len(sites.asked) == calls


def test_an_answer_for_another_film_is_not_heard(paths: Paths, server: Server) -> None:
    refresher = Refresher(paths, KLARA, key="k" * 32)
    server.play(world(tmdb={"movie/555": movie("2031-12-18", id=556)}))
    refresher.refresh()
    assert refresher.said() == []
