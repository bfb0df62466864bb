"""The sites as the test server plays them: answers to their calls, made from a small world of films.

Their forms follow the documentation of Wikibase, MediaWiki and TMDB. `entities` of a world
are items of Wikidata, `pages` articles of Wikipedia, `tmdb` answers of TMDB by their path.
`as_is` is the answer to every call, and `broken` gives, by the number of a call of a site, a status to answer instead.
"""

from typing import Any

World = dict[str, Any]
Reply = tuple[int, Any]


def answer_from(world: World, path: str, query: dict[str, str], calls: int) -> Reply:
    """Answer a call of a site, the one behind `calls` others."""
    site = path.split("/")[1]
    broken = world.get("broken", {}).get(site, {}).get(str(calls))
    if broken:
        return int(broken), {}
    if site == "tmdb":
        asked = path.removeprefix("/tmdb/")
        found = world.get("tmdb", {}).get(asked)
        return (200, found) if found is not None else (404, {"status_code": 34, "success": False})
    if "as_is" in world:
        return 200, world["as_is"]
    if site == "wikidata":
        return 200, _wikidata(world, query)
    return (200, _wikipedia(world, query)) if site == "wikipedia" else (404, {})


def _wikidata(world: World, query: dict[str, str]) -> Any:
    entities, redirects = world.get("entities", {}), world.get("redirects", {})
    if query.get("list") == "search":
        return {"batchcomplete": True, "query": {"search": _search(entities, query["srsearch"])}}
    if query["action"] != "wbgetentities":
        return {"error": {"code": "badvalue", "info": "action"}}
    if "titles" in query:
        titles = query["titles"].split("|")
        found = {key: one for key, one in entities.items() if _title(one) in titles}
        return {"entities": found, "success": 1}
    answered: World = {}
    for asked in query["ids"].split("|"):
        if not asked.startswith("Q"):
            return {"error": {"code": "no-such-entity", "info": "x", "id": asked}}
        target = redirects.get(asked, asked)
        entity = entities.get(target)
        if entity is None:
            answered[asked] = {"id": target, "missing": ""}
            continue
        parts = query["props"].split("|")
        names = (
            "type",
            "id",
            *(name for name in ("labels", "descriptions", "aliases", "claims", "sitelinks") if name in parts),
        )
        answered[asked] = {name: entity[name] for name in names if name in entity}
        if "info" in parts:
            answered[asked] |= {"lastrevid": entity["lastrevid"], "modified": entity["modified"]}
        if target != asked:
            answered[asked]["redirects"] = {"from": asked, "to": target}
    return {"entities": answered, "success": 1}


def _title(entity: World) -> str:
    return str(entity.get("sitelinks", {}).get("enwiki", {}).get("title"))


def _search(entities: World, words: str) -> list[World]:
    if words.startswith("haswbstatement:"):
        wanted = {tuple(one.split("=")) for one in words.removeprefix("haswbstatement:").split("|")}
        return [
            {"ns": 0, "title": key}
            for key, entity in entities.items()
            if any((name, text) in wanted for name in ("P345", "P4947") for text in _texts(entity, name))
        ]
    title = words.split(" haswbstatement:", maxsplit=1)[0].strip().casefold()
    names = {
        key: [one["value"] for one in entity.get("labels", {}).values()]
        + [one["value"] for many in entity.get("aliases", {}).values() for one in many]
        for key, entity in entities.items()
    }
    return [{"ns": 0, "title": key} for key, texts in names.items() if any(title in text.casefold() for text in texts)]


def _texts(entity: World, name: str) -> list[str]:
    claims = entity.get("claims") or {}
    return [one["mainsnak"]["datavalue"]["value"] for one in claims.get(name, [])]


def _wikipedia(world: World, query: dict[str, str]) -> Any:
    pages = world.get("pages", {})
    if query.get("list") == "categorymembers":
        members = [{"pageid": n, "ns": 0, "title": title} for n, title in enumerate(world.get("upcoming", []), 1)]
        return {"batchcomplete": True, "query": {"categorymembers": members}}
    if "revids" in query:
        wanted = [int(one) for one in query["revids"].split("|")]
        return {"query": {"pages": [_revisions(title, page, wanted) for title, page in pages.items()]}}
    if query.get("rvlimit"):
        title = query["titles"]
        past = [{"revid": one["revid"], "timestamp": one["timestamp"]} for one in pages[title]["past"]]
        return {"batchcomplete": True, "query": {"pages": [{"title": title, "revisions": past}]}}
    answered = []
    for number, title in enumerate(query["titles"].split("|"), 1):
        page = pages.get(title)
        if page is None:
            answered.append({"ns": 0, "title": title, "missing": True})
            continue
        revision = {"revid": page["revid"], "timestamp": page["timestamp"]}
        if "content" in query["rvprop"]:
            revision["slots"] = {"main": {"contentmodel": "wikitext", "content": page["content"]}}
        one = {"pageid": number, "ns": 0, "title": title, "revisions": [revision]}
        if "item" in page:
            one["pageprops"] = {"wikibase_item": page["item"]}
        answered.append(one)
    return {"batchcomplete": True, "query": {"pages": answered}}


def _revisions(title: str, page: World, wanted: list[int]) -> World:
    revisions = [
        {
            "revid": one["revid"],
            "timestamp": one["timestamp"],
            "slots": {"main": {"contentmodel": "wikitext", "content": one["content"]}},
        }
        for one in page.get("past", [])
        if one["revid"] in wanted
    ]
    return {"ns": 0, "title": title, "revisions": revisions}
