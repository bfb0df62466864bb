"""Markdown: a table of upcoming films, and a list of watched ones."""

from watchlist.services.transfer.export_request import ExportRequest, ExportResult
from watchlist.services.upcoming import upcoming

_SPECIAL = str.maketrans({letter: f"\\{letter}" for letter in "\\`*_[]<>|#"})


def write(request: ExportRequest) -> ExportResult:
    """Write a table with one row per upcoming film, and a list of what was watched."""
    coming = upcoming(request.films, request.entries, today=request.today, release_filter=request.release_filter)
    lines = ["# Watchlist", "", f"As of {request.today_words}.", "", "## To come", ""]
    lines += ["| film | date | countdown | where | how sure |", "|---|---|---|---|---|"]
    for row in request.wording.page_rows(coming):
        cells = (row.title, row.day, row.countdown, row.place, row.sureness)
        lines.append(f"| {' | '.join(map(_escape, cells))} |")
    watched = request.wording.watched_words(request.listed)
    if watched:
        lines += ["", "## Watched", "", *(f"- {_escape(one)}" for one in watched)]
    return ExportResult.of_text("\n".join(lines) + "\n")


def _escape(text: str) -> str:
    """Put a backslash before what Markdown would read as markup, and leave out control characters."""
    return "".join(letter for letter in text.translate(_SPECIAL) if letter.isprintable())
