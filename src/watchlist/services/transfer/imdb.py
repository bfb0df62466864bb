"""IMDb: four generations of its CSV, watchlists and ratings, also as spreadsheets save them again."""

import re
from collections.abc import Sequence

from watchlist.domain.entry import Entry
from watchlist.domain.errors import BadValue
from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.services.transfer import parse as values
from watchlist.services.transfer.row import BadRow, Collected, ImportedRow, Parsed
from watchlist.services.transfer.table import Line, Table

FORMAT = "IMDb"
_SERIES = re.compile(r"seri|episod|folge|staffel|season|podcast|video ?game|videospiel|videojuego|jeu video")
"""What no film is, in the languages that IMDb writes: types are localised to the account."""


def is_export(table: Table) -> bool:
    """Say whether a table is an IMDb list."""
    header = set(table.header)
    return "const" in header or {"position", "title", "url"} <= header or {"title type", "title"} <= header


def read(_: str, table: Table) -> Parsed:
    """Read a list; with ratings of one's own a film counts as watched."""
    orders = {
        column: values.days_come_first(table.column(column))
        for column in ("release date", "release date (month/day/year)", "date rated", "created", "added")
    }
    collected = Collected(bad=list(table.bad))
    for line in table.lines:
        try:
            if _SERIES.search(fold(line.get("title type", "type"))):
                collected.no_films += 1
            else:
                collected.rows.append(_row(line, orders))
        except BadValue as error:
            collected.bad.append(BadRow(line.number, str(error)))
    return collected.parsed(FORMAT)


def write(films: Sequence[tuple[Entry, Film]]) -> str:
    """Write the ids of the films that have one, a line each."""
    ids = (dict((*film.ids, *entry.ids)).get("imdb") for entry, film in films)
    return "".join(f"{one}\n" for one in ids if one)


def _row(line: Line, orders: dict[str, bool | None]) -> ImportedRow:
    title = line.get("title", "name")
    imdb = values.imdb_of(line.get("const"), line.get("url"))
    if not title:
        raise BadValue("has no title")
    rating = values.half_stars_of(line.get("your rating", "you rated", "my rating"), best=10)
    rated = values.day_of(line.get("date rated"), day_first=orders["date rated"])
    release = values.release_of(
        line.get("release date", "release date (month/day/year)"),
        day_first=orders["release date"] if "release date" in line.cells else orders["release date (month/day/year)"],
    )
    return ImportedRow(
        line=line.number,
        title=title,
        original_title=line.get("original title") or None,
        year=values.year_of(line.get("year")),
        ids=values.ids_of(imdb=imdb),
        watched=rating is not None,
        rating=rating,
        viewings=(rated,) if rated and rating is not None else (),
        note=line.get("description") or None,
        added=values.day_of(line.get("created", "added"), day_first=orders["created"]),
        release=release,
    )
