"""The calls to Wikidata's Action API, in batches as large as it allows.

Answers are matched by the id inside them, never by their order.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from watchlist.domain.film import ExternalId
from watchlist.domain.json_value import Json
from watchlist.services.live.shape import member, number, rows, text
from watchlist.services.live.wikidata import FILM_CLASSES, ITEM_ID, Item, Thing, read_item, read_thing
from watchlist.storage.web.client import Client

_T = TypeVar("_T")

_MOST_REVISIONS = 50
_MOST_ITEMS = 20
"""How many items with their statements to fetch in one call: some are half a megabyte."""
_MOST_IDS = 15
"""How many ids of other sites fit into one search, whose text must stay below 300 characters."""
_MOST_FOUND = 5
_PROPERTIES = {"imdb": "P345", "tmdb": "P4947"}
_COMMON: dict[str, str | int] = {"format": "json", "formatversion": 2, "maxlag": 5}


def in_batches(things: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """Split things into lists of at most `size`."""
    batch: list[_T] = []
    for one in things:
        batch.append(one)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def fetch_revisions(client: Client, ids: Iterable[str]) -> dict[str, int]:
    """Return the revisions of items, by id; 0 for an item that does not exist."""
    revisions: dict[str, int] = {}
    for batch in in_batches(_valid(ids), _MOST_REVISIONS):
        answer = _entities(client, batch, "info")
        for asked in batch:
            entity = _entity(answer, asked)
            if entity is not None:
                revisions[asked] = number(entity, "lastrevid") or 0
    return revisions


def fetch_items(client: Client, ids: Iterable[str]) -> dict[str, Item | None]:
    """Return complete items, by the ids asked for, even if they were merged; None for one that does not exist."""
    items: dict[str, Item | None] = {}
    for batch in in_batches(_valid(ids), _MOST_ITEMS):
        answer = _entities(client, batch, "info|labels|descriptions|aliases|claims|sitelinks")
        for asked in batch:
            entity = _entity(answer, asked)
            if entity is not None:
                items[asked] = read_item(entity)
    return items


def fetch_things(client: Client, ids: Iterable[str]) -> dict[str, Thing]:
    """Return other items, such as places, people and languages, by id."""
    things: dict[str, Thing] = {}
    for batch in in_batches(_valid(ids), _MOST_ITEMS):
        answer = _entities(client, batch, "labels|claims")
        things |= {asked: read_thing(_entity(answer, asked)) for asked in batch}
    return things


def find_by_ids(client: Client, ids: Sequence[ExternalId]) -> list[str]:
    """Return the items with ids on other sites, without telling which id belongs to which item."""
    found: list[str] = []
    wanted = [f"{_PROPERTIES[one.site]}={one.id}" for one in ids if one.site in _PROPERTIES]
    for batch in in_batches(wanted, _MOST_IDS):
        found += _search(client, f"haswbstatement:{'|'.join(batch)}", 50)
    return list(dict.fromkeys(found))


def find_by_title(client: Client, title: str) -> list[str]:
    """Return the items of films that a search for a title finds."""
    words = " ".join(re.findall(r"\w+", title))[:150]
    kinds = "|".join(f"P31={one}" for one in sorted(FILM_CLASSES))
    return _search(client, f"{words} haswbstatement:{kinds}", _MOST_FOUND)


def _search(client: Client, words: str, most: int) -> list[str]:
    answer = client.ask(
        action="query", list="search", srnamespace=0, srlimit=most, srprop="", srsearch=words, **_COMMON
    )
    titles = (text(row, "title") for row in rows(answer, "query", "search"))
    return [title for title in titles if title and ITEM_ID.fullmatch(title)][:most]


def _entities(client: Client, ids: list[str], props: str) -> Json:
    return client.ask(
        action="wbgetentities",
        ids="|".join(ids),
        props=props,
        sitefilter="enwiki",
        languages="en|mul",
        redirects="yes",
        **_COMMON,
    )


def _entity(answer: Json, asked: str) -> Json:
    """Return the entity in an answer for an id: its own, or the one that it was merged into."""
    entity = member(answer, "entities", asked)
    return entity if asked in (member(entity, "id"), member(entity, "redirects", "from")) else None


def _valid(ids: Iterable[str]) -> list[str]:
    return [one for one in dict.fromkeys(ids) if ITEM_ID.fullmatch(one)]
