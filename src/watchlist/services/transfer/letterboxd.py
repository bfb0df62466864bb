"""Letterboxd: the files of its export, and the format that its import reads."""

import re
from collections.abc import Sequence

from watchlist.domain.entry import Entry
from watchlist.domain.errors import BadValue
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.names import fold
from watchlist.services.transfer import parse as values
from watchlist.services.transfer.row import BadRow, Collected, ImportedRow, Parsed
from watchlist.services.transfer.table import Line, Table, read_table, write_table

FORMAT = "Letterboxd"
LARGEST_IMPORT = 1_000_000
"""Bytes that Letterboxd takes in one file; it says 1 MB."""

_LIST_MARK = "Letterboxd list export"
IMPORT_HEADER = (
    *("LetterboxdURI", "tmdbID", "imdbID", "Title", "Year", "Directors"),
    *("Rating", "WatchedDate", "Rewatch", "Tags", "Review"),
)


def is_export(table: Table) -> bool:
    """Say whether a table is a file of the export, or in the import's own format."""
    return "letterboxd uri" in table.header or "letterboxduri" in table.header


def is_list(text: str) -> bool:
    """Say whether a text is one of the lists: two tables in one file."""
    return text.startswith(_LIST_MARK)


def left_out(name: str) -> bool:
    """Say whether a file of the export says nothing about films that somebody watched or wants."""
    return re.search(r"(?:^|/)(?:deleted|orphaned)/", name) is not None


def read(name: str, table: Table) -> Parsed:
    """Read a file of the export; watchlist, watched and likes have one header, and only the name tells."""
    kind = _kind(name, table)
    collected = Collected(bad=list(table.bad))
    for line in table.lines:
        try:
            collected.rows.append(_row(line, kind))
        except BadValue as error:
            collected.bad.append(BadRow(line.number, str(error)))
    return collected.parsed(f"{FORMAT} {kind}")


def read_list(name: str, text: str) -> Parsed:
    """Read a list: its name becomes a tag of the films in it."""
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    about = read_table(name, head.partition("\n")[2])
    title = about.lines[0].get("name") if about.lines else "list"
    offset = head.count("\n") + 2
    collected = Collected()
    table = read_table(name, body)
    for line in table.lines:
        try:
            row = _row(Line(line.number + offset, {**line.cells, "letterboxd uri": line.get("url")}), "list")
            collected.rows.append(ImportedRow(row.line, row.title, row.year, ids=row.ids, tags=(title,)))
        except BadValue as error:
            collected.bad.append(BadRow(line.number + offset, str(error)))
    return collected.parsed(f"{FORMAT} list")


def write(films: Sequence[tuple[Entry, Film]]) -> tuple[str, ...]:
    """Write what Letterboxd imports, in as many files as its limit asks for.

    A line for each viewing, or one without a day; wanted films come without a date.
    """
    rows = [row for entry, film in films for row in _import_rows(entry, film)]
    files, start = [], 0
    while start < len(rows):
        stop = len(rows)
        while len(text := _import_file(rows[start:stop])) and len(text.encode()) > LARGEST_IMPORT:
            stop = start + max(1, (stop - start) // 2)
        files.append(text)
        start = stop
    return tuple(files) or (_import_file([]),)


def _kind(name: str, table: Table) -> str:
    stem = fold(name.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    if "letterboxduri" in table.header:
        return "import"
    if "review" in table.header:
        return "reviews"
    if "watched date" in table.header:
        return "diary"
    if "rating" in table.header:
        return "ratings"
    if re.search(r"(?:^|/)likes/", name) or stem.startswith("films"):
        return "likes"
    return "watched" if stem.startswith("watched") else "watchlist"


def _row(line: Line, kind: str) -> ImportedRow:
    title = line.get("name", "title")
    if not title:
        raise BadValue("has no title")
    address = line.get("letterboxd uri", "letterboxduri")
    day = values.day_of(line.get("watched date", "watcheddate"))
    rating = values.half_stars_of(line.get("rating"), best=5)
    if rating is None:
        rating = values.half_stars_of(line.get("rating10"), best=10)
    watched = (
        kind not in ("watchlist", "list", "import") or day is not None or (kind == "import" and rating is not None)
    )
    tags = tuple(tag for tag in map(str.strip, line.get("tags").split(",")) if tag)
    return ImportedRow(
        line=line.number,
        title=title,
        year=values.year_of(line.get("year")),
        ids=(
            *values.ids_of(imdb=line.get("imdbid"), tmdb=line.get("tmdbid")),
            *(_film_address(address) if kind not in ("diary", "reviews") else ()),
        ),
        watched=watched,
        rating=rating,
        viewings=(day,) if day else (),
        tags=(*tags, *(("liked",) if kind == "likes" else ())),
        note=line.get("review") or None,
        added=values.day_of(line.get("date")) if kind == "watchlist" else None,
    )


def _film_address(address: str) -> tuple[ExternalId, ...]:
    """Give the id in a film's address; in diary and reviews the address is that of the entry."""
    match = re.fullmatch(r"https?://(?:boxd\.it/|letterboxd\.com/film/)([^/?#]+)/?", address)
    return (ExternalId("letterboxd", match[1]),) if match else ()


def _import_rows(entry: Entry, film: Film) -> list[list[str]]:
    ids = dict((*film.ids, *entry.ids))
    uri = f"https://boxd.it/{ids['letterboxd']}" if "letterboxd" in ids else ""
    rating = f"{entry.rating / 2:g}" if entry.rating else ""
    shared = [uri, ids.get("tmdb", ""), ids.get("imdb", ""), film.title, str(film.year or "")]
    shared.append(", ".join(film.directors))
    if not entry.viewings:
        return [[*shared, rating, "", "", "", ""]]
    return [
        [
            *shared,
            rating,
            day.isoformat(),
            "true" if number else "false",
            ", ".join(entry.tags),
            (entry.note or "") if number == 0 else "",
        ]
        for number, day in enumerate(entry.viewings)
    ]


def _import_file(rows: list[list[str]]) -> str:
    return write_table(IMPORT_HEADER, rows)
