"""Our own CSV, for spreadsheets: one line per entry."""

import json

from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status, Viewing, Want
from watchlist.domain.errors import BadValue
from watchlist.domain.film import Film
from watchlist.domain.site import Site
from watchlist.services.transfer.export_request import ExportRequest, ExportResult
from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.parse import external_ids, parse_day, parse_rating, parse_tags
from watchlist.services.transfer.row import ImportedList
from watchlist.services.transfer.table import Line, unescape_formula, write_table
from watchlist.services.transfer.watchlist_json import read_viewing, viewing_fields

NAME = "watchlist"
HEADER = (
    "watchlist_id",
    "title",
    "year",
    "status",
    "rating",
    "viewings",
    "tags",
    "note",
    "added",
    "want_region",
    "want_channel",
    "want_service",
    *map(str, Site),
    "diary",
)


_UNDATED = "?"
"""Stands for a viewing on a day that is not known."""


def recognises(file: ImportFile) -> bool:
    """Say whether a file is a CSV that this program wrote."""
    return file.table.header[:1] == HEADER[:1]


def read(file: ImportFile) -> ImportedList:
    """Read what `write` wrote, and a spreadsheet may have saved again."""
    entries, bad, _ = file.table.collect(_read_entry)
    return ImportedList(NAME, entries=entries, bad=bad)


def write(request: ExportRequest) -> ExportResult:
    """Write one line per entry."""
    return ExportResult.of_text(write_table(HEADER, [_row(entry, film) for entry, film in request.listed]))


def _read_entry(line: Line) -> Entry:
    def cell(name: str) -> str:
        return unescape_formula(line.cell(name))

    if not cell("watchlist_id"):
        raise BadValue("has no watchlist_id")
    channel = cell("want_channel")
    viewings = cell("viewings").split()
    want = Want(cell("want_region") or None, Channel(channel) if channel else None, cell("want_service") or None)
    return Entry(
        id=cell("watchlist_id"),
        title=cell("title") or cell("watchlist_id"),
        added=parse_day(cell("added")),
        status=Status(cell("status") or "wanted"),
        want=want if want != Want() else None,
        rating=parse_rating(cell("rating"), best=5),
        viewings=tuple(day for text in viewings if text != _UNDATED and (day := parse_day(text))),
        undated_viewings=viewings.count(_UNDATED),
        tags=parse_tags(cell("tags")),
        note=cell("note") or None,
        ids=external_ids(**{site: cell(site) for site in Site}),
        diary=_read_diary(cell("diary")),
    )


def _read_diary(text: str) -> tuple[Viewing, ...]:
    """Read viewings as `watchlist_json` writes them: a cell of a spreadsheet holds no list."""
    try:
        viewings = json.loads(text) if text else []
    except RecursionError:
        raise BadValue("has a diary that is nested too deeply") from None
    if not isinstance(viewings, list):
        raise BadValue("has a diary that is not an array")
    return tuple(map(read_viewing, viewings))


def _row(entry: Entry, film: Film) -> list[str]:
    want, ids = entry.want or Want(), dict((*film.ids, *entry.ids))
    return [
        entry.id,
        entry.title,
        str(film.year or ""),
        str(entry.status),
        f"{entry.rating / 2:g}" if entry.rating else "",
        " ".join((*(day.isoformat() for day in entry.viewings), *[_UNDATED] * entry.undated_viewings)),
        ", ".join(entry.tags),
        entry.note or "",
        entry.added.isoformat() if entry.added else "",
        *(str(part or "") for part in want),
        *(ids.get(site, "") for site in Site),
        _diary_text(entry),
    ]


def _diary_text(entry: Entry) -> str:
    return json.dumps(list(map(viewing_fields, entry.diary)), ensure_ascii=False) if entry.diary else ""
