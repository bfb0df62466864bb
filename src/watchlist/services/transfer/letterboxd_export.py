"""Writing Letterboxd's import format: separate files for watched and wanted films.

Letterboxd marks every film in a file as watched, unless the file is imported on the watchlist page.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from watchlist.domain.entry import Entry, Status, Viewing
from watchlist.domain.film import Film
from watchlist.services.transfer.export_request import ExportFile, ExportRequest, ExportResult
from watchlist.services.transfer.markup import as_markup
from watchlist.services.transfer.table import write_escaped_line

LARGEST_IMPORT = 1_000_000
"""Bytes that Letterboxd accepts in one file; its documentation says 1 MB."""

_WHERE = "Import the watchlist file on your watchlist page: Letterboxd's other import page marks every film as watched."

_FILM = ("LetterboxdURI", "tmdbID", "imdbID", "Title", "Year", "Directors")
_VIEWING = ("Rating", "WatchedDate", "Rewatch", "Tags", "Review")
_LONGEST_CODE = 6
"""Letters of the code in a short link; a longer id is the name in a film's address."""


class _Part(NamedTuple):
    suffix: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


def write(request: ExportRequest) -> ExportResult:
    """Write a diary and a watchlist, each in as many files as the size limit requires.

    The diary has a line for each viewing, with its rating and review; for a film without viewings, one without a day.
    """
    seen = [row for entry, film in request.listed if _is_seen(entry) for row in _diary_rows(entry, film)]
    wanted = [_film_cells(entry, film) for entry, film in request.listed if entry.status is Status.WANTED]
    parts = (_Part("-diary", (*_FILM, *_VIEWING), seen), _Part("-watchlist", _FILM, wanted))
    files = tuple(file for part in parts if part.rows for file in _files(part))
    others = sum(entry.status in (Status.DROPPED, Status.KEPT) for entry in request.entries)
    films = "film that is" if others == 1 else "films that are"
    messages = [_WHERE] if wanted else []
    messages += [f"Left out: {others:,} {films} neither wanted nor watched."] if others else []
    return ExportResult(files or (ExportFile(_text(parts[0].header, ()), "-diary"),), messages=tuple(messages))


def _is_seen(entry: Entry) -> bool:
    return entry.status is Status.WATCHED or entry.is_wanted_again


def _files(part: _Part) -> Iterator[ExportFile]:
    start = number = 0
    while start < len(part.rows):
        data, taken = _largest_file(part.header, part.rows[start:])
        number += 1
        yield ExportFile(data, part.suffix if number == 1 else f"{part.suffix}-{number}")
        start += taken


def _largest_file(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[bytes, int]:
    """Write the first rows, halving their number until the file is small enough; return the file and the number."""
    taken = len(rows)
    while len(data := _text(header, rows[:taken])) > LARGEST_IMPORT and taken > 1:
        taken //= 2
    return data, taken


def _text(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    return "".join(map(write_escaped_line, (header, *rows))).encode()


def _film_cells(entry: Entry, film: Film) -> list[str]:
    ids = dict((*film.ids, *entry.ids))
    title, year = film.title, str(film.year or "")
    uri = _address(ids["letterboxd"]) if "letterboxd" in ids else ""
    return [uri, ids.get("tmdb", ""), ids.get("imdb", ""), title, year, ", ".join(film.directors)]


def _address(key: str) -> str:
    is_name = "-" in key or len(key) > _LONGEST_CODE
    return f"https://letterboxd.com/film/{key}/" if is_name else f"https://boxd.it/{key}"


def _diary_rows(entry: Entry, film: Film) -> Iterator[list[str]]:
    cells = _film_cells(entry, film)
    viewings = _viewings(entry)
    for one in viewings:
        rating = one.rating if any(two.rating for two in viewings) else entry.rating
        rewatch = "" if one.rewatch is None else str(one.rewatch).lower()
        day, tags = (one.day.isoformat(), ", ".join(entry.tags)) if one.day else ("", "")
        yield [*cells, _stars(rating), day, rewatch if one.day else "", tags, as_markup(one.review or "")]
    ratings = [one.rating for one in viewings if one.rating]
    if ratings and entry.rating and ratings[-1] != entry.rating:
        yield [*cells, _stars(entry.rating), "", "", "", ""]


def _stars(rating: int | None) -> str:
    return f"{rating / 2:g}" if rating else ""


def _viewings(entry: Entry) -> list[Viewing]:
    """Return the viewings in order: those in the diary, and the other days."""
    said = {one.day for one in entry.diary}
    days = [Viewing(day) for day in entry.viewings if day not in said]
    if not entry.diary:
        days = [one._replace(rewatch=number > 0) for number, one in enumerate(days)]
    undated = [one for one in entry.diary if one.day is None]
    dated = sorted(
        (*(one for one in entry.diary if one.day), *days), key=lambda one: one.day.isoformat() if one.day else ""
    )
    viewings = [*undated, *dated] or [Viewing()]
    if entry.note and not any(one.review for one in viewings):
        viewings[0] = viewings[0]._replace(review=entry.note)
    return viewings
