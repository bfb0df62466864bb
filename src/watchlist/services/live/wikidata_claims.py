"""Reading the release dates of an item of Wikidata into claims.

The meaning of the qualifiers is documented on the talk page of the property P577. Malformed
statements are left out.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from watchlist.domain.claim import Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf, Precision
from watchlist.domain.errors import BadValue
from watchlist.domain.json_value import Json
from watchlist.domain.region import WORLDWIDE
from watchlist.services.live.citation import SETTLED, article, record
from watchlist.services.live.countries import region_of_item
from watchlist.services.live.shape import address, clean, member, number, rows, table, text
from watchlist.services.live.wikidata import Item, Thing, item_of, qualified, qualifier

_TIME = re.compile(r"\+0*(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T.*)?", re.ASCII)
_GREGORIAN = "Q1985727"
_YEARS = range(1870, 2201)
_PARTS_OF_YEAR = {
    "Q40720559": 21,
    "Q40720564": 22,
    "Q40720568": 23,
    "Q40720553": 24,
    "Q40690303": 33,
    "Q40719649": 34,
    "Q40719662": 35,
    "Q40719674": 36,
    "Q40719687": 40,
    "Q40719707": 41,
}
"""The values of "refine date" (P4241), with their EDTF numbers: seasons, quarters, halves."""
_ABOUT = frozenset(("Q5727902", "Q37113960"))
_DOUBTFUL = frozenset(("Q18122778", "Q30230067", "Q56644435", "Q18912752", "Q32188232"))
_CHANNELS = {
    "Q723685": Channel.DIGITAL,
    "Q220499": Channel.DIGITAL,
    "Q5294": Channel.PHYSICAL,
    "Q47770": Channel.PHYSICAL,
    "Q289": Channel.TV,
    "Q3491297": Channel.LIMITED,
}
_FESTIVAL = "Q220505"
_SERVICES = {
    "Q907311": "Netflix",
    "Q54958752": "Disney+",
    "Q4740856": "Prime Video",
    "Q62446736": "Apple TV",
    "Q65359104": "HBO Max",
    "Q27903045": "Paramount+",
    "Q1630304": "Hulu",
}


def read_claims(item: Item, things: Mapping[str, Thing], *, today: date) -> tuple[Claim, ...]:
    """Read the release dates of an item; `reported` is decided later (`reported.decide`).

    A deprecated statement counts only if a dated reference shows when it was true.
    """
    claims: list[Claim] = []
    for row in rows(item.statements.get("P577")):
        made = list(_claims(item, row, things, today))
        if member(row, "rank") == "deprecated":
            made = [claim for claim in made if claim.source.published]
        claims += made
    return tuple(dict.fromkeys(claims))


def years_of(item: Item) -> Iterable[int]:
    """Yield the years of an item's release dates."""
    for row in item.rows("P577"):
        digits = _time(member(row, "mainsnak"))
        if digits:
            yield int(digits[:4])


def _claims(item: Item, row: Json, things: Mapping[str, Thing], today: date) -> Iterable[Claim]:
    when = _date(row)
    if when is None:
        return
    source = _source(item, row, things)
    places: list[str | None] = [*qualified(row, "P291")]
    for place in places or [None]:
        found = _release(item, row, place, things)
        if found is not None:
            region, channel, service, note = found
            yield Claim(
                region=region,
                channel=channel,
                service=service,
                date=when,
                certainty=_certainty(when, item, row, today),
                source=source,
                seen=today,
                said=clean(f"{when.text}, {_name(place, things)}" if place else when.text, 60),
                note=note,
            )


def _date(row: Json) -> Edtf | None:
    """Read a time to its stated precision, whatever digits it has."""
    start, end = qualifier(row, "P580"), qualifier(row, "P582")
    if start and end:
        return _edtf(f"{_time(start) or '..'}/{_time(end) or '..'}")
    digits = _time(member(row, "mainsnak"))
    if digits is None:
        return None
    part = next((_PARTS_OF_YEAR[one] for one in qualified(row, "P4241") if one in _PARTS_OF_YEAR), None)
    circumstances = set(qualified(row, "P1480"))
    mark = "?" if circumstances & _DOUBTFUL else "~" if circumstances & _ABOUT else ""
    return _edtf(f"{digits[:4]}-{part}{mark}" if part else f"{digits}{mark}")


def _edtf(notation: str) -> Edtf | None:
    try:
        return Edtf.parse(notation)
    except BadValue:
        return None


