"""Our own JSON, which is complete: every entry, the user's own films, and what is known about the listed films."""

import json
from collections.abc import Callable, Mapping
from datetime import date

from watchlist.domain.claim import Channel
from watchlist.domain.entry import MOST_HALF_STARS, Entry, Status, Viewing, Want, entry_fields, half_stars, stars_of
from watchlist.domain.errors import BadValue
from watchlist.domain.film import ExternalId
from watchlist.domain.site import Site
from watchlist.services.transfer.export_request import ExportRequest, ExportResult
from watchlist.services.transfer.film_cell import day_text
from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.jsontext import as_text, list_in, object_in, text_in
from watchlist.services.transfer.row import collect

NAME = "watchlist"
VERSION = 2
"""Version 1 had ratings in half stars; this one has stars."""


def recognises(file: ImportFile) -> bool:
    """Return whether a file is JSON that this program wrote."""
    return isinstance(file.json, Mapping) and file.json.get("format") == NAME


def read(file: ImportFile) -> ImportedList:
    """Read what `write` wrote."""
    whole: Mapping[str, object] = file.json if isinstance(file.json, Mapping) else {}
    listed, films = whole.get("entries"), whole.get("own_films")
    entries, bad, _ = collect(
        enumerate(listed if isinstance(listed, list) else (), 1),
        lambda _, fields: _read_entry(fields, version=whole.get("version")),
    )
    return ImportedList(NAME, entries=entries, bad=bad, user_films=films if isinstance(films, Mapping) else {})


def write(request: ExportRequest) -> ExportResult:
    """Write every entry, the user's own films and claims, and the listed films and claims that are not bundled."""
    whole = {
        "format": NAME,
        "version": VERSION,
        "entries": [_entry_json(entry) for entry in request.entries],
        "own_films": dict(request.user_films),
    }
    return ExportResult.of_text(json.dumps(whole, ensure_ascii=False, indent=2, default=day_text) + "\n")


def _entry_json(entry: Entry) -> dict[str, object]:
    diary = list(map(viewing_fields, entry.diary))
    return {**entry_fields(entry), "rating": stars_of(entry.rating), "diary": diary}


def viewing_fields(viewing: Viewing) -> dict[str, object]:
    """Return a viewing as a JSON object, without empty keys, and with the rating in stars."""
    day = viewing.day and viewing.day.isoformat()
    fields = {**viewing._asdict(), "day": day, "rating": stars_of(viewing.rating)}
    return {key: value for key, value in fields.items() if value is not None}


def _read_entry(fields: object, *, version: object) -> Entry:
    try:
        if not isinstance(fields, Mapping):
            raise BadValue(f"{fields!r} is not an object")
        return _entry_of(fields, _rating_of if version == VERSION else _old_rating_of)
    except ValueError as error:
        raise BadValue(f"is not an entry: {error}") from None


def _entry_of(fields: Mapping[str, object], rating_of: Callable[[object], int | None]) -> Entry:
    film_id, added = as_text(fields.get("id")), text_in(fields, "added")
    return Entry(
        id=film_id,
        title=text_in(fields, "title") or film_id,
        added=date.fromisoformat(added) if added else None,
        status=Status(text_in(fields, "status") or "wanted"),
        want=_want_of(object_in(fields, "want")),
        rating=rating_of(fields.get("rating")),
        undated_viewings=_count_of(fields.get("undated_viewings")),
        viewings=tuple(date.fromisoformat(as_text(day)) for day in list_in(fields, "viewings")),
        tags=tuple(map(as_text, list_in(fields, "tags"))),
        note=text_in(fields, "note"),
        ids=tuple(ExternalId(site, str(one)) for site, one in object_in(fields, "ids").items() if site in set(Site)),
        diary=tuple(map(read_viewing, list_in(fields, "diary"))),
    )


def read_viewing(fields: object) -> Viewing:
    """Read a viewing from a JSON object; raise `ValueError` if it is not one."""
    if not isinstance(fields, Mapping):
        raise BadValue(f"{fields!r} is not a viewing")
    day = text_in(fields, "day")
    return Viewing(
        day=date.fromisoformat(day) if day else None,
        rating=_rating_of(fields.get("rating")),
        rewatch=_flag_of(fields.get("rewatch")),
        review=text_in(fields, "review"),
    )


def _flag_of(value: object) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise BadValue(f"{value!r} is not true or false")
    return value


def _want_of(want: Mapping[str, object]) -> Want | None:
    if not want:
        return None
    channel = text_in(want, "channel")
    return Want(text_in(want, "region"), Channel(channel) if channel else None, text_in(want, "service"))


def _count_of(number: object) -> int:
    if number is not None and not (isinstance(number, int) and number >= 0):
        raise BadValue(f"undated_viewings {number}")
    return number or 0


def _rating_of(stars: object) -> int | None:
    if stars is None:
        return None
    if not isinstance(stars, int | float):
        raise BadValue(f"rating {stars}")
    return half_stars(stars)


def _old_rating_of(rating: object) -> int | None:
    if rating is not None and not (isinstance(rating, int) and 1 <= rating <= MOST_HALF_STARS):
        raise BadValue(f"rating {rating}")
    return rating
