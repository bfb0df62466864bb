"""Our own CSV, for spreadsheets: one line per entry."""

import csv
import io
import json
from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status, Viewing, Want
from watchlist.domain.errors import BadValue, InvalidFile
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.site import Site
from watchlist.services.transfer.export_request import ExportRequest, ExportResult
from watchlist.services.transfer.film_cell import film_cells, joined_cells
from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.imported_list import ImportedList, LostCell
from watchlist.services.transfer.jsontext import read_json
from watchlist.services.transfer.parse import external_ids, parse_day, read_rating
from watchlist.services.transfer.row import Cells
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
    "own_ids",
    "film",
)
"""`own_ids` names the sites whose ids are the entry's; the other ids are its film's."""


_UNDATED = "?"
"""Stands for a viewing whose day is not known."""


def recognises(file: ImportFile) -> bool:
    """Return whether a file is a CSV that this program wrote."""
    return file.table.header[:1] == HEADER[:1]


def read(file: ImportFile) -> ImportedList:
    """Read what `write` wrote, even if a spreadsheet has saved it again."""
    read, bad, _ = file.table.collect(_read_entry)
    return ImportedList(
        NAME,
        entries=tuple(one.entry for one in read),
        bad=bad,
        user_films=joined_cells(one.film for one in read if one.film),
        lost_cells=tuple(LostCell(one.line, words) for one in read for words in one.lost),
    )


def write(request: ExportRequest) -> ExportResult:
    """Write one line per entry, with everything that another computer may not know about its film."""
    films = film_cells(request.user_films)
    rows = [_row(entry, film, films.get(entry.id, "")) for entry, film in request.listed]
    others = len(films.keys() - {entry.id for entry in request.entries})
    films_words = "film of your own that is" if others == 1 else "films of your own that are"
    messages = (f"Left out: {others:,} {films_words} not on the list.",) if others else ()
    return ExportResult.of_text(write_table(HEADER, rows), messages)


class _Read(NamedTuple):
    """An entry, the cell of its film, and why values of its line could not be read."""

    line: int
    entry: Entry
    film: str
    lost: tuple[str, ...]


def _read_entry(line: Line) -> _Read:
    def cell(name: str) -> str:
        return unescape_formula(line.cell(name))

    if not cell("watchlist_id"):
        raise BadValue("has no watchlist_id")
    cells = Cells()
    viewings = cell("viewings").split()
    days = [cells.read(lambda text=text: parse_day(text)) for text in viewings if text != _UNDATED]  # type: ignore[misc]
    entry = Entry(
        id=cell("watchlist_id"),
        title=cell("title") or cell("watchlist_id"),
        added=cells.read(lambda: parse_day(cell("added"))),
        status=cells.read(lambda: _status(cell("status"))) or Status.WANTED,
        want=cells.read(lambda: _want(cell)),
        rating=read_rating(cells, cell("rating"), best=5),
        viewings=tuple(day for day in days if day),
        undated_viewings=viewings.count(_UNDATED),
        tags=_read_tags(cell("tags")),
        note=cell("note") or None,
        ids=_read_ids(cell, line.cells),
        diary=cells.read(lambda: _read_diary(cell("diary"))) or (),
    )
    film = cells.read(lambda: _film_cell(cell("film"))) or ""
    return _Read(line.number, entry, film, tuple(cells.lost))


def _status(text: str) -> Status:
    if text and text not in tuple(Status):
        raise BadValue(f'"{text}" is not a status')
    return Status(text or "wanted")


def _want(cell: Callable[[str], str]) -> Want | None:
    channel = cell("want_channel")
    if channel and channel not in tuple(Channel):
        raise BadValue(f'"{channel}" is not a channel')
    want = Want(cell("want_region") or None, Channel(channel) if channel else None, cell("want_service") or None)
    return want if want != Want() else None


def _read_ids(cell: Callable[[str], str], columns: Container[str]) -> tuple[ExternalId, ...]:
    """Return the ids of the entry; without the column `own_ids`, all ids are the entry's."""
    sites = cell("own_ids").split() if "own_ids" in columns else list(map(str, Site))
    return external_ids(**{site: cell(site) for site in sites if site in tuple(Site)})


def _read_tags(text: str) -> tuple[str, ...]:
    """Read tags separated by commas; a tag that contains a comma is in quotes."""
    cells = next(csv.reader([text], skipinitialspace=True), []) if text else []
    return tuple(tag for tag in map(str.strip, cells) if tag)


def _film_cell(text: str) -> str:
    """Check the cell of a film, and return it; raise `BadValue` if it does not contain a film."""
    try:
        joined_cells([text] if text else [])
    except InvalidFile as error:
        raise BadValue(error.fact) from None
    return text


def _read_diary(text: str) -> tuple[Viewing, ...]:
    """Read viewings as JSON, as `watchlist_json` writes them, since a cell cannot contain a list."""
    try:
        viewings = read_json("diary", text) if text else []
        if not isinstance(viewings, list):
            raise BadValue("the diary is not an array")
        return tuple(map(read_viewing, viewings))
    except InvalidFile as error:
        raise BadValue(error.fact) from None
    except ValueError as error:
        raise BadValue(str(error)) from None


def _row(entry: Entry, film: Film, film_cell: str) -> list[str]:
    want, ids = entry.want or Want(), dict((*film.ids, *entry.ids))
    return [
        entry.id,
        entry.title,
        str(film.year or ""),
        str(entry.status),
        f"{entry.rating / 2:g}" if entry.rating else "",
        " ".join((*(day.isoformat() for day in entry.viewings), *[_UNDATED] * entry.undated_viewings)),
        _tags_text(entry.tags),
        entry.note or "",
        entry.added.isoformat() if entry.added else "",
        *(str(part or "") for part in want),
        *(ids.get(site, "") for site in Site),
        _diary_text(entry),
        " ".join(key.site for key in entry.ids),
        film_cell,
    ]


def _tags_text(tags: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(tags)
    return out.getvalue() if any(set(',"\r\n') & set(tag) for tag in tags) else ", ".join(tags)


def _diary_text(entry: Entry) -> str:
    return json.dumps(list(map(viewing_fields, entry.diary)), ensure_ascii=False) if entry.diary else ""
