"""What the article about a film says, read when the article has changed and while it is about that film."""

from datetime import date
from typing import Any

import pytest

from played_sites import PlayedSites
from refresher import Refresher, article, klara, world
from watchlist.domain.film import Film
from watchlist.services.live.memory import Remembered
from watchlist.services.live.news import Answer
from watchlist.services.live.reported import SiteReading
from watchlist.services.upkeep.refresh.ask_wikipedia import ask_wikipedia
from watchlist.services.upkeep.refresh.draft import FilmDraft
from watchlist.storage.web.sites import LiveSite
from web_server import Server

TODAY = date(2026, 11, 20)
LAST = date(2026, 11, 1)
RELEASED = "{{Film date|2032|5|1|United States}}"


def drafted(film_id: str = "klara", **remembered: Any) -> FilmDraft:
    return FilmDraft(Film(film_id, "Klara"), Remembered(**remembered))


def ask(sites: PlayedSites, *drafts: FilmDraft) -> list[str]:
    """Ask about films; give what was asked for, call by call."""
    ask_wikipedia(sites.client(LiveSite.WIKIPEDIA), drafts, TODAY)
    return [f"{'whole' if 'content' in query['rvprop'] else 'revision'} {query['titles']}" for _, query in sites.asked]


def reading(when: str = "2032-05-01", certainty: str = "announced", day: date = LAST) -> dict[str, SiteReading]:
    return {"Wikipedia US theatrical": SiteReading(when, certainty, "wikipedia-1", day)}


def test_an_article_that_was_never_read_is_read() -> None:
    draft = drafted(article="Klara", item="Q7")
    assert ask(PlayedSites({"pages": {"Klara": article(RELEASED, 3)}}), draft) == ["whole Klara"]
    assert [f"{one.region} {one.date} {one.reported}" for one in draft.known] == ["US 2032-05-01 ../2026-11-20"]
    assert (draft.answer, draft.note, draft.remembered.article_revision) == (Answer.SAME, "", 3)


def test_a_film_without_an_article_is_not_asked_about() -> None:
    draft = drafted(item="Q7")
    assert ask(PlayedSites(), draft) == []
    assert draft.answer is Answer.NOT_ANSWERED


@pytest.mark.parametrize(
    ("revision", "readings", "calls", "day"),
    [
        (3, reading(), ["revision Klara"], TODAY),
        (2, reading(), ["revision Klara", "whole Klara"], TODAY),
        (3, reading(certainty="speculated"), ["revision Klara", "whole Klara"], TODAY),
        (3, reading("2026-11-20"), ["revision Klara", "whole Klara"], LAST),
    ],
)
def test_it_is_read_again_if_it_has_changed_or_a_word_of_it_may_be_surer_by_now(
    revision: int, readings: dict[str, SiteReading], calls: list[str], day: date
) -> None:
    draft = drafted(article="Klara", item="Q7", article_revision=revision, readings=readings)
    words = "" if day == LAST else RELEASED
    assert ask(PlayedSites({"pages": {"Klara": article(words, 3)}}), draft) == calls
    assert draft.remembered.readings["Wikipedia US theatrical"].day == day
    assert (draft.answer, draft.remembered.article_revision) == (Answer.SAME, 3)


def test_films_are_asked_about_together_each_as_it_needs() -> None:
    same, changed, new = (
        drafted(name, article=name, article_revision=revision) for name, revision in (("A", 3), ("B", 2), ("C", 0))
    )
    sites = PlayedSites({"pages": {one: article(RELEASED, 3, "Q1") for one in "ABC"}})
    assert ask(sites, same, changed, new, drafted("none")) == ["revision A|B", "whole B|C"]
    assert [len(one.known) for one in (same, changed, new)] == [0, 1, 1]


def test_an_article_that_is_not_there_any_more_is_no_answer() -> None:
    known, new = drafted(article="Klara", article_revision=3), drafted(article="Heat 2")
    assert ask(PlayedSites(), known, new) == ["revision Klara", "whole Klara|Heat 2"]
    assert [one.answer for one in (known, new)] == [Answer.NOT_ANSWERED] * 2


@pytest.mark.parametrize(("item", "page_item"), [(None, "Q999"), ("Q7", None), ("Q7", "Q7")])
def test_an_article_is_about_the_film_unless_its_item_is_another(item: str | None, page_item: str | None) -> None:
    draft = drafted(article="Klara", item=item)
    page = article(RELEASED, 3) | {"item": page_item}
    ask(PlayedSites({"pages": {"Klara": page}}), draft)
    assert (len(draft.known), draft.note) == (1, "")


def test_an_article_about_something_else_is_not_read_and_is_read_when_it_is_about_the_film_again() -> None:
    draft = drafted(article="Klara", item="Q7", article_revision=2)
    ask(PlayedSites({"pages": {"Klara": article(RELEASED, 3, "Q999")}}), draft)
    assert (draft.known, draft.answer) == ((), Answer.SAME)
    assert draft.note == 'the article "Klara" is about something else now'
    assert draft.remembered.article_revision == 2


def test_no_date_any_more_strikes_the_old_one(refresher: Refresher, server: Server) -> None:
    more = {"pages": {"Klara": article("{{Film date|2031|12|18|US}}")}}
    server.play(world(klara(article="Klara"), **more))
    refresher.refresh()
    more = {"pages": {"Klara": article("{{Film date|TBA}}<!-- x -->", 2)}}
    server.play(world(klara(article="Klara"), **more))
    refresher.refresh(9)
    assert [one.split(" day")[0] for one in refresher.said()][-1].startswith("WW theatrical XXXX announced")


def test_the_article_is_heard_with_its_citation(refresher: Refresher, server: Server) -> None:
    citation = "<ref>{{cite news|work=[[Deadline]]|title=It moves|url=https://deadline.com/x|date=4 March 2025}}</ref>"
    pages = {"Klara (film)": article(f"{{{{Film date|2032|5|1|United States|ref1={citation}}}}}")}
    server.play(world(klara(article="Klara (film)"), pages=pages))
    refresher.refresh()
    assert refresher.said() == ["US theatrical 2032-05-01 announced 2025-03-04 Deadline"]
    server.forget()
    refresher.refresh(2)
    assert [request.path for request in server.requests] == ["/wikidata", "/wikipedia"]
    assert server.requests[1].query["rvprop"] == "ids|timestamp"


def test_an_article_that_is_about_something_else_now_is_not_heard(refresher: Refresher, server: Server) -> None:
    pages = {"Klara": article("{{Film date|2032|5|1|United States}}", item="Q999")}
    server.play(world(klara(article="Klara"), pages=pages))
    result = refresher.refresh()
    assert (refresher.said(), result.asked[0].note) == ([], 'the article "Klara" is about something else now')
