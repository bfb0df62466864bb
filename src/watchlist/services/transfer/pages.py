"""Dividing the list into the parts of a page; every entry is in one of them."""

from typing import NamedTuple

from watchlist.domain.countdown import State
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.services.transfer.export_request import ExportRequest, PageRow
from watchlist.services.upcoming import Upcoming, UpcomingFilm, by_release, upcoming, upcoming_film


class PagePart(NamedTuple):
    """A part of a page: films with their dates (`rows`), or one line per film (`lines`)."""

    name: str
    rows: tuple[PageRow, ...] = ()
    lines: tuple[str, ...] = ()


def page_parts(request: ExportRequest) -> list[PagePart]:
    """Divide the list: upcoming films first, then those that are out, then the rest; empty parts are left out."""
    words, listed = request.wording, request.listed
    coming = upcoming(
        request.films,
        request.entries,
        today=request.today,
        release_filter=request.release_filter,
        preferences=request.preferences,
    )
    shown = {one.film.id for one in coming.films}
    others = [
        _film(request, entry, film) for entry, film in listed if entry.status is Status.WANTED and film.id not in shown
    ]
    out = [one for one in others if one.state is State.OUT]
    undated = [one for one in others if one.state is not State.OUT]
    parts = [
        PagePart("Upcoming", words.page_rows(coming)),
        PagePart("Already out", words.page_rows(_of(request, out))),
        PagePart("No date known", words.page_rows(_of(request, undated))),
        PagePart("Watched", lines=words.watched_words(listed)),
        PagePart("Kept", lines=words.noted_words(_with(listed, Status.KEPT))),
        PagePart("Dropped", lines=words.noted_words(_with(listed, Status.DROPPED))),
    ]
    return [part for part in parts if part.rows or part.lines]


def _film(request: ExportRequest, entry: Entry, film: Film) -> UpcomingFilm:
    return upcoming_film(
        film,
        entry,
        today=request.today,
        release_filter=request.release_filter,
        preferences=request.preferences,
    )


def _of(request: ExportRequest, films: list[UpcomingFilm]) -> Upcoming:
    return Upcoming(tuple(sorted(films, key=by_release)), request.today, all_films=False)


def _with(listed: tuple[tuple[Entry, Film], ...], status: Status) -> tuple[tuple[Entry, Film], ...]:
    return tuple((entry, film) for entry, film in listed if entry.status is status)
