"""Films, claims and sources as the tables of a film file: only the keys that say something."""

from collections.abc import Sequence
from typing import Any

from watchlist.domain.change import UserFilm
from watchlist.domain.claim import Claim, Source
from watchlist.domain.film import AlsoKnownAs


def source_table(source: Source) -> dict[str, Any]:
    """Give a source as a table of the file."""
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
    """Give a new film as a table of the file, with its claims."""
    return {"id": film.film_id, **film_keys(film), **_claims_of(film)}


def film_keys(film: UserFilm) -> dict[str, Any]:
    """Give what is said about a film itself: titles, year, directors, ids here and on other sites."""
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
    """Give other titles as the file has them: plain texts where there is nothing to say about any."""
    tables = [{key: value for key, value in one._asdict().items() if value} for one in others]
    return [table["title"] for table in tables] if all(len(table) == 1 for table in tables) else list(tables)


def _claims_of(film: UserFilm) -> dict[str, Any]:
    return {"claims": [claim_table(claim) for claim in film.claims]} if film.claims else {}


def claim_table(claim: Claim) -> dict[str, Any]:
    """Give a claim as a table of the file; its source is there by its id."""
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
    }
    return {key: value for key, value in table.items() if value is not None}
