"""Reading the place of a release in an infobox, in words: countries, festivals, cities, ways to watch."""

import re
from typing import NamedTuple

from watchlist.domain.claim import Channel
from watchlist.domain.region import WORLDWIDE
from watchlist.services.live.countries import has_no_code, region_of_name

SERVICES = {
    "netflix": "Netflix",
    "disney+": "Disney+",
    "disney plus": "Disney+",
    "amazon prime video": "Prime Video",
    "prime video": "Prime Video",
    "amazon mgm studios": "",
    "apple tv": "Apple TV",
    "apple tv+": "Apple TV",
    "apple original films": "Apple TV",
    "hulu": "Hulu",
    "max": "HBO Max",
    "hbo max": "HBO Max",
    "paramount+": "Paramount+",
    "peacock": "Peacock",
    "mubi": "",
    "shudder": "Shudder",
}
"""Streaming services, by the names that infoboxes use; "" for companies that also bring films to cinemas."""

_CHANNELS = (
    (re.compile(r"\b(dvd|blu-?ray|home video|4k|disc)\b", re.IGNORECASE), Channel.PHYSICAL),
    (re.compile(r"\b(vod|video on demand|streaming|digital|online|internet)\b", re.IGNORECASE), Channel.DIGITAL),
    (re.compile(r"\b(television|tv)\b", re.IGNORECASE), Channel.TV),
    (re.compile(r"\blimited\b", re.IGNORECASE), Channel.LIMITED),
)
_SPLIT = re.compile(r"\s*(?:&|/|\band\b)\s*")
_WHERE = {
    "north america": ("US", "CA"),
    "u.s. and canada": ("US", "CA"),
}
_TOWNS = {
    "cannes": "FR",
    "paris": "FR",
    "annecy": "FR",
    "deauville": "FR",
    "venice": "IT",
    "rome": "IT",
    "berlin": "DE",
    "berlinale": "DE",
    "toronto": "CA",
    "tiff": "CA",
    "fantasia": "CA",
    "sundance": "US",
    "sxsw": "US",
    "south by southwest": "US",
    "telluride": "US",
    "tribeca": "US",
    "new york": "US",
    "los angeles": "US",
    "hollywood": "US",
    "fantastic fest": "US",
    "london": "GB",
    "leicester square": "GB",
    "locarno": "CH",
    "zurich": "CH",
    "busan": "KR",
    "seoul": "KR",
    "tokyo": "JP",
    "rotterdam": "NL",
    "san sebastián": "ES",
    "sitges": "ES",
    "karlovy vary": "CZ",
    "sydney": "AU",
    "melbourne": "AU",
    "beijing": "CN",
    "shanghai": "CN",
    "mumbai": "IN",
}
"""Festivals and cities of premieres, by a word in their name, with their country."""


class ReleasePlace(NamedTuple):
    """Where a film came out: a region, a channel, and a service if one is named."""

    region: str
    channel: Channel
    service: str | None = None


def read_places(words: str) -> tuple[ReleasePlace, ...]:
    """Read the place of a date: a country means its cinemas; anything else, except a way to watch, is a premiere."""
    known = _WHERE.get(words.casefold())
    if known:
        return tuple(ReleasePlace(region, Channel.THEATRICAL) for region in known)
    if region_of_name(words):
        return (ReleasePlace(region_of_name(words) or WORLDWIDE, Channel.THEATRICAL),)
    listed = [part.strip() for part in words.split(",")]
    parts = listed if all(map(region_of_name, listed)) else [part for part in _SPLIT.split(words) if part]
    return tuple(dict.fromkeys(place for part in parts for place in _read(part)))


def _read(words: str) -> tuple[ReleasePlace, ...]:
    region = region_of_name(words)
    if region or words.casefold() in _WHERE:
        return tuple(
            ReleasePlace(one, Channel.THEATRICAL) for one in _WHERE.get(words.casefold(), (region or WORLDWIDE,))
        )
    if has_no_code(words):
        return ()
    service = service_of(words)
    if service:
        return (ReleasePlace(WORLDWIDE, Channel.DIGITAL, service),)
    for pattern, channel in _CHANNELS:
        if pattern.search(words):
            rest = pattern.sub("", words).replace("release", "").strip()
            return (ReleasePlace(region_of_name(rest) or WORLDWIDE, channel),)
    folded = words.casefold()
    return (ReleasePlace(next((code for town, code in _TOWNS.items() if town in folded), WORLDWIDE), Channel.PREMIERE),)


def service_of(words: str) -> str | None:
    """Return the streaming service with a name; None if it is not one, or also brings films to cinemas."""
    return SERVICES.get(" ".join(words.casefold().split())) or None
