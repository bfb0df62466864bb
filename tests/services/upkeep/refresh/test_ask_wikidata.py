"""Which item of Wikidata a film is, and what is read of an item that changed, moved or went away."""

from datetime import date
from typing import Any

import pytest

from exports import ids
from played_sites import PlayedSites
from refresher import KLARA, Refresher, answers, klara, news, on, world
from watchlist.domain.film import ExternalId, Film
from watchlist.services.live.memory import Memory, Remembered
from watchlist.services.live.news import Answer
from watchlist.services.live.reported import SiteReading
from watchlist.services.live.wikidata import Thing
from watchlist.services.upkeep.refresh.ask_wikidata import WikidataPass
from watchlist.services.upkeep.refresh.draft import FilmDraft
from watchlist.storage.paths import Paths
from watchlist.storage.web.sites import LiveSite
from web_server import Server
from wikidata_items import entity, reference

TODAY = date(2026, 11, 20)
LAST = date(2026, 11, 1)
RELEASE = "Wikidata US theatrical"


def begun(sites: PlayedSites, memory: Memory | None = None) -> WikidataPass:
    return WikidataPass(sites.client(LiveSite.WIKIDATA), memory or Memory(), TODAY)


def remembered(when: str = "2031-12-18", certainty: str = "announced", **more: Any) -> Remembered:
    """Remember that item 7 was read, in its first revision, on the last day."""
    read = {RELEASE: SiteReading(when, certainty, "wikidata-q7-1", LAST)}
    return Remembered(**{"item": "Q7", "item_revision": 1, "readings": read, **more})


def drafted(memory: Remembered | None = None, film: Film = KLARA) -> FilmDraft:
    return FilmDraft(film, memory or Remembered())


def calls(sites: PlayedSites) -> list[str]:
    """Say what each call asked for."""
    return [
        f"search {query['srsearch'].split(':')[0]}" if "srsearch" in query else f"{query['props']} {query['ids']}"
        for _, query in sites.asked
    ]


INFO = "info"
WHOLE = "info|labels|descriptions|aliases|claims|sitelinks"
THINGS = "labels|claims"


def test_all_that_an_item_says_is_taken_in_with_the_names_of_what_it_speaks_of() -> None:
    cited = on("2031-12-18", reference("https://deadline.com/a", "2025-02-02", "Q900"), P291="Q500")
    film = klara(cited, revision=4, article="Klara (film)", P57="Q100")
    places = entity("Q500", "Paris", P17="Q142"), entity("Q142", "France", P297="FR")
    sites = PlayedSites(world(film, entity("Q100", "Ann"), entity("Q900", "Deadline"), *places))
    asking, draft = begun(sites), drafted(Remembered(item="Q7"))
    asking.ask([draft])
    assert calls(sites) == [f"{INFO} Q7", f"{WHOLE} Q7", f"{THINGS} Q100|Q500|Q900", f"{THINGS} Q142"]
    assert {key: (one.label, one.region, one.country) for key, one in asking.things.items()} == {
        "Q100": ("Ann", None, None),
        "Q500": ("Paris", None, "Q142"),
        "Q142": ("France", "FR", None),
        "Q900": ("Deadline", None, None),
    }
    facts = draft.facts["Wikidata"]
    assert (facts.id, facts.title, facts.directors) == ("klara", "Klara and the Sun", ("Ann",))
    said = [f"{one.region} {one.date} {one.reported} {one.source.publisher}" for one in draft.known]
    assert said == ["FR 2031-12-18 2025-02-02 Deadline"]
    known = draft.remembered._replace(readings={})
    assert known == Remembered(item="Q7", item_revision=4, article="Klara (film)")
    assert (draft.answer, draft.note) == (Answer.SAME, "")


def test_what_is_known_of_places_and_people_is_not_asked_for_again() -> None:
    film = klara(on("2031-12-18", P291="Q500"), P57="Q100")
    sites = PlayedSites(world(film, klara() | {"id": "Q8"}, entity("Q100", "Ann")))
    known = {"Q500": Thing("Paris", None, "Q142"), "Q142": Thing("France", "FR")}
    asking, draft = begun(sites, Memory(things=known)), drafted(Remembered(item="Q7"))
    asking.ask([draft])
    asking.items(["Q7"])
    assert calls(sites) == [f"{INFO} Q7", f"{WHOLE} Q7", f"{THINGS} Q100", f"{WHOLE} Q7"]
    assert [one.region for one in draft.known] == ["FR"]


