"""Letterboxd: the files of its export, and the format that its import reads."""

import re

from watchlist.domain.entry import Entry
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.names import fold
from watchlist.services.transfer.export_request import ExportRequest, ExportResult
from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.parse import (
    external_ids,
    parse_day,
    parse_rating,
    parse_tags,
    parse_title,
    parse_year,
)
from watchlist.services.transfer.row import ImportedList, ImportedRow
from watchlist.services.transfer.table import Line, Table, read_table, write_table

NAME = "Letterboxd"
LARGEST_IMPORT = 1_000_000
"""Bytes that Letterboxd takes in one file; it says 1 MB."""

IMPORT_HEADER = (
    "LetterboxdURI",
    "tmdbID",
    "imdbID",
    "Title",
    "Year",
    "Directors",
    "Rating",
    "WatchedDate",
    "Rewatch",
    "Tags",
    "Review",
)
_LIST_MARK = "Letterboxd list export"
"""What a list begins with: it is two tables in one file."""

_LEFT_OUT = re.compile(r"(?:^|/)(?:deleted|orphaned)/")
"""Folders of an export whose files say nothing about films that somebody watched or wants."""


def recognises(file: ImportFile) -> bool:
    """Say whether a file is one of the export, a list, or in the format of Letterboxd's own import."""
    return (
        _is_left_out(file)
        or file.text.startswith(_LIST_MARK)
        or not {"letterboxd uri", "letterboxduri"}.isdisjoint(file.table.header)
    )


def read(file: ImportFile) -> ImportedList | None:
    """Read a file; watchlist, watched and likes have one header, and only the name tells them apart."""
    if _is_left_out(file):
        left_out = file.text.count("\n") - 1
        return ImportedList(NAME, left_out=left_out) if left_out > 0 else None
    if file.text.startswith(_LIST_MARK):
        return _read_list(file.name, file.text)
    kind = _kind(file.name, file.table)
    rows, bad, _ = file.table.collect(lambda line: _read_row(line, kind))
    return ImportedList(NAME, kind, rows, bad=bad)


def write(request: ExportRequest) -> ExportResult:
    """Write what Letterboxd imports, in as many files as its limit asks for.

    There is a line for each viewing, or one without a day; wanted films come without a date.
    """
    rows = [row for entry, film in request.listed for row in _import_rows(entry, film)]
    files: list[bytes] = []
    start = 0
    while start < len(rows) or not files:
        data, taken = _largest_file(rows[start:])
        files.append(data)
        start += taken
    return ExportResult(tuple(files))


def _largest_file(rows: list[list[str]]) -> tuple[bytes, int]:
    """Write the first rows, halving their number until the file is small enough; give it and that number."""
    taken = len(rows)
    while len(data := write_table(IMPORT_HEADER, rows[:taken]).encode()) > LARGEST_IMPORT and taken > 1:
        taken //= 2
    return data, taken


def _is_left_out(file: ImportFile) -> bool:
    return file.archive is not None and not file.is_json and _LEFT_OUT.search(file.name) is not None


def _read_list(name: str, text: str) -> ImportedList:
    """Read a list: its name becomes a tag of the films in it."""
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    about = read_table(name, head.partition("\n")[2])
    title = about.lines[0].cell("name") if about.lines else "list"
    offset = head.count("\n") + 2
    table = read_table(name, body)
    lines = (Line(line.number + offset, {**line.cells, "letterboxd uri": line.cell("url")}) for line in table.lines)
    moved = Table(table.header, tuple(lines), ())
    rows, bad, _ = moved.collect(lambda line: _read_row(line, "list"))
    return ImportedList(
        NAME,
        "list",
        tuple(ImportedRow(row.line, row.title, row.year, ids=row.ids, tags=(title,)) for row in rows),
        bad=bad,
    )


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


def _read_row(line: Line, kind: str) -> ImportedRow:
    day = parse_day(line.cell("watched date", "watcheddate"))
    rating = parse_rating(line.cell("rating"), best=5)
    if rating is None:
        rating = parse_rating(line.cell("rating10"), best=10)
    says_watched = day is not None or (kind == "import" and rating is not None)
    return ImportedRow(
        line=line.number,
        title=parse_title(line.cell("name", "title")),
        year=parse_year(line.cell("year")),
        ids=(
            *external_ids(imdb=line.cell("imdbid"), tmdb=line.cell("tmdbid")),
            *(_film_id(line.cell("letterboxd uri", "letterboxduri")) if kind not in ("diary", "reviews") else ()),
        ),
        watched=says_watched or kind not in ("watchlist", "list", "import"),
        rating=rating,
        viewings=(day,) if day else (),
        tags=(*parse_tags(line.cell("tags")), *(("liked",) if kind == "likes" else ())),
        note=line.cell("review") or None,
        added=parse_day(line.cell("date")) if kind == "watchlist" else None,
    )


def _film_id(address: str) -> tuple[ExternalId, ...]:
    """Give the id in the address of a film; in diary and reviews the address is that of the diary entry."""
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
