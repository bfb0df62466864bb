"""Where a film can be watched now, as stored by a refresh."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from watchlist.domain.json_value import Json
from watchlist.services.live.shape import address, day_of, rows, table, text

_KEPT = timedelta(days=180)
"""TMDB's terms do not allow storing anything for more than six months."""


class Offers(NamedTuple):
    """Where a film can be watched in a region, by kind of payment."""

    region: str
    subscription: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    rent: tuple[str, ...] = ()
    buy: tuple[str, ...] = ()
    link: str | None = None


class OffersOfDay(NamedTuple):
    """The offers for a film in some regions, and the day on which they were read."""

    day: date
    offers: tuple[Offers, ...]


def to_json(known: Mapping[str, OffersOfDay], today: date) -> Json:
    """Return the offers for films as data, without those that are too old."""
    return {
        key: {"day": one.day.isoformat(), "offers": [_offers_json(offers) for offers in one.offers]}
        for key, one in known.items()
        if today - one.day <= _KEPT
    }


def _offers_json(offers: Offers) -> Json:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in offers._asdict().items()}


def from_json(value: Json, film_id: str) -> OffersOfDay | None:
    """Return the offers for one film from data; None if there are none."""
    one = table(value, film_id)
    day = day_of(text(one.get("day")))
    if day is None:
        return None
    return OffersOfDay(day, tuple(_offers(row) for row in rows(one.get("offers"))))


def _offers(value: Json) -> Offers:
    names = {
        kind: tuple(name for row in rows(value, kind) if (name := text(row)))
        for kind in ("subscription", "free", "rent", "buy")
    }
    return Offers(text(value, "region") or "", link=address(value, "link"), **names)
