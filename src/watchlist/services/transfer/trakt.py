"""Trakt: the JSON files of its export. Times are UTC, and become the day where the user is."""

import re
from collections.abc import Mapping, Sequence
from datetime import tzinfo

from watchlist.domain.errors import BadValue
from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.jsontext import object_in, text_in
from watchlist.services.transfer.parse import external_ids, parse_moment, parse_rating, parse_title
from watchlist.services.transfer.row import ImportedList, ImportedRow, collect

NAME = "Trakt"
_NO_FILMS = ("show", "season", "episode", "person")
_TIMES = ("listed_at", "watched_at", "rated_at", "last_watched_at", "collected_at")
_OTHER_FILES = re.compile(r"collection-|comments|user-|lists-lists|-shows|-seasons|-episodes")
"""Names of the files of an export that hold no list of films."""


def recognises(file: ImportFile) -> bool:
    """Say whether a file is an array of things with one of Trakt's times each."""
    items = file.json
    return (
        isinstance(items, list)
        and bool(items)
        and all(isinstance(item, Mapping) and any(time in item for time in _TIMES) for item in items[:5])
    )


def read(file: ImportFile) -> ImportedList | None:
    """Read watchlist, history, watched films, ratings or a list; the name of a list becomes a tag."""
    if file.archive and _OTHER_FILES.search(file.name):
        return None
    items: Sequence[object] = file.json if isinstance(file.json, list) else ()
    named = re.search(r"lists-list-\d+-([^/]+?)(?:-\d+)?\.json$", file.name)
    tags = (named[1],) if named else ()
    rows, bad, no_films = collect(enumerate(items, 1), lambda number, item: _read_row(number, item, tags, file.zone))
    return ImportedList(NAME, rows=rows, bad=bad, no_films=no_films)


def _read_row(number: int, item: object, tags: tuple[str, ...], zone: tzinfo | None) -> ImportedRow | None:
    if not isinstance(item, Mapping) or not any(kind in item for kind in ("movie", *_NO_FILMS)):
        raise BadValue("is not a film")
    film = item.get("movie")
    if not isinstance(film, Mapping):
        return None
    year, rating, ids = film.get("year"), item.get("rating"), object_in(film, "ids")
    watched = text_in(item, "watched_at") or text_in(item, "last_watched_at")
    day = parse_moment(watched or "", zone)
    return ImportedRow(
        line=number,
        title=parse_title(text_in(film, "title") or ""),
        year=year if isinstance(year, int) else None,
        ids=external_ids(imdb=ids.get("imdb"), tmdb=ids.get("tmdb"), trakt=ids.get("trakt")),
        watched=watched is not None or "rated_at" in item,
        rating=parse_rating(str(rating), best=10) if rating is not None else None,
        viewings=(day,) if day else (),
        tags=tags,
        note=text_in(item, "notes"),
        added=parse_moment(text_in(item, "listed_at") or "", zone),
    )
