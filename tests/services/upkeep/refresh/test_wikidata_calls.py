"""Calls of Wikidata: in batches, matched by the ids inside the answers, and whatever is odd in those is left out."""

from typing import Any

import pytest

from exports import ids
from played_sites import PlayedSites
from watchlist.domain.film import ExternalId
from watchlist.services.live.wikidata import FILM_CLASSES, Thing, read_item
from watchlist.services.upkeep.refresh.wikidata_calls import (
    fetch_items,
    fetch_revisions,
    fetch_things,
    find_by_ids,
    find_by_title,
    in_batches,
)
from watchlist.storage.web.client import Client
from watchlist.storage.web.sites import LiveSite
from wikidata_items import entity

COMMON = {"format": "json", "formatversion": "2", "maxlag": "5"}
ITEMS = {"action": "wbgetentities", "sitefilter": "enwiki", "languages": "en|mul", "redirects": "yes", **COMMON}


def wikidata(sites: PlayedSites) -> Client:
    return sites.client(LiveSite.WIKIDATA)


def numbers(count: int) -> list[str]:
    return [f"Q{1 + n}" for n in range(count)]


@pytest.mark.parametrize(
    ("things", "batches"),
    [("", []), ("a", [["a"]]), ("ab", [["a", "b"]]), ("abc", [["a", "b"], ["c"]]), ("abcd", [["a", "b"], ["c", "d"]])],
)
def test_batches_are_as_large_as_may_be_and_the_last_has_what_is_left(things: str, batches: list[list[str]]) -> None:
    assert list(in_batches(things, 2)) == batches


def test_revisions_are_asked_for_fifty_at_once() -> None:
    sites = PlayedSites({"entities": {key: entity(key, key, revision=n) for n, key in enumerate(numbers(51), 1)}})
    assert fetch_revisions(wikidata(sites), numbers(51)) == {f"Q{n}": n for n in range(1, 52)}
    assert sites.asked == [
        ("/wikidata", {"ids": "|".join(numbers(50)), "props": "info", **ITEMS}),
        ("/wikidata", {"ids": "Q51", "props": "info", **ITEMS}),
    ]


def test_what_is_no_item_is_not_asked_for_and_nothing_is_asked_for_twice() -> None:
    sites = PlayedSites({"entities": {"Q7": entity("Q7", "Klara")}})
    odd = ["Q7", "P7", "Q07", "Q7", "7", "", "Q1|Q2"]
    assert fetch_revisions(wikidata(sites), odd) == {"Q7": 1}
    assert list(fetch_items(wikidata(sites), odd)) == ["Q7"]
    assert list(fetch_things(wikidata(sites), odd)) == ["Q7"]
    assert sites.values("ids") == ["Q7", "Q7", "Q7"]
    assert (fetch_revisions(wikidata(sites), []), len(sites.asked)) == ({}, 3)


def test_a_merged_item_comes_under_its_old_number_and_a_missing_one_as_nothing() -> None:
    merged = entity("Q8", "Klara", revision=5)
    sites = PlayedSites({"entities": {"Q8": merged}, "redirects": {"Q7": "Q8"}})
    assert fetch_revisions(wikidata(sites), ["Q7", "Q9"]) == {"Q7": 5, "Q9": 0}
    assert fetch_items(wikidata(sites), ["Q7", "Q9"]) == {"Q7": read_item(merged), "Q9": None}
    assert fetch_things(wikidata(sites), ["Q7", "Q9"]) == {"Q7": Thing("Klara", kinds=("Q11424",)), "Q9": Thing()}


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"entities": []},
        {"entities": {"Q7": []}},
        {"entities": {"Q7": entity("Q8", "Another")}},
        {"entities": {"Q7": entity("Q8", "Another") | {"redirects": {"from": "Q9", "to": "Q8"}}}},
        {"entities": {"Q9": entity("Q9", "Not asked for")}},
    ],
)
def test_an_answer_that_is_not_about_the_item_is_none(answer: dict[str, Any]) -> None:
    sites = PlayedSites({"as_is": answer})
    assert fetch_revisions(wikidata(sites), ["Q7"]) == {}
    assert fetch_items(wikidata(sites), ["Q7"]) == {}
    assert fetch_things(wikidata(sites), ["Q7"]) == {"Q7": Thing()}


def test_whole_items_and_things_are_asked_for_twenty_at_once_each_with_the_parts_that_are_read() -> None:
    sites = PlayedSites({"entities": {key: entity(key, key) for key in numbers(21)}})
    assert list(fetch_items(wikidata(sites), numbers(21))) == numbers(21)
    assert list(fetch_things(wikidata(sites), numbers(21))) == numbers(21)
    items, things = "info|labels|descriptions|aliases|claims|sitelinks", "labels|claims"
    assert [query for _, query in sites.asked] == [
        {"ids": "|".join(numbers(20)), "props": items, **ITEMS},
        {"ids": "Q21", "props": items, **ITEMS},
        {"ids": "|".join(numbers(20)), "props": things, **ITEMS},
        {"ids": "Q21", "props": things, **ITEMS},
    ]


SEARCH = {"action": "query", "list": "search", "srnamespace": "0", "srprop": "", **COMMON}


def test_items_are_searched_by_their_ids_on_other_sites_fifteen_at_once_and_each_is_given_once() -> None:
    films = {"Q7": entity("Q7", "Klara", P345="tt3", P4947="555"), "Q8": entity("Q8", "Heat 2", P345="tt14")}
    sites = PlayedSites({"entities": films})
    keys = [ExternalId("imdb", f"tt{n}") for n in range(15)]
    found = find_by_ids(wikidata(sites), [*keys, *ids(tmdb="555", trakt="9", wikidata="Q1")])
    assert found == ["Q7", "Q8"]
    assert [query for _, query in sites.asked] == [
        {"srsearch": "haswbstatement:" + "|".join(f"P345=tt{n}" for n in range(15)), "srlimit": "50", **SEARCH},
        {"srsearch": "haswbstatement:P4947=555", "srlimit": "50", **SEARCH},
    ]


def test_films_of_every_kind_are_searched_by_the_words_of_a_title() -> None:
    sites = PlayedSites({"entities": {"Q7": entity("Q7", "Klara the Sun"), "Q8": entity("Q8", "Heat 2")}})
    assert find_by_title(wikidata(sites), "Klara & the Sun!") == ["Q7"]
    kinds = "|".join(f"P31={one}" for one in sorted(FILM_CLASSES))
    assert sites.asked == [
        ("/wikidata", {"srsearch": f"Klara the Sun haswbstatement:{kinds}", "srlimit": "5", **SEARCH})
    ]


def test_at_most_five_items_are_taken_and_nothing_that_is_none() -> None:
    rows = [{"title": one} for one in ("Q1", "P2", 3, None, "Talk:Q4", "Q5", "Q6", "Q7", "Q8", "Q9")]
    sites = PlayedSites({"as_is": {"query": {"search": rows}}})
    assert find_by_title(wikidata(sites), "Klara") == ["Q1", "Q5", "Q6", "Q7", "Q8"]


def test_a_title_of_any_length_is_searched_by_its_first_words() -> None:
    sites = PlayedSites()
    find_by_title(wikidata(sites), "x" * 500)
    (words,) = sites.values("srsearch")
    assert words.startswith("x" * 150 + " haswbstatement:")
    assert len(words) < 300
