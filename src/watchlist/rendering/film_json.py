"""The JSON of a film, its releases and an entry: the stable contract of `show`, shared by other views."""

from typing import Any

from watchlist.domain.claim import Claim
from watchlist.domain.entry import Entry
from watchlist.domain.film import Dispute, Filming, Work
from watchlist.domain.moves import Move
from watchlist.rendering.fields import film_fields, release_fields
from watchlist.services.live.offers import OffersOfDay
from watchlist.services.preferences import ReleaseToday
from watchlist.services.show import FilmFacts

CREDIT = "JustWatch, by way of TMDB"
"""Whom TMDB's terms ask to name for where a film can be watched."""


def film_json(result: FilmFacts) -> dict[str, Any]:
    """Give the film's facts, its releases with claims and moves, and the entry or None."""
    film = result.film
    return {
        **film_fields(film),
        "also_known_as": [one._asdict() for one in film.also_known_as],
        "countries": list(film.countries),
        "languages": list(film.languages),
        "runtime": film.runtime,
        "genres": list(film.genres),
        "synopsis": film.synopsis,
        "directors": list(film.directors),
        "writers": list(film.writers),
        "producers": list(film.producers),
        "companies": list(film.companies),
        "composers": list(film.composers),
        "theme_song": film.theme_song,
        "based_on": film.based_on and _work_json(film.based_on),
        "series": [one._asdict() for one in film.series],
        "filming": film.filming and _filming_json(film.filming),
        "cast": [
            {"name": role.name, "role": role.role, "role_variants": list(role.role_variants)} for role in film.cast
        ],
        "ids": dict(film.ids),
        "note": film.note,
        "disputes": [_dispute_json(dispute) for dispute in film.disputes],
        "releases": [release_json(one) for one in result.releases],
        "offers": result.offers and _offers_json(result.offers),
        "entry": result.entry and entry_json(result.entry),
    }


def _offers_json(known: OffersOfDay) -> dict[str, Any]:
    return {
        "day": known.day.isoformat(),
        "credit": CREDIT,
        "regions": [one._asdict() for one in known.offers],
    }


def release_json(one: ReleaseToday) -> dict[str, Any]:
    """Give a release with how its claims agree, the claims in the order shown, and its moves."""
    release = one.release
    return {
        **release_fields(one),
        "agreement": str(release.agreement),
        "claims": [claim_json(claim) for claim in release.newest_first],
        "moves": [move_json(move) for move in release.moves],
    }


def claim_json(claim: Claim) -> dict[str, Any]:
    """Give a claim with its source."""
    source = claim.source
    return {
        "date": claim.date.text if claim.date else None,
        "said": claim.said,
        "certainty": str(claim.certainty),
        "reported": claim.reported.text if claim.reported else None,
        "source": {
            "id": source.id,
            "publisher": source.publisher,
            "published": source.published.text if source.published else None,
            "url": source.url,
        },
    }


def entry_json(entry: Entry) -> dict[str, Any]:
    """Give what the user did with a film; the rating counts half stars."""
    want = entry.want
    return {
        "added": entry.added.isoformat() if entry.added else None,
        "status": str(entry.status),
        "want": want and {"region": want.region, "channel": want.channel, "service": want.service},
        "rating": entry.rating,
        "viewings": [day.isoformat() for day in entry.viewings],
        "tags": list(entry.tags),
        "note": entry.note,
    }


def move_json(move: Move) -> dict[str, Any]:
    """Give a change of a date."""
    return {
        "reported": move.claim.reported.text if move.claim.reported else None,
        "from": move.before.text if move.before else None,
        "to": move.after.text if move.after else None,
        "days": move.days,
        "kind": move.kind,
    }


def _work_json(work: Work) -> dict[str, Any]:
    return {
        "title": work.title,
        "also_known_as": list(work.also_known_as),
        "author": work.author,
        "kind": work.kind,
        "year": work.year,
        "publisher": work.publisher,
        "note": work.note,
    }


def _filming_json(filming: Filming) -> dict[str, Any]:
    return {
        "start": filming.start and filming.start.text,
        "end": filming.end and filming.end.text,
        "place": filming.place,
        "source": filming.source and filming.source.id,
        "doubt": filming.doubt,
    }


def _dispute_json(dispute: Dispute) -> dict[str, Any]:
    return {
        "field": dispute.field,
        "readings": [
            {"value": reading.value, "source": reading.source.id, "wrong": reading.wrong}
            for reading in dispute.readings
        ],
        "note": dispute.note,
    }