@pytest.mark.parametrize(
    ("memory", "revision", "is_read"),
    [
        (remembered(), 1, False),
        (remembered(), 2, True),
        (remembered(certainty="speculated"), 1, True),
        (remembered(when="2026-11-20"), 1, True),
        (remembered(when="2026-11-21"), 1, False),
        (remembered(item_revision=0), 1, True),
    ],
)
def test_an_item_is_read_again_if_it_has_changed_or_a_word_of_it_may_be_surer_by_now(
    memory: Remembered, revision: int, is_read: bool
) -> None:
    sites = PlayedSites(world(klara(on("2031-12-18"), revision=revision)))
    draft = drafted(memory)
    begun(sites).ask([draft])
    assert calls(sites) == [f"{INFO} Q7", f"{WHOLE} Q7"][: 1 + is_read]
    assert draft.answer is Answer.SAME
    assert draft.remembered.item_revision == (revision if is_read else 1)
    assert draft.remembered.readings[RELEASE].day == TODAY


def test_a_changed_item_changed_between_the_last_day_and_today() -> None:
    draft = drafted(remembered())
    begun(PlayedSites(world(klara(on("2032-05-01"), revision=2)))).ask([draft])
    assert [f"{one.date} {one.reported}" for one in draft.known] == ["2032-05-01 2026-11-01/2026-11-20"]


def test_an_item_that_is_gone_is_not_asked_for_whole() -> None:
    sites = PlayedSites()
    draft = drafted(remembered())
    begun(sites).ask([draft])
    assert (calls(sites), draft.answer) == ([f"{INFO} Q7"], Answer.GONE)


@pytest.mark.parametrize(
    ("before", "article", "after"),
    [("Klara", "Klara", ("Klara", 9)), ("Klara", "Klara (film)", ("Klara (film)", 0)), ("Klara", None, (None, 0))],
)
def test_an_article_that_is_another_one_was_not_read_yet(
    before: str, article: str | None, after: tuple[str | None, int]
) -> None:
    draft = drafted(Remembered(item="Q7", article=before, article_revision=9))
    begun(PlayedSites(world(klara(article=article)))).ask([draft])
    assert (draft.remembered.article, draft.remembered.article_revision) == after


def test_an_item_that_goes_away_between_two_calls_is_gone() -> None:
    sites = PlayedSites({}, *({"entities": {"Q7": one}} for one in (klara(), {"id": "Q7", "missing": ""})))
    draft = drafted(remembered(item_revision=0))
    begun(sites).ask([draft])
    assert (draft.answer, draft.note) == (Answer.GONE, "Q7 is no longer in Wikidata")


@pytest.mark.parametrize(
    ("listed", "now"),
    [
        ({"imdb": "tt1"}, {"P345": "tt2"}),
        ({"tmdb": "555", "wikidata": "Q7"}, {"P4947": "556"}),
        ({"wikidata": "Q7"}, {"P31": "Q571"}),
    ],
)
def test_an_item_with_the_ids_of_another_film_or_of_no_film_is_not_read(
    listed: dict[str, str], now: dict[str, Any]
) -> None:
    film = klara(on("2031-12-18"))
    film["claims"] |= entity("Q7", "", **now)["claims"]
    draft = drafted(Remembered(item="Q7"), KLARA._replace(ids=ids(**listed)))
    begun(PlayedSites(world(film))).ask([draft])
    assert (draft.known, draft.facts) == ((), {})
    assert (draft.answer, draft.note) == (Answer.NO_FILM, "Q7 is no longer this film in Wikidata")


def test_an_item_that_was_merged_is_read_though_the_film_is_listed_under_its_old_number() -> None:
    merged = {"entities": {"Q8": klara() | {"id": "Q8"}}, "redirects": {"Q7": "Q8"}}
    draft = drafted(film=KLARA._replace(ids=ids(wikidata="Q7")))
    begun(PlayedSites(merged)).ask([draft])
    assert (draft.answer, draft.remembered.item) == (Answer.SAME, "Q8")


