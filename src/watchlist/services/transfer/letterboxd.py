"""Letterboxd: the files of its export, and the CSV format of its import, which other programs write too."""

import re
from collections.abc import Iterator
from itertools import dropwhile, takewhile
from typing import NamedTuple

from watchlist.domain.entry import Viewing
from watchlist.domain.film import ExternalId
from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.markup import plain_text
from watchlist.services.transfer.parse import (
    day_comes_first,
    external_ids,
    find_imdb_id,
    parse_day,
    parse_tags,
    parse_year,
    read_rating,
    read_title,
)
from watchlist.services.transfer.row import Cells, ImportedRow
from watchlist.services.transfer.table import Line, TableRow, records, table_of

NAME = "Letterboxd"

_LIST_MARK = "Letterboxd list export"
"""The first line of a list since about 2020; a list is two tables in one file."""
_LIST_HEAD = ("date", "name", "tags", "url", "description")

_LEFT_OUT = ("deleted", "orphaned")
"""Folders of an export whose files are not about films that the user watched or wants."""

_FILM_COLUMNS = {"title", "name", "tmdbid", "imdbid"}
_IMPORT_COLUMNS = {"tmdbid", "imdbid", "rating10", "watcheddate", "directors", "year"}
"""Columns of Letterboxd's import format, without addresses."""
_OTHERS = {"const", "title type", "type", "simkl_id", "watchlist_id", "url"}
"""Columns that only other formats have."""


class _Kind(NamedTuple):
    """What kind of file it is, and what that says about its films."""

    part: str
    remark: str = ""
    watched: bool = False
    is_list: bool = False
    tags: tuple[str, ...] = ()
    names_films: bool = True
    """False if the addresses are those of diary entries, not of films."""
    day_first: bool | None = None
    """The order of day and month, if a spreadsheet wrote the dates in figures."""


def recognises(file: ImportFile) -> bool:
    """Return whether a file is part of an export, a list, or in Letterboxd's import format."""
    if file.is_json:
        return False
    return _is_left_out(file) or _is_list(file) or _is_export(file) or _is_import(file.table.header)


def _is_export(file: ImportFile) -> bool:
    """Return whether a file has films of an export; likes of reviews and lists have the same columns."""
    columns = set(file.table.header)
    is_other_like = "likes" in file.folders and file.is_named("reviews", "lists")
    return {"letterboxd uri", "name"} <= columns and not is_other_like


def read(file: ImportFile) -> ImportedList | None:
    """Read a file; watchlist, watched films and likes have the same columns, and only the name tells them apart."""
    if _is_left_out(file):
        return _left_out(file)
    if _is_list(file):
        return _read_list(file)
    kind = _kind(file)._replace(day_first=day_comes_first(_days(file)))
    rows, bad, _ = file.table.collect(lambda line: _read_row(line, kind))
    return ImportedList(NAME, kind.part, rows, bad=bad, remark=kind.remark)


def _days(file: ImportFile) -> Iterator[str]:
    return (value for column in ("date", "watched date", "watcheddate") for value in file.table.column(column))


def _is_left_out(file: ImportFile) -> bool:
    if not any(folder in _LEFT_OUT for folder in file.folders):
        return False
    return file.archive is not None or not {"letterboxd uri", "name"}.isdisjoint(file.table.header)


def _left_out(file: ImportFile) -> ImportedList | None:
    """Count the rows in a file of deleted or orphaned items; None if there are none."""
    number = sum(not row.is_empty for row in records(file.text)) - 1
    folder = next(folder for folder in file.folders if folder in _LEFT_OUT)
    remark = "what you deleted on Letterboxd" if folder == "deleted" else "what Letterboxd no longer has a film for"
    return ImportedList(NAME, left_out=number, remark=f"left out, {remark}") if number > 0 else None


def _is_list(file: ImportFile) -> bool:
    """Return whether a file is a list: by its first line, or by the headers of its two tables."""
    text = file.text.lstrip()
    if text.startswith(_LIST_MARK):
        return True
    return text[:200].casefold().startswith(",".join(_LIST_HEAD)) and any(_is_body(row) for row in records(text))


def _is_body(row: TableRow) -> bool:
    columns = [cell.strip().casefold() for cell in row.cells]
    return columns[:1] == ["position"] and "name" in columns


def _read_list(file: ImportFile) -> ImportedList:
    """Read a list; its name becomes a tag of its films. Its description is quoted, and may contain anything."""
    rows = records(file.text)
    head = table_of(file.name, _head_rows(rows))
    name = next((line.cell("name") for line in head.lines), "") or "list"
    body = table_of(file.name, dropwhile(lambda row: not _is_body(row), records(file.text)))
    kind = _Kind("list", is_list=True, tags=(name,))
    read, bad, _ = body.collect(lambda line: _read_row(line, kind))
    above = sum(1 for _ in takewhile(lambda row: not _is_body(row), _filled(file.text)))
    return ImportedList(NAME, kind.part, read, bad=bad, head=above + 1)


