"""The JSON of a film, its releases, claims and moves, and of an entry: the stable contract, shared by the views."""

from typing import TYPE_CHECKING

from watchlist.domain.claim import Claim
from watchlist.domain.countdown import ReleaseToday
from watchlist.domain.entry import Entry, entry_fields, stars_of
from watchlist.domain.film import Dispute, Film, Filming, Work
from watchlist.domain.moves import Move
from watchlist.domain.release import Release, ReleaseKey

if TYPE_CHECKING:  # a change of the list has no preferences to load
    from watchlist.services.preferences import Lacking

_NO_RELEASE: dict[str, object] = dict.fromkeys(
    ("region", "channel", "service", "date", "earliest", "latest", "precision", "certainty", "days", "days_latest")
)

_NO_AGE: dict[str, object] = {"last_heard": None, "stale": False, "presumed": False, "out_elsewhere": None}


def film_fields(film: Film) -> dict[str, object]:
    """Return the fields that name a film."""
    return {"id": film.id, "title": film.title, "original_title": film.original_title, "year": film.year}


def key_fields(key: ReleaseKey) -> dict[str, object]:
    """Return the fields that name a release of a film."""
    return {"region": key.region, "channel": str(key.channel), "service": key.service}


def release_fields(shown: ReleaseToday | None) -> dict[str, object]:
    """Return a release with its countdown; dates are EDTF or ISO days, None if there is none."""
    if shown is None:
        return {**_NO_RELEASE, "state": "undated", **_NO_AGE}
    release, countdown = shown.release, shown.countdown
    span = release.span
    return {
        **key_fields(release.key),
        "date": release.date.text if release.date else None,
        "earliest": span.earliest.isoformat() if span and span.earliest else None,
        "latest": span.latest.isoformat() if span and span.latest else None,
        "precision": str(release.date.precision) if release.date else None,
        "certainty": str(release.certainty),
        "days": countdown.days,
        "days_latest": countdown.days_latest,
        "state": str(countdown.state),
        "last_heard": release.last_heard.isoformat(),
        "stale": shown.stale,
        "presumed": shown.presumed,
        "out_elsewhere": _elsewhere_json(shown.elsewhere),
    }


def _elsewhere_json(release: Release | None) -> dict[str, object] | None:
    """Return where the film is out in another region, and since when."""
    if release is None or release.span is None or release.span.latest is None:
        return None
    return {"region": release.key.region, "since": release.span.latest.isoformat()}


def lacking_json(lacking: "Lacking | None") -> dict[str, object] | None:
    """Return which release the user waits for and has no date, if another one is shown instead."""
    if lacking is None:
        return None
    parts = (("regions", lacking.regions), ("channels", lacking.channels), ("services", lacking.services))
    return {**{name: [str(one) for one in part] for name, part in parts}, "awaited": lacking.is_awaited}


def film_json(film: Film) -> dict[str, object]:
    """Return the facts about a film, without its releases and its entry."""
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
    }


def release_json(one: ReleaseToday) -> dict[str, object]:
    """Return a release with its agreement, its claims in the order shown, and its moves."""
    release = one.release
    return {
        **release_fields(one),
        "agreement": str(release.agreement),
        "claims": [claim_json(claim) for claim in release.newest_first],
        "moves": [move_json(move) for move in release.moves],
    }


def claim_json(claim: Claim) -> dict[str, object]:
    """Return a claim with its source."""
    source = claim.source
    return {
        "date": claim.date.text if claim.date else None,
        "said": claim.said,
        "error": claim.error,
        "certainty": str(claim.certainty),
        "reported": claim.reported.text if claim.reported else None,
        "source": {
            "id": source.id,
            "publisher": source.publisher,
            "published": source.published.text if source.published else None,
            "url": source.url,
        },
    }


def entry_json(entry: Entry) -> dict[str, object]:
    """Return what the user did with a film; ratings are in stars, 0.5 to 5."""
    fields = {
        **entry_fields(entry),
        "added": entry.added.isoformat() if entry.added else None,
        "rating": stars_of(entry.rating),
        "undated_viewings": entry.undated,
        "viewings": [day.isoformat() for day in entry.viewings],
        "diary": [
            {**one._asdict(), "day": one.day and one.day.isoformat(), "rating": stars_of(one.rating)}
            for one in entry.diary
        ],
    }
    return {key: value for key, value in fields.items() if key not in ("id", "title", "ids")}


def move_json(move: Move) -> dict[str, object]:
    """Return a change of a date."""
    return {
        "reported": move.claim.reported.text if move.claim.reported else None,
        "from": move.before.text if move.before else None,
        "to": move.after.text if move.after else None,
        "days": move.days,
        "kind": str(move.kind),
    }


def _work_json(work: Work) -> dict[str, object]:
    return {
        "title": work.title,
        "also_known_as": list(work.also_known_as),
        "author": work.author,
        "kind": work.kind,
        "year": work.year,
        "publisher": work.publisher,
        "note": work.note,
    }


def _filming_json(filming: Filming) -> dict[str, object]:
    return {
        "start": filming.start and filming.start.text,
        "end": filming.end and filming.end.text,
        "place": filming.place,
        "source": filming.source and filming.source.id,
        "doubt": filming.doubt,
    }


def _dispute_json(dispute: Dispute) -> dict[str, object]:
    return {
        "field": dispute.field,
        "readings": [
            {"value": reading.value, "source": reading.source.id, "wrong": reading.wrong}
            for reading in dispute.readings
        ],
        "note": dispute.note,
    }