def _time(snak: Json) -> str | None:
    """Cut the digits of a time to its precision: 9 is a year, 10 a month, 11 to 14 a day or finer."""
    value = member(snak, "datavalue", "value")
    match = _TIME.fullmatch(text(value, "time") or "")
    precision = number(value, "precision") or 0
    is_gregorian = (text(value, "calendarmodel") or "").endswith(f"/{_GREGORIAN}")
    if member(snak, "snaktype") != "value" or match is None or not is_gregorian or int(match["year"]) not in _YEARS:
        return None
    parts = [match["year"], *(one for one in (match["month"], match["day"]) if one and one != "00")]
    wanted = {9: 1, 10: 2}.get(precision, 3 if 11 <= precision <= 14 else 0)
    return "-".join(parts[:wanted]) if 0 < wanted <= len(parts) else None


def _release(
    item: Item, row: Json, place: str | None, things: Mapping[str, Thing]
) -> tuple[str, Channel, str | None, str | None] | None:
    """Return the release of a statement: region, channel, service, and a note; None if its place is unknown."""
    formats = [_CHANNELS[one] for one in qualified(row, "P437") if one in _CHANNELS]
    services = item.items("P750")
    service = _SERVICES.get(services[0]) if len(services) == 1 else None
    region, is_country = _region(place, things) if place else (_home(item, things), True)
    note = None if place else "no place stated"
    if region is None:
        return None
    if formats:
        return region, formats[0], service if formats[0] is Channel.DIGITAL else None, note
    if not is_country:
        return region, Channel.PREMIERE, None, note
    if service and (place is None or region == WORLDWIDE):
        return region if place else WORLDWIDE, Channel.DIGITAL, service, "channel inferred from the distributor"
    if service:
        return region, Channel.LIMITED, None, "channel inferred from the distributor"
    return region, Channel.THEATRICAL, None, note


def _region(place: str, things: Mapping[str, Thing]) -> tuple[str | None, bool]:
    """Return the region of a place, None if unknown, and whether the place is a country."""
    known = region_of_item(place)
    thing = things.get(place, Thing())
    if known or thing.region:
        return known or thing.region, True
    country = thing.country
    inside = region_of_item(country) or things.get(country, Thing()).region if country else None
    if inside is None and _FESTIVAL in thing.kinds:
        return WORLDWIDE, False
    return inside, False


def _home(item: Item, things: Mapping[str, Thing]) -> str:
    """Return the region for a date without a place: the film's only country of origin, or worldwide."""
    countries = {_region(one, things)[0] for one in item.items("P495")}
    region = countries.pop() if len(countries) == 1 else None
    return region or WORLDWIDE


def _certainty(when: Edtf, item: Item, row: Json, today: date) -> Certainty:
    latest = when.span().latest
    if when.precision is Precision.DAY and latest and latest <= today:
        return Certainty.RELEASED
    if set(qualified(row, "P1480")) & _DOUBTFUL:
        return Certainty.RUMOURED
    is_settled = item.edited is not None and today - item.edited >= SETTLED
    is_cited = any(_is_reference(one) for one in rows(row, "references"))
    return Certainty.ANNOUNCED if is_cited or is_settled else Certainty.SPECULATED


def _is_reference(reference: Json) -> bool:
    """Return whether a reference names a source, and not only where the value was imported from."""
    return bool(table(reference, "snaks").keys() - {"P143", "P4656", "P813"})


def _source(item: Item, row: Json, things: Mapping[str, Thing]) -> Source:
    """Return the source of a statement: the newest page that it cites, else the item itself."""
    via = f"Wikidata {item.id}"
    cited = [one for reference in rows(row, "references") if (one := _cited(reference, via, things))]
    if cited:
        return max(cited, key=lambda one: str(one.published and one.published.span().earliest))
    revision = f"?oldid={item.revision}" if item.revision else ""
    return record("Wikidata", f"{item.id}-{item.revision}", f"https://www.wikidata.org/wiki/{item.id}{revision}")


def _cited(reference: Json, via: str, things: Mapping[str, Thing]) -> Source | None:
    if not _is_reference(reference):
        return None
    named = item_of(member(reference, "snaks", "P248", 0))
    published = _time(member(reference, "snaks", "P577", 0))
    title = member(reference, "snaks", "P1476", 0, "datavalue", "value")
    return article(
        things[named].label if named and named in things else None,
        via=via,
        url=address(reference, "snaks", "P854", 0, "datavalue", "value"),
        title=text(title, "text"),
        author=None,
        published=_edtf(published) if published else None,
    )


def _name(place: str, things: Mapping[str, Thing]) -> str:
    label = things[place].label if place in things else None
    return label or region_of_item(place) or place
