"""Films, claims and sources as tables of a film file, without empty keys."""

from collections.abc import Iterator, Sequence
from typing import Any

from watchlist.domain.change import UserFilm
from watchlist.domain.claim import UNSOURCED, Claim, Source
from watchlist.domain.film import AlsoKnownAs, Film
from watchlist.domain.people import Person
from watchlist.storage.index import film_row

FILM_KEYS = Film._fields
"""The keys of a film, in their order."""


def source_table(source: Source) -> dict[str, Any]:
    """Return a source as a table of the file."""
    fields = {
        "id": source.id,
        "publisher": source.publisher,
        "title": source.title,
        "author": source.author,
        "published": source.published and source.published.text,
        "url": source.url,
        "note": source.note,
    }
    return {key: value for key, value in fields.items() if value}


def film_table(film: UserFilm) -> dict[str, Any]:
    """Return a new film as a table of the file, with its claims."""
    return {"id": film.film_id, **film_keys(film), **_claims_of(film)}


def whole_film_table(film: Film) -> dict[str, Any]:
    """Return a complete film as a table of the file; it names its sources by their ids."""
    table, _ = film_row.film_table(film)
    if film.also_known_as:
        table["also_known_as"] = _other_titles(film.also_known_as)
    return {**table, "claims": list(map(claim_table, film.claims))} if film.claims else table


def sources_of(film: Film) -> Iterator[Source]:
    """Return the named sources of a film, with repeats."""
    readings = (reading for dispute in film.disputes for reading in dispute.readings)
    filming = [film.filming.source] if film.filming and film.filming.source else []
    sources = (*(one.source for one in film.claims), *(one.source for one in readings), *filming)
    return (source for source in sources if source != UNSOURCED)


def person_table(person: Person) -> dict[str, Any]:
    """Return a person as a table of the file."""
    table = {"name": person.name, "family": person.family, "written": list(person.written)}
    return {key: value for key, value in table.items() if value}


def film_keys(film: UserFilm) -> dict[str, Any]:
    """Return the facts about a film: titles, year, directors, ids here and on other sites."""
    keys = {
        "title": film.title,
        "original_title": film.original_title,
        "also_known_as": _other_titles(film.also_known_as),
        "year": film.year,
        "directors": list(film.directors),
        "ids": dict(film.ids),
        "other_ids": list(film.other_ids),
    }
    return {key: value for key, value in keys.items() if value}


def _other_titles(others: Sequence[AlsoKnownAs]) -> list[Any]:
    """Return other titles as the file has them: as plain texts if none has a language or a note."""
    tables = [{key: value for key, value in one._asdict().items() if value} for one in others]
    return [table["title"] for table in tables] if all(len(table) == 1 for table in tables) else list(tables)


def _claims_of(film: UserFilm) -> dict[str, Any]:
    return {"claims": [claim_table(claim) for claim in film.claims]} if film.claims else {}


def claim_table(claim: Claim) -> dict[str, Any]:
    """Return a claim as a table of the file; it names its source by id."""
    table = {
        "region": claim.region,
        "channel": str(claim.channel),
        "service": claim.service,
        "date": claim.date and claim.date.text,
        "said": claim.said,
        "certainty": str(claim.certainty),
        "source": claim.source.id,
        "reported": claim.reported and claim.reported.text,
        "seen": claim.seen,
        "note": claim.note,
        "error": claim.error,
    }
    return {key: value for key, value in table.items() if value is not None}
