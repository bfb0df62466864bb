"""JSON-LD: what a page says about itself in schema.org's vocabulary, in any of the shapes that pages use."""

from collections.abc import Iterator
from typing import NamedTuple

Node = dict[str, object]

_ARTICLE = ("article", "posting", "report", "review")
_MOST_NODES = 5000


class Stated(NamedTuple):
    """What the JSON-LD of a page states about the article; what it does not state is empty."""

    headline: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    url: str = ""


def stated(scripts: tuple[object, ...]) -> Stated:
    """Return what JSON-LD scripts say about the article, in objects, lists, `@graph`, or by `@id` references."""
    nodes = [node for script in scripts for node in _nodes(script)]
    known: dict[str, Node] = {}
    for node in nodes:
        key = node.get("@id")
        if isinstance(key, str) and len(node) > 1:
            known[key] = {**node, **known.get(key, {})}
    articles = [node for node in nodes if _is_article(node)]
    pages = [node for node in nodes if "webpage" in _types(node)]
    best = next((node for node in articles if node.get("headline")), (articles or pages or [{}])[0])
    publisher = _names(best.get("publisher"), known) or _site(nodes, known)
    return Stated(
        headline=_text(best.get("headline")) or _text(best.get("name")),
        authors=_names(best.get("author") or best.get("creator"), known),
        publisher=publisher[0] if publisher else "",
        published=_text(best.get("datePublished")) or _text(next((page.get("datePublished") for page in pages), "")),
        url=_address(best, known),
    )


def _nodes(script: object) -> Iterator[Node]:
    """Yield the nodes in lists, `@graph` and `mainEntity`; other nested objects are not nodes."""
    waiting = [script]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting = one[:_MOST_NODES] + waiting
        elif isinstance(one, dict):
            yield one
            waiting = [
                one[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(one.get(key), list | dict)
            ] + waiting


def films(scripts: tuple[object, ...]) -> Iterator[str]:
    """Yield the titles of the films that the article is about or mentions, as JSON-LD states them."""
    for node in (node for script in scripts for node in _nodes(script)):
        for key in ("about", "mentions", "itemReviewed"):
            value = node.get(key)
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict) and "movie" in _types(one):
                    yield from _names(one, {})


def _types(node: Node) -> tuple[str, ...]:
    value = node.get("@type")
    return tuple(str(one).lower() for one in (value if isinstance(value, list) else [value]))


def _is_article(node: Node) -> bool:
    return any(one.endswith(_ARTICLE) for one in _types(node))


def _site(nodes: list[Node], known: dict[str, Node]) -> tuple[str, ...]:
    for node in nodes:
        if "website" in _types(node):
            return _names(node.get("publisher"), known) or _names(node, known)
    return ()


def _names(value: object, known: dict[str, Node]) -> tuple[str, ...]:
    """Return the names of people or organisations, given as text, an object, a list or a reference."""
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for one in value[:20] for name in _names(one, known)))
    if isinstance(value, dict):
        named = value if value.get("name") else known.get(str(value.get("@id")), {})
        return _names(named.get("name"), {})
    text = _text(value)
    return (text,) if text and not text.startswith("http") else ()


def _address(node: Node, known: dict[str, Node]) -> str:
    for value in (node.get("url"), node.get("mainEntityOfPage"), node.get("@id")):
        address = value
        if isinstance(value, dict):
            whole = known.get(str(value.get("@id")), value)
            address = whole.get("url") or whole.get("@id")
        if isinstance(address, str) and address.startswith("http"):
            return address
    return ""


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
