"""Calls of Wikipedia: pages come under the titles asked for, whatever they are called by now; the odd is left out."""

from datetime import date
from typing import Any

import pytest

from played_sites import PlayedSites
from watchlist.domain.json_value import Json
from watchlist.services.live.wikipedia import WikipediaArticle
from watchlist.services.upkeep.refresh.wikipedia_calls import (
    fetch_members,
    fetch_page_revisions,
    fetch_pages,
    read_page,
)
from watchlist.storage.web.client import Client
from watchlist.storage.web.sites import LiveSite

COMMON = {"action": "query", "format": "json", "formatversion": "2", "maxlag": "5"}


def wikipedia(sites: PlayedSites) -> Client:
    return sites.client(LiveSite.WIKIPEDIA)


def page(title: str, revision: int = 1, text: str = "words", **more: Any) -> dict[str, Any]:
    content = {"slots": {"main": {"content": text}}}
    return {"title": title, "revisions": [{"revid": revision, "timestamp": "2025-10-01T09:00:00Z", **content}], **more}


MOVED = {
    "query": {
        "normalized": [{"from": "klara_and_the_Sun", "to": "Klara and the Sun"}, {"from": "Heat II"}],
        "redirects": [{"from": "Klara and the Sun", "to": "Klara (film)"}, {"from": "Heat II", "to": "Heat 2"}],
        "pages": [
            page("Klara (film)", 7, pageprops={"wikibase_item": "Q7"}),
            page("Heat 2", 8),
            {"title": "Nothing", "missing": True},
        ],
    }
}
ASKED = ["klara_and_the_Sun", "Heat II", "Nothing", "Never answered"]


def test_a_page_comes_under_the_title_asked_for_though_it_was_written_otherwise_or_moved() -> None:
    day = date(2025, 10, 1)
    assert fetch_pages(wikipedia(PlayedSites({"as_is": MOVED})), ASKED) == {
        "klara_and_the_Sun": WikipediaArticle("Klara (film)", 7, day, "Q7", "words"),
        "Heat II": WikipediaArticle("Heat 2", 8, day, None, "words"),
    }
    assert fetch_page_revisions(wikipedia(PlayedSites({"as_is": MOVED})), ASKED) == {
        "klara_and_the_Sun": 7,
        "Heat II": 8,
        "Nothing": 0,
    }


def test_titles_are_asked_for_fifty_at_once_each_once_and_none_that_would_be_two() -> None:
    titles = [f"Film {n}" for n in range(51)]
    batches = ["|".join(titles[:50]), "Film 50"]
    sites = PlayedSites({"pages": {one: {"revid": 3, "timestamp": "2025-10-01T09:00:00Z"} for one in titles}})
    assert fetch_page_revisions(wikipedia(sites), ["", "A|B", *titles, "Film 1"]) == dict.fromkeys(titles, 3)
    heads = {"titles": "", "redirects": "1", "prop": "revisions", "rvprop": "ids|timestamp", **COMMON}
    assert sites.asked == [("/wikipedia", heads | {"titles": batch}) for batch in batches]
    sites = PlayedSites({"as_is": {}})
    assert fetch_pages(wikipedia(sites), titles) == {}
    whole = {
        "redirects": "1",
        "prop": "revisions|pageprops",
        "ppprop": "wikibase_item",
        "rvprop": "ids|timestamp|content",
        "rvslots": "main",
        "rvsection": "0",
        **COMMON,
    }
    assert sites.asked == [("/wikipedia", whole | {"titles": batch}) for batch in batches]


@pytest.mark.parametrize(
    ("value", "revision"),
    [
        ({}, page("Klara")["revisions"][0]),
        ({"title": "Klara"}, None),
        ({"title": "Klara"}, {"revid": 1, "timestamp": "2025-10-01T09:00:00Z"}),
        ({"title": "Klara"}, page("Klara")["revisions"][0] | {"timestamp": "yesterday"}),
        ({"title": "Klara"}, page("Klara")["revisions"][0] | {"slots": {"main": {"content": ["words"]}}}),
        ({"title": "Klara"}, page("Klara")["revisions"][0] | {"slots": {"main": {"texthidden": True}}}),
    ],
)
def test_a_revision_without_its_title_day_or_text_is_not_read(value: Any, revision: Any) -> None:
    assert read_page(value, revision) is None


def test_an_article_may_be_empty_and_have_no_number() -> None:
    revision: Json = {"timestamp": "2025-10-01T09:00:00Z", "slots": {"main": {"content": ""}}}
    assert read_page({"title": "Klara"}, revision) == WikipediaArticle("Klara", 0, date(2025, 10, 1), None, "")


def members(*titles: Any, further: str | None = None) -> dict[str, Any]:
    answer: dict[str, Any] = {"query": {"categorymembers": [{"title": title} for title in titles]}}
    return answer | ({"continue": {"cmcontinue": further}} if further else {})


def test_a_category_is_read_to_its_end() -> None:
    sites = PlayedSites({}, members("A", "B", further="page|3"), members("C", None, further="page|4"), members("D"))
    assert fetch_members(wikipedia(sites), "Category:Films") == ["A", "B", "C", "D"]
    query = {"list": "categorymembers", "cmtitle": "Category:Films", "cmtype": "page", "cmlimit": "500", **COMMON}
    assert sites.asked == [
        ("/wikipedia", query),
        ("/wikipedia", query | {"cmcontinue": "page|3"}),
        ("/wikipedia", query | {"cmcontinue": "page|4"}),
    ]


def test_a_category_without_an_end_is_read_as_far_as_ten_thousand_articles() -> None:
    sites = PlayedSites({"as_is": members(*map(str, range(500)), further="page|1")})
    assert len(fetch_members(wikipedia(sites), "Category:Films")) == 10_000
    assert len(sites.asked) == 20
