"""The JSON of a release and of a film: the fields of the stable contract, shared by the views."""

from typing import Any

from watchlist.domain.film import Film
from watchlist.services.preferences import ReleaseToday

NO_RELEASE: dict[str, Any] = dict.fromkeys(
    ("region", "channel", "service", "date", "earliest", "latest", "precision", "certainty", "days", "days_latest")
)


def film_fields(film: Film) -> dict[str, Any]:
    """Give what names a film."""
    return {"id": film.id, "title": film.title, "original_title": film.original_title, "year": film.year}


def release_fields(counts: ReleaseToday | None) -> dict[str, Any]:
    """Give a release with its countdown; dates are EDTF or days in ISO form, None where there is none."""
    if counts is None:
        return {**NO_RELEASE, "state": "undated"}
    release, countdown = counts.release, counts.countdown
    span = release.span
    return {
        "region": release.key.region,
        "channel": str(release.key.channel),
        "service": release.key.service,
        "date": release.date.text if release.date else None,
        "earliest": span.earliest.isoformat() if span and span.earliest else None,
        "latest": span.latest.isoformat() if span and span.latest else None,
        "precision": str(release.date.precision) if release.date else None,
        "certainty": str(release.certainty),
        "days": countdown.days,
        "days_latest": countdown.days_latest,
        "state": str(countdown.state),
    }