def test_an_item_that_another_film_has_is_not_asked_for() -> None:
    sites = PlayedSites(world(klara(on("2031-12-18"))))
    draft = drafted(film=Film("twin", "Klara", ids=ids(wikidata="Q7")))
    begun(sites, Memory({"klara": Remembered(item="Q7"), "other": Remembered()})).ask([draft])
    assert (draft.answer, draft.note) == (Answer.SEVERAL, "Wikidata has the same item for it and for klara")
    assert (draft.known, sites.asked) == ((), [])


def test_an_item_that_is_found_twice_is_that_of_the_first_film() -> None:
    film = klara(on("2026-12-18"), P345="tt1")
    first, second = (drafted(film=Film(one, "Klara", ids=ids(imdb="tt1"))) for one in ("klara", "twin"))
    begun(PlayedSites(world(film))).ask([first, second])
    assert (first.answer, first.remembered.item) == (Answer.SAME, "Q7")
    assert (second.answer, second.note) == (Answer.SEVERAL, "Wikidata has the same item for it and for klara")
    assert (second.remembered.item, second.known) == (None, ())


def test_films_are_found_by_their_ids_in_one_search_and_by_title_where_that_finds_none() -> None:
    sites = PlayedSites(
        world(
            klara(on("2031-12-18"), P57="Q100"),
            entity("Q100", "Ann", P31="Q5"),
            entity("Q8", "Another", on("2026"), P345="tt8"),
            entity("Q9", "Heat 2", on("2027")),
            entity("Q10", "A game", P345="tt10", P31="Q571"),
        )
    )
    films = {
        "Q7": KLARA,
        "Q8": Film("another", "Otherwise", ids=ids(imdb="tt8")),
        "Q9": Film("heat-2", "Heat 2", year=2027, ids=ids(letterboxd="heat-2")),
        "a game": Film("game", "A game", ids=ids(imdb="tt10")),
        "unknown": Film("unknown", "Unknown", ids=ids(imdb="tt11")),
    }
    drafts = [drafted(film=film) for film in films.values()]
    begun(sites).ask(drafts)
    assert drafts[0].facts["Wikidata"].directors == ("Ann",)
    assert [one.remembered.item for one in drafts] == ["Q7", "Q8", "Q9", None, None]
    assert [one.answer for one in drafts] == [Answer.SAME] * 3 + [Answer.NOT_FOUND] * 2
    assert sites.values("srsearch")[0] == "haswbstatement:P4947=555|P345=tt8|P345=tt10|P345=tt11"
    assert [one.split(" haswb")[0] for one in sites.values("srsearch")[1:]] == ["Heat 2", "A game", "Unknown"]


def test_without_ids_of_imdb_or_tmdb_only_titles_are_searched() -> None:
    sites = PlayedSites(world(entity("Q9", "Heat 2", on("2027"))))
    draft = drafted(film=Film("heat-2", "Heat 2", year=2027, ids=ids(letterboxd="heat-2")))
    begun(sites).ask([draft])
    assert [one.split(" haswb")[0] for one in sites.values("srsearch")] == ["Heat 2"]
    assert draft.remembered.item == "Q9"


@pytest.mark.parametrize(
    ("before", "found", "answer", "note"),
    [
        (Answer.NOT_ANSWERED, ["Q8", "Q9"], Answer.SEVERAL, "Q8, Q9"),
        (Answer.NOT_ANSWERED, [], Answer.NOT_FOUND, ""),
        (Answer.SAME, ["Q8", "Q9"], Answer.SAME, ""),
        (Answer.SAME, [], Answer.SAME, ""),
    ],
)
def test_what_a_search_leaves_open_is_said_unless_another_site_has_answered(
    before: Answer, found: list[str], answer: Answer, note: str
) -> None:
    draft = drafted(film=Film("klara", "Klara"))
    draft.answer = before
    begun(PlayedSites(world(*(entity(one, "Klara", on("2031")) for one in found)))).ask([draft])
    assert (draft.answer, draft.note, draft.remembered.item) == (answer, note, None)


def test_of_several_films_with_a_title_the_one_of_its_year_is_read() -> None:
    old, new = entity("Q8", "Klara", on("1970")), entity("Q9", "Klara", on("2031"))
    draft = drafted(film=Film("klara", "Klara", year=2031))
    begun(PlayedSites(world(old, new))).ask([draft])
    assert draft.remembered.item == "Q9"


