"""Trakt: the JSON files of its export. Times are UTC, and become the day where the user is."""

import re
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import Any

from watchlist.domain.errors import BadValue
from watchlist.services.transfer import parse as values
from watchlist.services.transfer.row import BadRow, Collected, ImportedRow, Parsed

FORMAT = "Trakt"
_NO_FILMS = ("show", "season", "episode", "person")
_MARKS = ("listed_at", "watched_at", "rated_at", "last_watched_at", "collected_at")


def is_export(items: Any) -> bool:
    """Say whether parsed JSON is a list of Trakt's."""
    return (
        isinstance(items, list)
        and bool(items)
        and all(isinstance(item, Mapping) and any(mark in item for mark in _MARKS) for item in items[:5])
    )


def left_out(name: str) -> bool:
    """Say whether a file of the export holds no list of films."""
    return re.search(r"collection-|comments|user-|lists-lists|-shows|-seasons|-episodes", name) is not None


def read(name: str, items: Sequence[Any], zone: tzinfo | None) -> Parsed:
    """Read watchlist, history, watched films, ratings or a list; the name of a list becomes a tag."""
    listed = re.search(r"lists-list-\d+-([^/]+?)(?:-\d+)?\.json$", name)
    tags = (listed[1],) if listed else ()
    collected = Collected()
    for number, item in enumerate(items, 1):
        try:
            if not isinstance(item, Mapping) or not any(kind in item for kind in ("movie", *_NO_FILMS)):
                collected.bad.append(BadRow(number, "is no film"))
            elif isinstance(item.get("movie"), Mapping):
                collected.rows.append(_row(number, item, tags, zone))
            else:
                collected.no_films += 1
        except (BadValue, TypeError, AttributeError) as error:
            collected.bad.append(BadRow(number, str(error)))
    return collected.parsed(FORMAT)


def _row(number: int, item: Mapping[str, Any], tags: tuple[str, ...], zone: tzinfo | None) -> ImportedRow:
    film = item["movie"]
    title, year, ids = film.get("title"), film.get("year"), film.get("ids") or {}
    if not isinstance(title, str) or not title.strip():
        raise BadValue("has no title")
    watched = next((item[mark] for mark in ("watched_at", "last_watched_at") if item.get(mark)), None)
    day = values.moment_of(watched, zone) if watched else None
    rating = item.get("rating")
    return ImportedRow(
        line=number,
        title=title,
        year=year if isinstance(year, int) else None,
        ids=values.ids_of(imdb=ids.get("imdb"), tmdb=ids.get("tmdb"), trakt=ids.get("trakt")),
        watched=watched is not None or "rated_at" in item,
        rating=values.half_stars_of(str(rating), best=10) if rating is not None else None,
        viewings=(day,) if day else (),
        tags=tags,
        note=item.get("notes") or None,
        added=values.moment_of(item["listed_at"], zone) if item.get("listed_at") else None,
    )
