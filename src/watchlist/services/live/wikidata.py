"""An item of Wikidata: its kind, its names, and its statements.

The data has the format of Wikibase's JSON (docs/topics/json.md).
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from watchlist.domain.json_value import Json
from watchlist.domain.region import REGIONS
from watchlist.services.live.countries import region_of_item
from watchlist.services.live.shape import day_of, member, number, rows, table, text

FILM_CLASSES = frozenset(
    ("Q11424", "Q18011172", "Q24869", "Q202866", "Q29168811", "Q506240", "Q24862", "Q93204", "Q226730", "Q229390")
)
"""Film, film project, feature, animated, animated feature, television film, short, documentary, silent, 3D film."""

ITEM_ID = re.compile(r"Q[1-9]\d{0,11}", re.ASCII)

_SITES = {"imdb": "P345", "tmdb": "P4947", "letterboxd": "P6127"}


class Thing(NamedTuple):
    """An item that films refer to, such as a person or a place; `label` is its name, `region` a country's code."""

    label: str | None = None
    region: str | None = None
    country: str | None = None
    """The item of the country that it is in."""
    language: str | None = None
    """ISO 639-1, for a language."""
    kinds: tuple[str, ...] = ()


class Item(NamedTuple):
    """An item of Wikidata; `edited` is the day of its revision, `article` the title of its article in Wikipedia."""

    id: str
    revision: int
    edited: date | None
    title: str | None
    aliases: tuple[str, ...]
    description: str | None
    article: str | None
    statements: Mapping[str, Json]

    @property
    def kinds(self) -> frozenset[str]:
        """The items that it is an instance of."""
        return frozenset(self.items("P31"))

    @property
    def is_film(self) -> bool:
        """True if it is any kind of film."""
        return bool(self.kinds & FILM_CLASSES)

    def items(self, name: str) -> list[str]:
        """Return the items that are values of a property, without deprecated ones."""
        return [one for row in self.rows(name) if (one := item_of(member(row, "mainsnak")))]

    def texts(self, name: str) -> list[str]:
        """Return the texts that are values of a property, without deprecated ones."""
        values = (member(row, "mainsnak", "datavalue", "value") for row in self.rows(name))
        found = (text(value, "text") if isinstance(value, dict) else text(value) for value in values)
        return [one for one in found if one]

    def rows(self, name: str) -> list[Json]:
        """Return the statements of a property, without deprecated ones."""
        return [row for row in rows(self.statements.get(name)) if member(row, "rank") != "deprecated"]

    @property
    def ids(self) -> dict[str, str]:
        """Its ids by site, that of Wikidata first."""
        others = {site: found[0] for site, name in _SITES.items() if (found := self.texts(name))}
        return {"wikidata": self.id, **{site: one for site, one in others.items() if len(one.split()) == 1}}


def read_item(entity: Json) -> Item | None:
    """Read an entity in an answer of `wbgetentities`; None if it is missing or not an item."""
    item_id = text(entity, "id") or ""
    if member(entity, "missing") is not None or not ITEM_ID.fullmatch(item_id):
        return None
    aliases = [text(one, "value") for language in ("en", "mul") for one in rows(entity, "aliases", language)]
    return Item(
        id=item_id,
        revision=number(entity, "lastrevid") or 0,
        edited=day_of(text(entity, "modified")),
        title=_label(entity),
        aliases=tuple(dict.fromkeys(one for one in aliases if one)),
        description=text(entity, "descriptions", "en", "value"),
        article=text(entity, "sitelinks", "enwiki", "title"),
        statements=table(entity, "claims"),
    )


def read_thing(entity: Json) -> Thing:
    """Read an item that a film refers to."""
    item = read_item(entity)
    if item is None:
        return Thing()
    code = next(iter(item.texts("P297")), None)
    language = next(iter(item.texts("P218")), None)
    country = next(iter(item.items("P17")), None)
    return Thing(item.title, code if code in REGIONS else None, country, language, tuple(sorted(item.kinds)))


def places_of(item: Item) -> set[str]:
    """Return the items of places that must be looked up before the releases can be read."""
    placed = {place for row in item.rows("P577") for place in qualified(row, "P291")}
    return {place for place in (*placed, *item.items("P495")) if region_of_item(place) is None}


def publishers_of(item: Item) -> set[str]:
    """Return the items of publishers in the references of its release dates."""
    snaks = (
        member(ref, "snaks", "P248", 0) for row in rows(item.statements.get("P577")) for ref in rows(row, "references")
    )
    return {one for snak in snaks if (one := item_of(snak))}


def item_of(snak: Json) -> str | None:
    """Return the item that is the value of a snak."""
    found = text(snak, "datavalue", "value", "id")
    return found if found and ITEM_ID.fullmatch(found) else None


def qualifier(row: Json, name: str) -> Json:
    """Return the first value of a qualifier, unread."""
    return member(row, "qualifiers", name, 0)


def qualified(row: Json, name: str) -> list[str]:
    """Return the items that are values of a qualifier."""
    return [one for snak in rows(row, "qualifiers", name) if (one := item_of(snak))]


def _label(entity: Json) -> str | None:
    """Return an item's name in English or for all languages; an item number does not count as a name."""
    for language in ("en", "mul"):
        found = text(entity, "labels", language, "value")
        if found and not ITEM_ID.fullmatch(found):
            return found
    return None
