"""The view of a check of a film file."""

from collections.abc import Iterator

from watchlist.rendering import wording
from watchlist.rendering.drawing import CONFLICT, GOOD, QUIET, WARNING, Drawing, cell, lines, stack
from watchlist.rendering.safe_text import line
from watchlist.services.upkeep.check import Checked, Remark


def as_json(result: Checked) -> object:
    """Return the counts, and the faults and warnings with line and column."""
    return {
        "file": result.path,
        "films": result.films,
        "claims": result.claims,
        "sources": result.sources,
        "faults": [remark._asdict() for remark in result.faults],
        "warnings": [remark._asdict() for remark in result.warnings],
    }


def as_lines(result: Checked) -> Iterator[str]:
    """One line per fault or warning, in the form that compilers use, then one with the counts."""
    for remark in result.faults:
        yield line(f"{_place(result, remark)}: {remark.words}")
    for remark in result.warnings:
        yield line(f"{_place(result, remark)}: warning: {remark.words}")
    yield line(summary(result))


def as_drawing(result: Checked, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw the faults, the warnings, and the counts."""
    faults = [lines(cell(remark.words, CONFLICT), cell(_place(result, remark), QUIET)) for remark in result.faults]
    warnings = [lines(cell(remark.words, WARNING), cell(_place(result, remark), QUIET)) for remark in result.warnings]
    return stack(*faults, *warnings, cell(summary(result), "" if result.faults else GOOD))


def summary(result: Checked) -> str:
    """Count what was checked and what was found."""
    counted = f"{wording.count(result.films, 'film')}, {wording.count(result.claims, 'claim')}, "
    found = [wording.count(len(result.faults), "fault")] if result.faults else []
    found += [wording.count(len(result.warnings), "warning")] if result.warnings else []
    return f"{counted}{wording.count(result.sources, 'source')}: {' and '.join(found) or 'no problems'}"


def _place(result: Checked, remark: Remark) -> str:
    return f"{result.path}:{remark.line}:{remark.column}"
