"""TMDB: the CSV of its watchlist, ratings and favourites. Its times mean calendar days, whatever their zone."""

from typing import NamedTuple

from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.parse import (
    external_ids,
    find_imdb_id,
    parse_day,
    parse_release,
    parse_year,
    read_rating,
    read_title,
)
from watchlist.services.transfer.row import Cells, ImportedRow
from watchlist.services.transfer.table import Line

NAME = "TMDB"


def recognises(file: ImportFile) -> bool:
    """Return whether a file is an export of TMDB."""
    return {"tmdb id", "type", "name"} <= set(file.table.header)


def read(file: ImportFile) -> ImportedList:
    """Read a watchlist, ratings or favourites; a film that the user rated counts as watched."""
    kind = _kind(file)
    rows, bad, other_items = file.table.collect(lambda line: _read_row(line, kind))
    return ImportedList(NAME, rows=rows, bad=bad, other_items=other_items, remark=kind.remark)


class _Kind(NamedTuple):
    """What kind of file it is: all have the same columns, and for films without a rating only the name tells."""

    remark: str = ""
    is_watchlist: bool = False
    tags: tuple[str, ...] = ()


def _kind(file: ImportFile) -> _Kind:
    if file.is_named("watchlist"):
        return _Kind("read as a watchlist, by its name", is_watchlist=True)
    if file.is_named("favorites", "favourites", "favorite", "favourite"):
        return _Kind("read as a list, by its name", tags=("favourites",))
    if all(line.cell("your rating") for line in file.table.lines):
        return _Kind()
    return _Kind("films without a rating are read as a watchlist, because the file's name does not say otherwise")


def _read_row(line: Line, kind: _Kind) -> ImportedRow | None:
    if line.cell("type").casefold() != "movie":
        return None
    cells = Cells()
    rating = read_rating(cells, line.cell("your rating"), best=10)
    rated = cells.read(lambda: parse_day(line.cell("date rated")))
    release = cells.read(lambda: parse_release(line.cell("release date")))
    ids = external_ids(tmdb=line.cell("tmdb id"), imdb=find_imdb_id(line.cell("imdb id")))
    return ImportedRow(
        line=line.number,
        title=read_title(line.cell("name"), ids),
        year=cells.read(lambda: parse_year(release.text)) if release else None,
        ids=ids,
        watched=rating is not None,
        again=rating is not None and kind.is_watchlist,
        kept=bool(kind.tags),
        rating=rating,
        tags=kind.tags,
        release=release,
        rated=rated if rating is not None else None,
        lost=tuple(cells.lost),
    )
