"""A film as a table of plain values (lists, dicts, text, numbers), as the index stores it, and back.

The table has the same keys as in a film file. It is read without checks: the file was checked when it was indexed.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from watchlist.domain.claim import UNSOURCED, Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.film import AlsoKnownAs, Dispute, DisputedValue, ExternalId, Film, Filming, Series, Work
from watchlist.domain.people import Role

Table = dict[str, Any]
"""A table as JSON stores it, with the keys that `film_table` or `source_table` gave it."""

Made = TypeVar("Made")


def film_table(film: Film) -> tuple[Table, dict[str, Table]]:
    """Return the table of a film, and the tables of the sources that it refers to, by id."""
    sources: dict[str, Table] = {}
    return _table(film._asdict(), sources), sources


def source_table(source: Source) -> Table:
    """Return the table of a source."""
    return _table(source._asdict(), {})


def _table(fields: Mapping[str, object], sources: dict[str, Table]) -> Table:
    return {name: _plain(value, sources) for name, value in fields.items() if value not in (None, (), "")}


def _plain(value: object, sources: dict[str, Table]) -> object:
    if isinstance(value, Source):
        if value.id not in sources:
            sources[value.id] = _table(value._asdict(), sources)
        return value.id
    if isinstance(value, Edtf):
        return value.text
    if hasattr(value, "_asdict"):
        return _table(value._asdict(), sources)
    if isinstance(value, tuple):
        return dict(value) if isinstance(value[0], ExternalId) else [_plain(one, sources) for one in value]
    if isinstance(value, StrEnum | date):
        return str(value)
    return value


def read_film(table: Table, source_tables: Mapping[str, Table]) -> Film:
    """Turn a table into a film; raises `KeyError`, `TypeError` or `ValueError` if it does not describe one."""
    sources = {key: read_source(one) for key, one in source_tables.items()}
    return _read(Film, {"title": "", **table}, _FILM, sources)


def read_source(table: Table) -> Source:
    """Turn a table into a source."""
    source = _read(Source, table, {"published": _date}, {})
    return UNSOURCED if source == UNSOURCED else source


_Sources = Mapping[str, Source]
_Reader = Callable[[Any, _Sources], object]
"""Turns the stored value of one key into the domain's value. `Any`: its type depends on the key."""


def _read(make: Callable[..., Made], table: Table, readers: Mapping[str, _Reader], sources: _Sources) -> Made:
    values = {
        name: readers[name](one, sources) if name in readers else tuple(one) if isinstance(one, list) else one
        for name, one in table.items()
    }
    return make(**values)


def _date(value: str, _: _Sources) -> Edtf:
    return Edtf.parse(value)


def _source(value: str, sources: _Sources) -> Source:
    return sources[value]


def _claim(**values: object) -> Claim:
    make: Callable[..., Claim] = Claim
    return make(**{"service": None, "date": None, **values})


def _all(make: Callable[..., object], readers: Mapping[str, _Reader]) -> _Reader:
    return lambda tables, sources: tuple(_read(make, table, readers, sources) for table in tables)


def _one(make: Callable[..., object], readers: Mapping[str, _Reader]) -> _Reader:
    return lambda table, sources: _read(make, table, readers, sources)


_CLAIM: Mapping[str, _Reader] = {
    "channel": lambda value, _: Channel(value),
    "date": _date,
    "certainty": lambda value, _: Certainty(value),
    "source": _source,
    "seen": lambda value, _: date.fromisoformat(value),
    "reported": _date,
}
_FILM: Mapping[str, _Reader] = {
    "also_known_as": _all(AlsoKnownAs, {}),
    "based_on": _one(Work, {}),
    "series": _all(Series, {}),
    "filming": _one(Filming, {"start": _date, "end": _date, "source": _source}),
    "ids": lambda table, _: tuple(ExternalId(*one) for one in table.items()),
    "cast": _all(Role, {}),
    "disputes": _all(Dispute, {"readings": _all(DisputedValue, {"source": _source})}),
    "claims": _all(_claim, _CLAIM),
}
