"""Simkl: the CSV of its backup."""

from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.parse import (
    external_ids,
    find_imdb_id,
    parse_day,
    parse_year,
    read_rating,
    read_title,
)
from watchlist.services.transfer.row import Cells, ImportedRow
from watchlist.services.transfer.table import Line

NAME = "Simkl"


def recognises(file: ImportFile) -> bool:
    """Return whether a file is a backup of Simkl."""
    return "simkl_id" in file.table.header


def read(file: ImportFile) -> ImportedList:
    """Read a backup: one line per film, with its status on Simkl."""
    rows, bad, other_items = file.table.collect(_read_row)
    return ImportedList(NAME, rows=rows, bad=bad, other_items=other_items)


def _read_row(line: Line) -> ImportedRow | None:
    if line.cell("type").casefold() not in ("movie", "movies"):
        return None
    cells = Cells()
    status = line.cell("watchlist").casefold()
    day = cells.read(lambda: parse_day(line.cell("watcheddate"), day_first=True))
    ids = external_ids(simkl=line.cell("simkl_id"), tmdb=line.cell("tmdb"), imdb=find_imdb_id(line.cell("imdb")))
    rating = read_rating(cells, line.cell("rating"), best=10)
    return ImportedRow(
        line=line.number,
        title=read_title(line.cell("title"), ids),
        year=cells.read(lambda: parse_year(line.cell("year"))),
        ids=ids,
        watched=status == "completed" or day is not None,
        dropped=status in ("dropped", "notinteresting"),
        rating=rating,
        viewings=(day,) if day else (),
        note=line.cell("memo") or None,
        rated=day if rating is not None else None,
        lost=tuple(cells.lost),
    )
