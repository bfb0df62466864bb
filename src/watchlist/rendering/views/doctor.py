"""The view of how the program's files stand."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from watchlist.rendering import wording
from watchlist.rendering.view import line
from watchlist.services.upkeep.doctor import Diagnosis, Finding, Level

if TYPE_CHECKING:
    from rich.console import RenderableType

_MARK = {Level.GOOD: "✓", Level.WARNING: "!", Level.PROBLEM: "✗"}


def as_json(result: Diagnosis) -> Any:
    """Give an array of findings."""
    return [
        {"level": str(one.level), "subject": one.subject, "finding": _words(one), "remedy": one.remedy or None}
        for one in result.findings
    ]


def as_lines(result: Diagnosis) -> Iterator[str]:
    """Give a line a finding."""
    for one in result.findings:
        yield line(str(one.level), one.subject, _words(one), one.remedy)


def as_drawing(result: Diagnosis, *, width: int) -> "RenderableType":  # noqa: ARG001
    """Draw the findings, each with its remedy."""
    from watchlist.rendering.drawing import CONFLICT, QUIET, WARNING, cell, grid, lines

    style = {Level.GOOD: "green", Level.WARNING: WARNING, Level.PROBLEM: CONFLICT}
    table = grid("mark", "finding")
    for one in result.findings:
        remedy = cell(one.remedy) if one.remedy else None
        table.add_row(
            cell(_MARK[one.level], style[one.level]),
            lines(
                cell(_words(one), "" if one.level is Level.GOOD else style[one.level]), remedy, cell(one.subject, QUIET)
            ),
        )
    return table


def _words(finding: Finding) -> str:
    amount = finding.amount
    return f"{wording.count(amount.number, amount.noun)} {finding.words}" if amount else finding.words
