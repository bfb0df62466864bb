"""The view of a check of the program's files."""

from collections.abc import Iterator

from watchlist.rendering import wording
from watchlist.rendering.drawing import CONFLICT, GOOD, QUIET, WARNING, Drawing, cell, grid, lines
from watchlist.rendering.safe_text import line
from watchlist.services.upkeep.doctor import Diagnosis, Finding, Level

_MARK = {Level.GOOD: "✓", Level.WARNING: "!", Level.PROBLEM: "✗"}
_STYLE = {Level.GOOD: GOOD, Level.WARNING: WARNING, Level.PROBLEM: CONFLICT}


def as_json(result: Diagnosis) -> object:
    """Return an array of findings."""
    return [
        {"level": str(one.level), "subject": one.subject, "finding": _words(one), "remedy": one.remedy or None}
        for one in result.findings
    ]


def as_lines(result: Diagnosis) -> Iterator[str]:
    """One line per finding: level, subject, finding, remedy."""
    for one in result.findings:
        yield line(str(one.level), one.subject, _words(one), one.remedy)


def as_drawing(result: Diagnosis, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw the findings, each with its remedy."""
    table = grid("mark", "finding")
    for one in result.findings:
        style = _STYLE[one.level]
        words = cell(_words(one), "" if one.level is Level.GOOD else style)
        remedy = cell(one.remedy) if one.remedy else None
        table.add_row(cell(_MARK[one.level], style), lines(words, remedy, cell(one.subject, QUIET)))
    return table


def _words(finding: Finding) -> str:
    amount = finding.amount
    return f"{wording.count(amount.number, amount.noun)} {finding.words}" if amount else finding.words
