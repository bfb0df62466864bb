"""The view of the health of the program's files."""

from collections.abc import Iterator

from watchlist.rendering.drawing import CONFLICT, GOOD, QUIET, WARNING, Drawing, cell, grid, lines
from watchlist.rendering.view import line
from watchlist.services.upkeep.health import Examination, Level

_MARK = {Level.GOOD: "✓", Level.WARNING: "!", Level.PROBLEM: "✗"}
_STYLE = {Level.GOOD: GOOD, Level.WARNING: WARNING, Level.PROBLEM: CONFLICT}


def as_json(result: Examination) -> object:
    """Return an array of findings."""
    return [
        {"level": str(one.level), "subject": one.subject, "finding": one.words, "remedy": one.remedy or None}
        for one in result.findings
    ]


def as_lines(result: Examination) -> Iterator[str]:
    """One line per finding: level, subject, finding, remedy."""
    for one in result.findings:
        yield line(str(one.level), one.subject, one.words, one.remedy)


def as_drawing(result: Examination, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw the findings, each with its remedy."""
    table = grid("mark", "finding")
    for one in result.findings:
        style = _STYLE[one.level]
        words = cell(one.words, "" if one.level is Level.GOOD else style)
        remedy = cell(one.remedy) if one.remedy else None
        table.add_row(cell(_MARK[one.level], style), lines(words, remedy, cell(one.subject, QUIET)))
    return table
