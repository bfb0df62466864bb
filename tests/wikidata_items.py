"""Items of Wikidata for tests, in few words, in the form of Wikibase's JSON; made, not recorded."""

from typing import Any

GREGORIAN = "http://www.wikidata.org/entity/Q1985727"
US, GB, GERMANY, HUNGARY = "Q30", "Q145", "Q183", "Q28"


def time(when: str, *, calendar: str = GREGORIAN) -> dict[str, Any]:
    """Make a time snak of "2026", "2026-12" or "2026-12-18"."""
    year, month, day = (*when.split("-"), "00", "00")[:3]
    value = {
        "time": f"+{year}-{month}-{day}T00:00:00Z",
        "timezone": 0,
        "before": 0,
        "after": 0,
        "precision": 9 + when.count("-"),
        "calendarmodel": calendar,
    }
    return snak({"type": "time", "value": value})


def snak(value: dict[str, Any]) -> dict[str, Any]:
    return {"snaktype": "value", "datavalue": value}


def item_snak(item: str) -> dict[str, Any]:
    value = {"entity-type": "item", "numeric-id": int(item[1:]), "id": item}
    return snak({"type": "wikibase-entityid", "value": value})


def text_snak(text: str) -> dict[str, Any]:
    return snak({"type": "string", "value": text})


def statement(
    main: dict[str, Any], *references: dict[str, Any], rank: str = "normal", **qualifiers: Any
) -> dict[str, Any]:
    """Make a statement; a qualifier is an item, a list of items, or a snak."""
    made = {
        name: [
            item_snak(one) if isinstance(one, str) else one for one in (value if isinstance(value, list) else [value])
        ]
        for name, value in qualifiers.items()
    }
    return {"mainsnak": main, "type": "statement", "rank": rank, "qualifiers": made, "references": list(references)}


def reference(
    url: str, published: str | None = None, publisher: str | None = None, title: str | None = None
) -> dict[str, Any]:
    snaks: dict[str, Any] = {"P854": [text_snak(url)]}
    if published:
        snaks["P577"] = [time(published)]
    if publisher:
        snaks["P248"] = [item_snak(publisher)]
    if title:
        snaks["P1476"] = [snak({"type": "monolingualtext", "value": {"text": title, "language": "en"}})]
    return {"hash": "x", "snaks": snaks}


IMPORTED = {"hash": "y", "snaks": {"P143": [item_snak("Q328")]}}


def entity(
    item: str,
    title: str,
    *dates: dict[str, Any],
    article: str | None = None,
    revision: int = 1,
    edited: str = "2026-11-20",
    **more: Any,
) -> dict[str, Any]:
    """Make a film's entity; `more` are properties with an item, a text, or a list of such."""
    claims: dict[str, Any] = {"P31": [statement(item_snak("Q11424"))]}
    if dates:
        claims["P577"] = list(dates)
    for name, value in more.items():
        values = value if isinstance(value, list) else [value]
        claims[name] = [statement(_any_snak(one)) for one in values]
    made: dict[str, Any] = {
        "type": "item",
        "id": item,
        "lastrevid": revision,
        "modified": f"{edited}T00:00:00Z",
        "labels": {"en": {"language": "en", "value": title}},
        "aliases": {},
        "claims": claims,
        "sitelinks": {},
    }
    if article:
        made["sitelinks"] = {"enwiki": {"site": "enwiki", "title": article, "badges": []}}
    return made


def _any_snak(value: str) -> dict[str, Any]:
    return item_snak(value) if value[:1] == "Q" and value[1:].isdigit() else text_snak(value)
