"""Markdown: tables of wanted films, the upcoming ones first, and lists of the others."""

from collections.abc import Iterator

from watchlist.services.transfer.export_request import ExportRequest, ExportResult, PageRow
from watchlist.services.transfer.pages import PagePart, page_parts

_SPECIAL = str.maketrans({letter: f"\\{letter}" for letter in "\\`*_[]<>|#"})


def write(request: ExportRequest) -> ExportResult:
    """Write every entry: a table row for a wanted film, a list item for another; near and moved dates are bold."""
    lines = ["# Watchlist", "", f"As of {request.today_words}."]
    for part in page_parts(request):
        lines += ["", f"## {part.name}", "", *_lines(part)]
    return ExportResult.of_text("\n".join(lines) + "\n")


def _lines(part: PagePart) -> Iterator[str]:
    if part.rows:
        yield "| film | date | countdown | where | how sure |"
        yield "|---|---|---|---|---|"
    for row in part.rows:
        yield f"| {' | '.join(_cells(row))} |"
    for line in part.lines:
        yield f"- {_escape(line)}"


def _cells(row: PageRow) -> tuple[str, ...]:
    countdown = f"**{_escape(row.countdown)}**" if row.is_near else _escape(row.countdown)
    moved = f"**{_escape(row.moved)}**" if row.moved else ""
    sureness = "; ".join(part for part in (_escape(row.sureness), moved) if part)
    return _escape(row.title), _escape(row.day), countdown, _escape(row.place), sureness


def _escape(text: str) -> str:
    """Escape what Markdown would read as markup, and remove control characters."""
    return "".join(letter for letter in text.translate(_SPECIAL) if letter.isprintable())
