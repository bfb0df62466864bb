"""Which item of Wikidata a film is, and what is read of an item that changed, moved or went away."""

import pytest

from refresher import KLARA, Refresher, answers, klara, news, on, world
from watchlist.domain.film import ExternalId
from watchlist.storage.paths import Paths
from web_server import Server
from wikidata_items import entity


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
