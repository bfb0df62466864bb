"""Reading a film of TMDB into claims, facts, and where it can be watched now.

The data is that of `/movie/{id}` with `append_to_response`, as documented for version 3 of TMDB's
API. Days are calendar days: the first ten characters of a time, without conversion.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.errors import BadValue
from watchlist.domain.film import AlsoKnownAs, ExternalId, Film, Series
from watchlist.domain.json_value import Json
from watchlist.domain.names import slug
from watchlist.domain.people import Role
from watchlist.domain.region import REGIONS, WORLDWIDE
from watchlist.services.live.citation import record
from watchlist.services.live.offers import Offers
from watchlist.services.live.places import service_of
from watchlist.services.live.shape import address, clean, member, number, rows, table, text

APPENDED = "release_dates,alternative_titles,credits,external_ids,watch/providers"
"""What is requested besides a film's own fields, in the same call."""

_CHANNELS = {
    1: Channel.PREMIERE,
    2: Channel.LIMITED,
    3: Channel.THEATRICAL,
    4: Channel.DIGITAL,
    5: Channel.PHYSICAL,
    6: Channel.TV,
}
_CERTAINTIES = {
    "Rumored": Certainty.RUMOURED,
    "Planned": Certainty.ANNOUNCED,
    "In Production": Certainty.ANNOUNCED,
    "Post Production": Certainty.ANNOUNCED,
    "Released": Certainty.ANNOUNCED,
}
_CANCELLED = "Canceled"
_DAY = re.compile(r"(\d{4})-\d\d-\d\d", re.ASCII)
_YEARS = range(1870, 2201)
_FESTIVAL = re.compile(r"\b(festival|fest|premiere|tiff|sxsw|sundance|berlinale)\b", re.IGNORECASE)
_RERELEASE = re.compile(r"\bre-?(release|issue)|anniversary\b", re.IGNORECASE)
_MOST_ROLES = 10
_MOST_TITLES = 20


class Movie(NamedTuple):
    """What TMDB says about a film; `claims` still lack `reported`."""

    id: str
    facts: Film
    claims: tuple[Claim, ...]
    offers: tuple[Offers, ...]


def read_movie(value: Json, film_id: str, *, today: date, regions: Iterable[str] = ()) -> Movie | None:
    """Read a film, under our id `film_id`, with offers in some regions; None if the answer is not a film."""
    found = number(value, "id")
    if found is None or found <= 0:
        return None
    key = str(found)
    claims: list[Claim] = []
    for country in rows(value, "release_dates", "results"):
        for row in rows(country, "release_dates"):
            claim = _claim(value, key, text(country, "iso_3166_1"), row, today)
            claims += [claim] if claim else []
    if text(value, "status") == _CANCELLED:
        claims.append(_cancelled(key, today))
    offers = tuple(offer for region in regions if (offer := _offers(value, region)))
    return Movie(key, _facts(value, key, film_id), tuple(dict.fromkeys(claims)), offers)


def source_of(key: str, day: date) -> Source:
    """Return the source for what TMDB says about a film, as read on a day."""
    return record("TMDB", f"{key}-{day}", f"https://www.themoviedb.org/movie/{key}")


def _claim(value: Json, key: str, region: str | None, row: Json, today: date) -> Claim | None:
    note = text(row, "note") or ""
    channel = _CHANNELS.get(number(row, "type") or 0)
    when = _date(text(row, "release_date"), today)
    if channel is None or when is None or region not in REGIONS or _RERELEASE.search(note):
        return None
    if _FESTIVAL.search(note):
        channel = Channel.PREMIERE
    latest = when.span().latest
    is_out = bool(latest and latest <= today)
    return Claim(
        region=region,
        channel=channel,
        service=service_of(note) if channel is Channel.DIGITAL else None,
        date=when,
        certainty=Certainty.RELEASED if is_out else _CERTAINTIES.get(text(value, "status") or "", Certainty.ANNOUNCED),
        source=source_of(key, today),
        seen=today,
        said=clean(f"{when.text}, {region}{f', {note}' if note else ''}", 60),
    )


