"""TMDB and Simkl: the CSV files that they export."""

from collections.abc import Callable

from watchlist.domain.dates import Edtf
from watchlist.domain.errors import BadValue
from watchlist.services.transfer import parse as values
from watchlist.services.transfer.row import BadRow, Collected, ImportedRow, Parsed
from watchlist.services.transfer.table import Line, Table


def is_tmdb(table: Table) -> bool:
    """Say whether a table is an export of TMDB."""
    return {"tmdb id", "type", "name"} <= set(table.header)


def is_simkl(table: Table) -> bool:
    """Say whether a table is a backup of Simkl."""
    return "simkl_id" in table.header


def read_tmdb(_: str, table: Table) -> Parsed:
    """Read a watchlist or ratings of TMDB; its times are those of a day, whatever the zone."""
    return _read(table, "TMDB", lambda line: line.get("type").casefold() == "movie", _tmdb_row)


def read_simkl(_: str, table: Table) -> Parsed:
    """Read a backup of Simkl."""
    return _read(table, "Simkl", lambda line: line.get("type").casefold() in ("movie", "movies"), _simkl_row)


def _read(table: Table, name: str, is_film: Callable[[Line], bool], row: Callable[[Line], ImportedRow]) -> Parsed:
    collected = Collected(bad=list(table.bad))
    for line in table.lines:
        try:
            if is_film(line):
                collected.rows.append(row(line))
            else:
                collected.no_films += 1
        except BadValue as error:
            collected.bad.append(BadRow(line.number, str(error)))
    return collected.parsed(name)


def _tmdb_row(line: Line) -> ImportedRow:
    rating = values.half_stars_of(line.get("your rating"), best=10)
    rated = values.day_of(line.get("date rated"))
    release: Edtf | None = values.release_of(line.get("release date"))
    return ImportedRow(
        line=line.number,
        title=_title(line.get("name")),
        year=values.year_of(release.text) if release else None,
        ids=values.ids_of(tmdb=line.get("tmdb id"), imdb=values.imdb_of(line.get("imdb id"))),
        watched=rating is not None,
        rating=rating,
        viewings=(rated,) if rated and rating is not None else (),
        release=release,
    )


def _simkl_row(line: Line) -> ImportedRow:
    status = line.get("watchlist").casefold()
    day = values.day_of(line.get("watcheddate"), day_first=True)
    return ImportedRow(
        line=line.number,
        title=_title(line.get("title")),
        year=values.year_of(line.get("year")),
        ids=values.ids_of(simkl=line.get("simkl_id"), tmdb=line.get("tmdb"), imdb=values.imdb_of(line.get("imdb"))),
        watched=status == "completed" or day is not None,
        dropped=status == "dropped",
        rating=values.half_stars_of(line.get("rating"), best=10),
        viewings=(day,) if day else (),
        note=line.get("memo") or None,
    )


def _title(text: str) -> str:
    if not text:
        raise BadValue("has no title")
    return text
