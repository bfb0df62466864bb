"""IMDb: four generations of its CSV, watchlists and ratings, also as spreadsheets save them again."""

import re

from watchlist.domain.names import fold
from watchlist.services.transfer.export_request import ExportRequest, ExportResult
from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.parse import (
    day_comes_first,
    external_ids,
    find_imdb_id,
    parse_day,
    parse_rating,
    parse_release,
    parse_title,
    parse_year,
)
from watchlist.services.transfer.row import ImportedList, ImportedRow
from watchlist.services.transfer.table import Line

NAME = "IMDb"
_SERIES = re.compile(r"seri|episod|folge|staffel|season|podcast|video ?game|videospiel|videojuego|jeu video")
"""Types that are not films, in the languages that IMDb writes: it uses the language of the account."""

_DATES = ("release date", "release date (month/day/year)", "date rated", "created", "added")


def recognises(file: ImportFile) -> bool:
    """Say whether a file is an IMDb list."""
    header = set(file.table.header)
    return "const" in header or {"position", "title", "url"} <= header or {"title type", "title"} <= header


def read(file: ImportFile) -> ImportedList:
    """Read a list; a film that the user rated counts as watched."""
    day_first = {column: day_comes_first(file.table.column(column)) for column in _DATES}
    rows, bad, no_films = file.table.collect(lambda line: _read_row(line, day_first))
    return ImportedList(NAME, rows=rows, bad=bad, no_films=no_films)


def write(request: ExportRequest) -> ExportResult:
    """Write the ids of the films that have one, one per line."""
    ids = (dict((*film.ids, *entry.ids)).get("imdb") for entry, film in request.listed)
    return ExportResult.of_text("".join(f"{one}\n" for one in ids if one))


def _read_row(line: Line, day_first: dict[str, bool | None]) -> ImportedRow | None:
    if _SERIES.search(fold(line.cell("title type", "type"))):
        return None
    rating = parse_rating(line.cell("your rating", "you rated", "my rating"), best=10)
    rated = parse_day(line.cell("date rated"), day_first=day_first["date rated"])
    release = "release date" if "release date" in line.cells else "release date (month/day/year)"
    return ImportedRow(
        line=line.number,
        title=parse_title(line.cell("title", "name")),
        original_title=line.cell("original title") or None,
        year=parse_year(line.cell("year")),
        ids=external_ids(imdb=find_imdb_id(line.cell("const"), line.cell("url"))),
        watched=rating is not None,
        rating=rating,
        viewings=(rated,) if rated and rating is not None else (),
        note=line.cell("description") or None,
        added=parse_day(line.cell("created", "added"), day_first=day_first["created"]),
        release=parse_release(line.cell(release), day_first=day_first[release]),
    )