def test_an_item_whose_ids_are_those_of_another_film_is_no_candidate() -> None:
    other, fitting = (entity(key, "Klara", on("2031"), P345=imdb) for key, imdb in (("Q8", "tt8"), ("Q9", "tt9")))
    draft = drafted(film=Film("klara", "Klara", year=2031, ids=ids(imdb="tt9")))
    begun(PlayedSites(world(other) | {"entities": {"Q8": other}})).ask([draft])
    assert draft.answer is Answer.NOT_FOUND
    draft = drafted(film=Film("klara", "Klara", year=2031, ids=ids(letterboxd="klara")))
    begun(PlayedSites(world(fitting))).ask([draft])
    assert draft.remembered.item == "Q9"


def test_the_films_among_items_are_given_with_their_facts_under_an_id_they_may_get() -> None:
    sites = PlayedSites(
        world(
            entity("Q8", "Klara", on("2032"), on("2031"), P57="Q100"),
            entity("Q9", "Somebody", P31="Q5", P57="Q101"),
            entity("Q100", "Ann"),
            entity("Q11", ""),
        )
    )
    asking = begun(sites)
    items = asking.items(["Q8", "Q9", "Q10", "Q11"])
    assert [one.id for one in items] == ["Q8", "Q11"]
    assert calls(sites) == [f"{WHOLE} Q8|Q9|Q10|Q11", f"{THINGS} Q100"]
    klara, nameless = (asking.facts(one) for one in items)
    assert (klara.id, klara.title, klara.directors) == ("klara-2031", "Klara", ("Ann",))
    assert nameless.id == "q11"


def test_a_deleted_item_loses_nothing(refresher: Refresher, server: Server) -> None:
    refresher.refresh()
    server.play(world())
    result = refresher.refresh(9)
    assert answers(result) == ["klara gone"]
    assert result.asked[0].note == "Q7 is no longer in Wikidata"
    assert refresher.moves(9) == ["announced 2031-12-18"]


def test_a_merged_item_goes_on_under_its_new_number(refresher: Refresher, server: Server) -> None:
    refresher.refresh()
    merged = {**klara(on("2032-05-01"), revision=5), "id": "Q8"}
    server.play({"entities": {"Q8": merged}, "redirects": {"Q7": "Q8"}})
    assert news(refresher.refresh(9)) == ["klara slip 2032-05-01"]
    server.play({"entities": {"Q8": {**klara(on("2033-05-01"), revision=6), "id": "Q8"}}})
    assert news(refresher.refresh(12)) == ["klara slip 2033-05-01"]


@pytest.mark.parametrize("now", [{"P31": "Q571"}, {"P345": "tt9999999"}])
def test_an_item_that_became_something_else_is_not_heard(paths: Paths, server: Server, now: dict[str, str]) -> None:
    refresher = Refresher(paths, KLARA._replace(ids=(ExternalId("tmdb", "555"), ExternalId("imdb", "tt1"))))
    server.play(world(klara(on("2031-12-18"), P345="tt1")))
    refresher.refresh()
    server.play(world(klara(on("2035"), revision=2, **now)))
    result = refresher.refresh(9)
    assert (answers(result), news(result)) == (["klara no-film"], [])


def test_two_films_of_ours_are_never_made_one(paths: Paths, server: Server) -> None:
    twin = KLARA._replace(id="klara-2", ids=(ExternalId("wikidata", "Q7"),))
    refresher = Refresher(paths, KLARA._replace(ids=(ExternalId("wikidata", "Q7"),)), twin)
    server.play(world(klara(on("2031-12-18"))))
    result = refresher.refresh()
    assert answers(result) == ["klara changed", "klara-2 several"]
    assert result.asked[1].note == "Wikidata has the same item for it and for klara"


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
    refresher = Refresher(paths, KLARA._replace(ids=()))
    assert answers(refresher.refresh()) == [f"klara {answer}"]


def test_a_director_makes_a_match_certain_where_the_year_is_not_known(paths: Paths, server: Server) -> None:
    refresher = Refresher(paths, KLARA._replace(ids=(), year=None, directors=("Taika Waititi",)))
    film = entity("Q7", "Klara and the Sun", on("2031"), edited="2025-10-01", P57="Q100")
    server.play(world(film, entity("Q100", "Taika Waititi")))
    assert answers(refresher.refresh()) == ["klara changed"]
