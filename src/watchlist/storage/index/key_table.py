"""The ids by which an index finds a film: its own, stored under the site `OWN`, and those on other sites."""

import json
from collections.abc import Callable, Iterable

from watchlist.domain.film import ExternalId
from watchlist.storage.index.sqlite_index import Row

KEY_TABLE = "CREATE TABLE key (site TEXT NOT NULL, key TEXT NOT NULL, num INTEGER NOT NULL)"
KEY_INDEXES = ("CREATE INDEX key_key ON key (key, site)", "CREATE INDEX key_num ON key (num)")

Query = Callable[..., list[Row]]
"""Runs a query on an index: takes the SQL statement, then its values."""


def numbers_with(query: Query, keys: Iterable[ExternalId]) -> list[int]:
    """Return the numbers of the films or entries with any of these keys, sorted."""
    by_site: dict[str, list[str]] = {}
    for key in keys:
        by_site.setdefault(key.site, []).append(key.id)
    select = "SELECT num FROM key WHERE site = ? AND key IN (SELECT value FROM json_each(?))"
    return sorted({num for site, ids in by_site.items() for (num,) in query(select, site, json.dumps(ids))})


def keys_of(query: Query, numbers: Iterable[int]) -> dict[int, list[ExternalId]]:
    """Return the keys of the films or entries with these numbers, in the order they were written."""
    found: dict[int, list[ExternalId]] = {}
    select = "SELECT num, site, key FROM key WHERE num IN (SELECT value FROM json_each(?)) ORDER BY num, rowid"
    for number, site, key in query(select, json.dumps(list(numbers))):
        found.setdefault(number, []).append(ExternalId(site, key))
    return found