def _filled(text: str) -> Iterator[TableRow]:
    return (row for row in records(text) if not row.is_empty)


def _head_rows(rows: Iterator[TableRow]) -> Iterator[TableRow]:
    """Yield the rows of a list's first table, which describes the list itself."""
    for row in rows:
        if _is_body(row):
            return
        if len(row.cells) > 1:
            yield row


def _is_import(header: tuple[str, ...]) -> bool:
    """Return whether a file has enough columns of Letterboxd's import format, and none of other formats."""
    columns = set(header)
    return (
        bool(columns & _FILM_COLUMNS)
        and bool(columns & (_IMPORT_COLUMNS | {"imdbid", "tmdbid"}))
        and columns.isdisjoint(_OTHERS)
    )


def _kind(file: ImportFile) -> _Kind:
    """Return what kind of file it is: by its columns, and by its name only if these are the same."""
    columns = set(file.table.header)
    if "letterboxd uri" not in columns:
        return _import_kind(file)
    for column, part in (("review", "reviews"), ("watched date", "diary")):
        if column in columns:
            return _Kind(part, watched=True, names_films=False)
    if "rating" in columns:
        return _Kind("ratings", watched=True)
    if "likes" in file.folders or file.is_named("likes", "liked", "films"):
        return _Kind("likes", "read as liked films, by its name", watched=True, tags=("liked",))
    if file.is_named("watched", "diary", "seen", "history"):
        return _Kind("watched", "read as watched films, by its name", watched=True)
    return _Kind("watchlist", _watchlist_words(file))


def _import_kind(file: ImportFile) -> _Kind:
    """Return what kind of file one in the import format is; rows with a day or a rating are always watched films."""
    if file.is_named("watched", "diary", "seen", "history", "ratings"):
        return _Kind("import", "read as watched films, by its name", watched=True)
    if all(line.cell("watcheddate", "rating", "rating10") for line in file.table.lines):
        return _Kind("import")
    return _Kind("import", _watchlist_words(file, "rows without a day or a rating are "))


def _watchlist_words(file: ImportFile, what: str = "") -> str:
    by_name = file.is_named("watchlist")
    return f"{what}read as a watchlist, {'by its name' if by_name else 'because its name does not say otherwise'}"


def _read_row(line: Line, kind: _Kind) -> ImportedRow:
    cells = Cells()
    day = cells.read(lambda: parse_day(line.cell("watched date", "watcheddate"), day_first=kind.day_first))
    noted = cells.read(lambda: parse_day(line.cell("date"), day_first=kind.day_first))
    rating = read_rating(cells, line.cell("rating"), best=5)
    if rating is None:
        rating = read_rating(cells, line.cell("rating10"), best=10)
    is_import = kind.part == "import"
    viewing = Viewing(day, rating, _rewatch(line.cell("rewatch")), plain_text(line.cell("review")) or None)
    ids = (
        *external_ids(imdb=find_imdb_id(line.cell("imdbid")), tmdb=line.cell("tmdbid")),
        *(_film_id(line.cell("letterboxd uri", "letterboxduri", "url")) if kind.names_films else ()),
    )
    return ImportedRow(
        line=line.number,
        title=read_title(line.cell("name", "title"), ids),
        year=cells.read(lambda: parse_year(line.cell("year"))),
        ids=ids,
        watched=kind.watched or (is_import and (day is not None or rating is not None)),
        rating=rating,
        viewings=(day,) if day else (),
        tags=(*parse_tags(line.cell("tags")), *kind.tags),
        note=(plain_text(line.cell("description")) or None) if kind.is_list else None,
        added=noted if kind.part == "watchlist" else None,
        kept=kind.is_list,
        rated=(day or noted) if rating is not None else None,
        diary=(viewing,) if viewing.day or viewing.review else (),
        lost=tuple(cells.lost),
    )


def _rewatch(text: str) -> bool | None:
    """Read the column "rewatch"; None for an empty cell, which says nothing."""
    return {"yes": True, "true": True, "no": False, "false": False}.get(text.casefold())


def _film_id(address: str) -> tuple[ExternalId, ...]:
    """Return the id in the address of a film."""
    match = re.fullmatch(r"https?://(?:boxd\.it/|(?:www\.)?letterboxd\.com/film/)([^/?#]+)/?", address)
    return (ExternalId("letterboxd", match[1]),) if match else ()
