"""A film as a plain table of lists, dicts, text and numbers, and back: what the index stores.

The table is that of a film file; here it is read without checks, because it was checked
when it was compiled.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from watchlist.domain.claim import UNSOURCED, Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.film import AlsoKnownAs, Dispute, ExternalId, Film, Filming, Reading, Series, Work
from watchlist.domain.people import Role

Table = dict[str, Any]


def film_table(film: Film) -> tuple[Table, dict[str, Table]]:
    """Give the table of a film, and those of the sources that it names, by id."""
    sources: dict[str, Table] = {}
    return _fields(film, sources), sources


def source_table(source: Source) -> Table:
    """Give the table of a source."""
    return _fields(source, {})


def _fields(value: Any, sources: dict[str, Table]) -> Table:
    return {name: _plain(one, sources) for name, one in value._asdict().items() if one not in (None, (), "")}


def _plain(value: Any, sources: dict[str, Table]) -> Any:
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


def read_film(table: Table, source_tables: Mapping[str, Table]) -> Film:
    """Make the film of a table again; raises `KeyError`, `TypeError` or `ValueError` for what is none."""
    sources = {key: read_source(one) for key, one in source_tables.items()}
    film: Film = _read(Film, {"title": "", **table}, _FILM, sources)
    return film


def read_source(table: Table) -> Source:
    """Make the source of a table again."""
    source: Source = _read(Source, table, {"published": _date}, {})
    return UNSOURCED if source == UNSOURCED else source


_Sources = Mapping[str, Source]
_Reader = Callable[[Any, _Sources], Any]


def _read(made: Callable[..., Any], table: Table, readers: Mapping[str, _Reader], sources: _Sources) -> Any:
    values = {
        name: readers[name](one, sources) if name in readers else tuple(one) if isinstance(one, list) else one
        for name, one in table.items()
    }
    return made(**values)


def _date(value: str, _: _Sources) -> Edtf:
    return Edtf.parse(value)


def _source(value: str, sources: _Sources) -> Source:
    return sources[value]


def _all(made: Callable[..., Any], readers: Mapping[str, _Reader]) -> _Reader:
    return lambda tables, sources: tuple(_read(made, table, readers, sources) for table in tables)


def _one(made: Callable[..., Any], readers: Mapping[str, _Reader]) -> _Reader:
    return lambda table, sources: _read(made, table, readers, sources)


def _claim(**values: Any) -> Claim:
    return Claim(**{"service": None, "date": None, **values})


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
    "disputes": _all(Dispute, {"readings": _all(Reading, {"source": _source})}),
    "claims": _all(_claim, _CLAIM),
}
