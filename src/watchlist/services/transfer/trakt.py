"""Trakt: the JSON files of its export, and answers of its API. Times are in UTC, and become days in the user's zone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import NamedTuple

from watchlist.domain.errors import BadValue
from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.jsontext import object_in, text_in
from watchlist.services.transfer.parse import (
    external_ids,
    parse_moment,
    parse_year,
    read_rating,
    read_title,
)
from watchlist.services.transfer.row import Cells, ImportedRow, collect

NAME = "Trakt"
_NO_FILMS = ("show", "season", "episode", "person")
_TIMES = ("listed_at", "watched_at", "rated_at", "last_watched_at", "collected_at", "last_collected_at")
_NO_LISTS = re.compile(r"comments|hidden|user-|profile|settings|lists-lists")
"""Names of files whose films are not on any list."""


class _Kind(NamedTuple):
    """What kind of list a file is, if it only lists films."""

    remark: str = ""
    kept: bool = False
    tags: tuple[str, ...] = ()


def recognises(file: ImportFile) -> bool:
    """Return whether a file is an array of items that each have a time of Trakt's, or an empty array.

    A dump of several lists in one object is accepted too: each of its keys has such an array.
    """
    if _NO_LISTS.search(file.stem.casefold()):
        return False
    parts = list(_parts(file.json))
    return file.json == [] or (bool(parts) and all(_is_list(items) for _, items in parts))


def read(file: ImportFile) -> ImportedList:
    """Read watchlist, history, watched films, ratings, a collection or a list; the name of a list becomes a tag."""
    kinds = [(_kind(name or file.name, items), items) for name, items in _parts(file.json)]
    numbered = enumerate(((kind, item) for kind, items in kinds for item in items), 1)
    rows, bad, other_items = collect(numbered, lambda number, one: _read_row(number, one[1], one[0], file.zone))
    remark = "; ".join(dict.fromkeys(kind.remark for kind, _ in kinds if kind.remark))
    return ImportedList(NAME, rows=rows, bad=bad, other_items=other_items, remark=remark)


def _parts(data: object) -> Iterator[tuple[str, Sequence[object]]]:
    """Yield the arrays in a file, each with its name there; the name is "" if the file is a single array."""
    if isinstance(data, list):
        yield "", data
    elif isinstance(data, Mapping) and "format" not in data:
        for name, value in data.items():
            if isinstance(value, list) and value:
                yield f"{name}.json", value


def _is_list(items: Sequence[object]) -> bool:
    return bool(items) and all(
        isinstance(item, Mapping) and (any(time in item for time in _TIMES) or _film_of(item)) for item in items[:5]
    )


def _film_of(item: Mapping[str, object]) -> Mapping[str, object] | None:
    """Return the film in an item: under "movie", or the item itself; None if it is not a film."""
    film = item.get("movie")
    if isinstance(film, Mapping):
        return film
    ids = item.get("ids")
    is_film = "title" in item and isinstance(ids, Mapping) and ("trakt" in ids or "tmdb" in ids)
    return item if is_film and not any(kind in item for kind in _NO_FILMS) else None


def _kind(name: str, items: Sequence[object]) -> _Kind:
    """Return what kind of list it is; watchlists and other lists look the same, and only the name tells them apart."""
    times = {time for item in items[:5] if isinstance(item, Mapping) for time in _TIMES if time in item}
    if times & {"collected_at", "last_collected_at"}:
        return _Kind(kept=True, tags=("collection",))
    if times and times != {"listed_at"}:
        return _Kind()
    named = re.search(r"lists-list-\d+-([^/]+?)(?:-\d+)?\.json$", name)
    if named:
        return _Kind(kept=True, tags=(named[1],))
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold()
    if "watchlist" in stem:
        return _Kind("read as a watchlist, by its name")
    other = re.search(r"favou?rites|recommendations|collection|(?:^|[-_ ])lists?(?:$|[-_ ].*)", stem)
    if other:
        return _Kind("read as a list, by its name", kept=True, tags=(_list_name(stem),))
    return _Kind("read as a watchlist, because its name does not say otherwise") if items else _Kind()


def _list_name(stem: str) -> str:
    return re.sub(r"^(?:trakt[-_ ])?(?:lists?|movies)[-_ ]|[-_ ]\d+$", "", stem) or stem


def _read_row(number: int, item: object, kind: _Kind, zone: tzinfo | None) -> ImportedRow | None:
    if not isinstance(item, Mapping):
        raise BadValue("is not a film")
    film = _film_of(item)
    if film is None:
        if not any(one in item for one in _NO_FILMS):
            raise BadValue("is not a film")
        return None
    cells = Cells()
    ids = object_in(film, "ids")
    keys = external_ids(imdb=ids.get("imdb"), tmdb=ids.get("tmdb"), trakt=ids.get("trakt"))
    when = text_in(item, "watched_at") or text_in(item, "last_watched_at")
    rating = read_rating(cells, str(item.get("rating") or item.get("my_rating") or ""), best=10)
    is_rated = "rated_at" in item or item.get("my_rating") is not None
    day, rated, added = (
        cells.read(lambda text=text: parse_moment(text or "", zone))  # type: ignore[misc]
        for text in (when, text_in(item, "rated_at"), text_in(item, "listed_at"))
    )
    return ImportedRow(
        line=number,
        title=read_title(text_in(film, "title") or "", keys),
        year=cells.read(lambda: parse_year(str(film.get("year") or ""))),
        ids=keys,
        watched=when is not None or is_rated,
        again=is_rated and "listed_at" in item and not kind.kept,
        kept=kind.kept,
        rating=rating,
        viewings=(day,) if day else (),
        tags=kind.tags,
        note=text_in(item, "notes"),
        added=added,
        rated=(rated or day) if rating is not None else None,
        lost=tuple(cells.lost),
    )
