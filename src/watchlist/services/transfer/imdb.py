"""IMDb: its CSV of watchlists, lists and ratings, in four generations, also if saved again by a spreadsheet."""

import re
from typing import NamedTuple

from watchlist.domain.names import fold
from watchlist.services.transfer.export_request import ExportRequest, ExportResult
from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.parse import (
    day_comes_first,
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

NAME = "IMDb"
_SERIES = re.compile(
    r"seri|episod|folge|staffel|season|saison|temporada|stagione|podcast|balado|novela|"
    r"video ?game|videospiel|videojuego|videojogo|videogioco|jeu video|jogo"
)
_SERIES_IN_HINDI = ("सीरीज", "सिरीज", "धारावाहिक", "एपिसोड", "सीज़न", "पॉडकास्ट", "गेम")
"""Types that are not films, in the languages that IMDb uses, which depend on the account."""

_DATES = ("release date", "release date (month/day/year)", "date rated", "created", "added")


def recognises(file: ImportFile) -> bool:
    """Return whether a file is an IMDb list."""
    header = set(file.table.header)
    return (
        "const" in header
        or {"position", "title", "url"} <= header
        or {"title type", "title"} <= header
        or _ids_alone(file) is not None
    )


def read(file: ImportFile) -> ImportedList:
    """Read a list; a film that the user rated counts as watched."""
    if alone := _ids_alone(file):
        rows = tuple(ImportedRow(number, "", ids=external_ids(imdb=one)) for number, one in alone)
        return ImportedList(NAME, rows=rows, head=0)
    day_first = {column: day_comes_first(file.table.column(column)) for column in _DATES}
    kind = _kind(file)
    rows, bad, other_items = file.table.collect(lambda line: _read_row(line, day_first, kind))
    return ImportedList(NAME, rows=rows, bad=bad, other_items=other_items, remark=kind.remark)


def write(request: ExportRequest) -> ExportResult:
    """Write the IMDb ids of the films that have one, one per line."""
    ids = [dict((*film.ids, *entry.ids)).get("imdb") for entry, film in request.listed]
    without = ids.count(None)
    have = "has" if without == 1 else "have"
    messages = (f"Left out: {without:,} of {len(ids):,} films {have} no IMDb id.",) if without else ()
    return ExportResult.of_text("".join(f"{one}\n" for one in ids if one), messages)


def _ids_alone(file: ImportFile) -> list[tuple[int, str]] | None:
    """Return the ids in a file that has only ids, one per line, with the line numbers; None for any other file."""
    lines = [(number, line.strip()) for number, line in enumerate(file.text.splitlines(), 1) if line.strip()]
    return lines if lines and all(re.fullmatch(r"tt\d{7,}", one) for _, one in lines) else None


class _Kind(NamedTuple):
    """What kind of list a file is: all of IMDb's lists have the same columns, and only the name tells them apart."""

    remark: str = ""
    is_watchlist: bool = False
    tags: tuple[str, ...] = ()


def _kind(file: ImportFile) -> _Kind:
    if not {"position", "created", "added"} & set(file.table.header):
        return _Kind()
    if file.is_named("watchlist"):
        return _Kind("read as a watchlist, by its name", is_watchlist=True)
    if re.fullmatch(r"ls\d+.*", file.stem.casefold()):
        return _Kind("read as a list, by its name", tags=(file.stem,))
    return _Kind("read as a watchlist, because its name does not say otherwise")


def is_series(title_type: str) -> bool:
    """Return whether a title type, in any of IMDb's languages, is not a film."""
    return _SERIES.search(fold(title_type)) is not None or any(word in title_type for word in _SERIES_IN_HINDI)


def _read_row(line: Line, day_first: dict[str, bool | None], kind: _Kind) -> ImportedRow | None:
    if is_series(line.cell("title type", "type")):
        return None
    cells = Cells()
    rating = read_rating(cells, line.cell("your rating", "you rated", "my rating"), best=10)
    rated = cells.read(lambda: parse_day(line.cell("date rated"), day_first=day_first["date rated"]))
    year = cells.read(lambda: parse_year(line.cell("year")))
    column = "release date" if "release date" in line.cells else "release date (month/day/year)"
    ids = external_ids(imdb=find_imdb_id(line.cell("const"), line.cell("url")))
    added = "created" if "created" in line.cells else "added"
    return ImportedRow(
        line=line.number,
        title=read_title(line.cell("title", "name"), ids),
        original_title=line.cell("original title") or None,
        year=year,
        ids=ids,
        watched=rating is not None,
        again=rating is not None and kind.is_watchlist,
        kept=bool(kind.tags),
        rating=rating,
        tags=kind.tags,
        note=line.cell("description") or None,
        added=cells.read(lambda: parse_day(line.cell(added), day_first=day_first[added])),
        release=cells.read(lambda: parse_release(line.cell(column), day_first=day_first[column], year=year)),
        rated=rated if rating is not None else None,
        lost=tuple(cells.lost),
    )
