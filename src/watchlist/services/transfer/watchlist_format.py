"""Our own formats: JSON that loses nothing, and CSV for spreadsheets."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status, Want
from watchlist.domain.errors import BadValue
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.site import Site
from watchlist.services.transfer import parse as values
from watchlist.services.transfer.row import BadRow
from watchlist.services.transfer.table import Line, Table, restored, write_table

FORMAT = "watchlist"
VERSION = 1
CSV_HEADER = (
    *("watchlist_id", "title", "year", "status", "rating", "viewings", "tags", "note", "added"),
    *("want_region", "want_channel", "want_service", *map(str, Site)),
)


class OwnList(NamedTuple):
    """Entries as they were written by us, and the user's own films as tables of their file."""

    entries: tuple[Entry, ...]
    bad: tuple[BadRow, ...] = ()
    films: Mapping[str, Any] | None = None


def is_json(parsed: Any) -> bool:
    """Say whether parsed JSON is ours."""
    return isinstance(parsed, Mapping) and parsed.get("format") == FORMAT


def is_csv(table: Table) -> bool:
    """Say whether a table is ours."""
    return table.header[:1] == (CSV_HEADER[0],)


def write_json(entries: Sequence[Entry], user_films: Mapping[str, Any]) -> str:
    """Write every entry, and the user's own films and claims."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "entries": [_entry_json(entry) for entry in entries],
        "own_films": user_films,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, default=_day_text) + "\n"


def read_json(parsed: Mapping[str, Any]) -> OwnList:
    """Read what `write_json` wrote."""
    entries, bad = [], []
    listed = parsed.get("entries")
    for number, one in enumerate(listed if isinstance(listed, list) else [], 1):
        try:
            entries.append(_entry(one))
        except (BadValue, ValueError, TypeError, KeyError, AttributeError) as error:
            bad.append(BadRow(number, f"is no entry: {error}"))
    films = parsed.get("own_films")
    return OwnList(tuple(entries), tuple(bad), films if isinstance(films, Mapping) else None)


def write_csv(films: Sequence[tuple[Entry, Film]]) -> str:
    """Write a line an entry; what a spreadsheet could take for a formula is defused."""
    return write_table(CSV_HEADER, [_csv_row(entry, film) for entry, film in films])


def read_csv(table: Table) -> OwnList:
    """Read what `write_csv` wrote."""
    entries, bad = [], list(table.bad)
    for line in table.lines:
        try:
            entries.append(_csv_entry(line))
        except ValueError as error:
            bad.append(BadRow(line.number, str(error)))
    return OwnList(tuple(entries), tuple(bad))


def _day_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def _entry_json(entry: Entry) -> dict[str, Any]:
    want = entry.want
    return {
        "id": entry.id,
        "title": entry.title,
        "added": entry.added,
        "status": str(entry.status),
        "want": want and {"region": want.region, "channel": want.channel, "service": want.service},
        "rating": entry.rating,
        "viewings": list(entry.viewings),
        "tags": list(entry.tags),
        "note": entry.note,
        "ids": dict(entry.ids),
    }


def _entry(one: Mapping[str, Any]) -> Entry:
    want = one.get("want")
    rating = one.get("rating")
    if rating is not None and rating not in range(1, 11):
        raise BadValue(f"rating {rating}")
    return Entry(
        id=_text(one["id"]),
        title=_text(one.get("title") or one["id"]),
        added=date.fromisoformat(one["added"]) if one.get("added") else None,
        status=Status(one.get("status") or "wanted"),
        want=Want(want.get("region"), Channel(want["channel"]) if want.get("channel") else None, want.get("service"))
        if want
        else None,
        rating=rating,
        viewings=tuple(date.fromisoformat(day) for day in one.get("viewings") or ()),
        tags=tuple(map(_text, one.get("tags") or ())),
        note=one.get("note"),
        ids=tuple(ExternalId(site, str(value)) for site, value in (one.get("ids") or {}).items() if site in set(Site)),
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadValue(f"{value!r} is no text")
    return value


def _csv_row(entry: Entry, film: Film) -> list[str]:
    want, ids = entry.want or Want(), dict((*film.ids, *entry.ids))
    return [
        entry.id,
        entry.title,
        str(film.year or ""),
        str(entry.status),
        f"{entry.rating / 2:g}" if entry.rating else "",
        " ".join(day.isoformat() for day in entry.viewings),
        ", ".join(entry.tags),
        entry.note or "",
        entry.added.isoformat() if entry.added else "",
        *(str(part or "") for part in (want.region, want.channel, want.service)),
        *(ids.get(site, "") for site in Site),
    ]


def _csv_entry(line: Line) -> Entry:
    def cell(name: str) -> str:
        return restored(line.get(name))

    want = Want(
        cell("want_region") or None,
        Channel(cell("want_channel")) if cell("want_channel") else None,
        cell("want_service") or None,
    )
    return Entry(
        id=_text(cell("watchlist_id")),
        title=cell("title") or cell("watchlist_id"),
        added=values.day_of(cell("added")),
        status=Status(cell("status") or "wanted"),
        want=want if want != Want() else None,
        rating=values.half_stars_of(cell("rating"), best=5),
        viewings=tuple(day for text in cell("viewings").split() if (day := values.day_of(text))),
        tags=tuple(tag for tag in map(str.strip, cell("tags").split(",")) if tag),
        note=cell("note") or None,
        ids=values.ids_of(**{site: cell(site) for site in Site}),
    )
