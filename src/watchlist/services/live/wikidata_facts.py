"""Reading what an item of Wikidata says about a film besides its dates: titles, people, countries, ids."""

from collections.abc import Iterable, Mapping
from itertools import chain

from watchlist.domain.film import AlsoKnownAs, ExternalId, Film, Series
from watchlist.domain.people import Role
from watchlist.domain.region import WORLDWIDE
from watchlist.services.live.countries import region_of_item
from watchlist.services.live.shape import member, text
from watchlist.services.live.wikidata import Item, Thing, item_of, qualified
from watchlist.services.live.wikidata_claims import years_of

_MINUTE = "Q7727"
_MOST_ROLES = 10
_MOST_ALIASES = 20


def names_of(item: Item) -> set[str]:
    """Return the items whose names must be looked up before the facts can be read."""
    roles = chain.from_iterable(qualified(row, "P453") for row in item.rows("P161")[:_MOST_ROLES])
    people = (*item.items("P57"), *item.items("P161")[:_MOST_ROLES])
    return {*people, *roles, *item.items("P364"), *item.items("P136"), *item.items("P179")}


def read_facts(item: Item, things: Mapping[str, Thing], film_id: str) -> Film:
    """Return a film's facts, under our id `film_id`; items without a known name are left out."""
    titles = [title for title in item.aliases if title != item.title][:_MOST_ALIASES]
    languages = (things[one].language for one in item.items("P364") if one in things)
    return Film(
        id=film_id,
        title=item.title or "",
        original_title=next((title for title in item.texts("P1476") if title != item.title), None),
        also_known_as=tuple(AlsoKnownAs(title) for title in titles),
        year=min(years_of(item), default=None),
        countries=tuple(dict.fromkeys(_regions(item, things))),
        languages=tuple(dict.fromkeys(one for one in languages if one)),
        runtime=_runtime(item),
        genres=tuple(genre.casefold().removesuffix(" film") for genre in _named(item.items("P136"), things)),
        synopsis=f"{item.description[:1].upper()}{item.description[1:]} (Wikidata)" if item.description else None,
        directors=tuple(_named(item.items("P57"), things)),
        series=tuple(_series(item, things)),
        ids=tuple(ExternalId(site, key) for site, key in item.ids.items()),
        cast=tuple(_cast(item, things)),
    )


def _regions(item: Item, things: Mapping[str, Thing]) -> Iterable[str]:
    for one in item.items("P495"):
        region = region_of_item(one) or things.get(one, Thing()).region
        if region and region != WORLDWIDE:
            yield region


def _runtime(item: Item) -> int | None:
    for row in item.rows("P2047"):
        value = member(row, "mainsnak", "datavalue", "value")
        minutes = (text(value, "amount") or "").removeprefix("+")
        is_minutes = (text(value, "unit") or "").endswith(f"/{_MINUTE}")
        if is_minutes and minutes.isascii() and minutes.isdigit() and 0 < int(minutes[:6]) < 10_000:
            return int(minutes[:6])
    return None


def _named(items: Iterable[str], things: Mapping[str, Thing]) -> list[str]:
    labels = (things[one].label for one in items if one in things)
    return list(dict.fromkeys(label for label in labels if label))


def _series(item: Item, things: Mapping[str, Thing]) -> Iterable[Series]:
    """Yield the film's series, each with its position by the qualifier "series ordinal" (P1545)."""
    for row in item.rows("P179"):
        series = item_of(member(row, "mainsnak"))
        name = things[series].label if series and series in things else None
        place = text(row, "qualifiers", "P1545", 0, "datavalue", "value") or ""
        if name:
            yield Series(
                name, int(place) if place.isascii() and place.isdigit() and 0 < int(place[:4]) <= 1000 else None
            )


def _cast(item: Item, things: Mapping[str, Thing]) -> Iterable[Role]:
    for row in item.rows("P161")[:_MOST_ROLES]:
        player = item_of(member(row, "mainsnak"))
        name = things[player].label if player and player in things else None
        if name:
            yield Role(name, " / ".join(_named(qualified(row, "P453"), things)) or None)