def _date(text_: str | None, today: date) -> Edtf | None:
    """Read a day; by TMDB's rules, 1 January of a future year means only the year."""
    match = _DAY.match(text_ or "")
    if match is None or int(match[1]) not in _YEARS:
        return None
    day = match.group()
    try:
        when = Edtf.parse(day)
    except BadValue:
        return None
    is_year = day.endswith("-01-01") and int(match[1]) > today.year
    return Edtf.parse(match[1]) if is_year else when


def _cancelled(key: str, today: date) -> Claim:
    return Claim(
        region=WORLDWIDE,
        channel=Channel.THEATRICAL,
        service=None,
        date=None,
        certainty=Certainty.CANCELLED,
        source=source_of(key, today),
        seen=today,
        said=_CANCELLED,
    )


def _facts(value: Json, key: str, film_id: str) -> Film:
    title = text(value, "title") or ""
    original = text(value, "original_title")
    titles = (text(row, "title") for row in rows(value, "alternative_titles", "titles"))
    others = dict.fromkeys(one for one in titles if one and one not in (title, original))
    runtime = number(value, "runtime")
    imdb = text(value, "external_ids", "imdb_id")
    ids = [ExternalId("tmdb", key), *([ExternalId("imdb", imdb)] if imdb and re.fullmatch(r"tt\d+", imdb) else [])]
    countries = (text(row, "iso_3166_1") for row in rows(value, "production_countries"))
    language = text(value, "original_language")
    return Film(
        id=film_id,
        title=title,
        original_title=original if original != title else None,
        also_known_as=tuple(AlsoKnownAs(one) for one in list(others)[:_MOST_TITLES]),
        year=_year(text(value, "release_date")),
        countries=tuple(one for one in countries if one in REGIONS),
        languages=(language,) if language and len(language) == 2 else (),
        runtime=runtime if runtime and 0 < runtime < 10_000 else None,
        genres=tuple(name.casefold() for row in rows(value, "genres") if (name := text(row, "name"))),
        directors=tuple(_crew(value, "Director")),
        series=_series(text(value, "belongs_to_collection", "name")),
        ids=tuple(ids),
        cast=tuple(_cast(value)),
    )


def _year(day: str | None) -> int | None:
    match = _DAY.match(day or "")
    return int(match[1]) if match and int(match[1]) in _YEARS else None


def read_found(value: Json) -> Film | None:
    """Read a film in the answer of a search: its title, year and TMDB id, with a new id of ours."""
    key, title, year = number(value, "id"), text(value, "title"), _year(text(value, "release_date"))
    if not key or key <= 0 or title is None:
        return None
    return Film(slug(title, year), title, year=year, ids=(ExternalId("tmdb", str(key)),))


def _series(name: str | None) -> tuple[Series, ...]:
    return (Series(name.removesuffix(" Collection")),) if name else ()


def _crew(value: Json, job: str) -> Iterable[str]:
    for row in rows(value, "credits", "crew"):
        name = text(row, "name")
        if name and member(row, "job") == job:
            yield name


def _cast(value: Json) -> Iterable[Role]:
    for row in rows(value, "credits", "cast")[:_MOST_ROLES]:
        name = text(row, "name")
        if name:
            yield Role(name, text(row, "character"))


def _offers(value: Json, region: str) -> Offers | None:
    here = table(value, "watch/providers", "results", region)
    if not here:
        return None
    kinds = {kind: tuple(_providers(here.get(kind))) for kind in ("flatrate", "free", "ads", "rent", "buy")}
    free = tuple(dict.fromkeys((*kinds["free"], *kinds["ads"])))
    return Offers(region, kinds["flatrate"], free, kinds["rent"], kinds["buy"], address(here.get("link")))


def _providers(value: Json) -> Iterable[str]:
    names = (text(row, "provider_name") for row in rows(value))
    return dict.fromkeys(name for name in names if name)
