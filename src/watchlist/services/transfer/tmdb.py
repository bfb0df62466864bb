"""TMDB: the CSV of its watchlist and ratings. Its times are those of a day, whatever the zone."""

from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.parse import (
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

NAME = "TMDB"


def recognises(file: ImportFile) -> bool:
    """Say whether a file is an export of TMDB."""
    return {"tmdb id", "type", "name"} <= set(file.table.header)


def read(file: ImportFile) -> ImportedList:
    """Read a watchlist or ratings; a film that the user rated counts as watched."""
    rows, bad, no_films = file.table.collect(_read_row)
    return ImportedList(NAME, rows=rows, bad=bad, no_films=no_films)


def _read_row(line: Line) -> ImportedRow | None:
    if line.cell("type").casefold() != "movie":
        return None
    rating = parse_rating(line.cell("your rating"), best=10)
    rated = parse_day(line.cell("date rated"))
    release = parse_release(line.cell("release date"))
    return ImportedRow(
        line=line.number,
        title=parse_title(line.cell("name")),
        year=parse_year(release.text) if release else None,
        ids=external_ids(tmdb=line.cell("tmdb id"), imdb=find_imdb_id(line.cell("imdb id"))),
        watched=rating is not None,
        rating=rating,
        viewings=(rated,) if rated and rating is not None else (),
        release=release,
    )
