"""Parsing the JSON-LD scripts of a page, broken ones as far as possible."""

import json
import re

_FIELD = re.compile(r'"(headline|datePublished|url|name|author)"\s*:\s*"((?:[^"\\]|\\.){1,300})"')


def parse_script(script: str) -> object | None:
    """Parse a JSON-LD script; a broken one as an article with the simple fields that a search finds, else None."""
    body = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    for attempt in (body, re.sub(r",(\s*[}\]])", r"\1", body)):
        try:
            parsed: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return parsed
    fields: dict[str, str] = {}
    for name, value in _FIELD.findall(body):
        fields.setdefault(name, value.replace("\\/", "/").replace('\\"', '"'))
    fields.pop("name", None)
    return {"@type": "Article", **fields} if "headline" in fields or "datePublished" in fields else None
