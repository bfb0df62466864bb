"""A film as a table again: what `film_file` reads back into the same film."""

from datetime import date
from enum import StrEnum
from typing import Any

from watchlist.domain.claim import Source
from watchlist.domain.dates import Edtf
from watchlist.domain.film import ExternalId, Film


def film_table(film: Film) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    """Give the table of a film, and those of the sources that it names, by id."""
    sources: dict[str, dict[str, Any]] = {}
    return _fields(film, sources), sources


def _fields(value: Any, sources: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {name: _plain(one, sources) for name, one in value._asdict().items() if one not in (None, (), "")}


def _plain(value: Any, sources: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, Source):
        if value.id not in sources:
            sources[value.id] = _fields(value, sources)
        return value.id
    if isinstance(value, Edtf):
        return value.text
    if hasattr(value, "_fields"):
        return _fields(value, sources)
    if isinstance(value, tuple):
        return dict(value) if isinstance(value[0], ExternalId) else [_plain(one, sources) for one in value]
    if isinstance(value, StrEnum | date):
        return str(value)
    return value
