"""The view of what an import would do, or did."""

from collections.abc import Iterator

from watchlist.rendering import wording
from watchlist.rendering.drawing import CONFLICT, GOOD, QUIET, WARNING, Drawing, cell, grid, section, stack
from watchlist.rendering.view import line
from watchlist.services.transfer.plan import ImportPlan, Missing, Unclear
from watchlist.services.transfer.row import BadRow

_SHOWN = 20
"""Rows of each kind on a terminal; a pipe and `--json` get all."""


def as_json(result: ImportPlan) -> object:
    """Return ids of what is added and changed, what is unclear, cannot be read or is missing now, and the counts."""
    return {
        "formats": list(result.formats),
        "added": [{"id": entry.id, "title": entry.title, "status": str(entry.status)} for entry in result.added],
        "changed": [{"id": entry.id, "title": entry.title} for entry in result.changed],
        "unchanged": result.unchanged,
        "unclear": [
            {"file": one.row.file, "line": one.row.line, "title": one.row.title, "candidates": list(one.candidates)}
            for one in result.unclear
        ],
        "bad": [{"file": bad.file, "line": bad.line, "words": bad.words} for bad in result.bad],
        "missing": [
            {"list": one.list, "films": [{"id": entry.id, "title": entry.title} for entry in one.entries]}
            for one in result.missing
        ],
        "no_films": result.no_films,
        "left_out": result.left_out,
    }


def as_lines(result: ImportPlan) -> Iterator[str]:
    """One line per film that is new or changes, one per row that is left out, then one with the counts."""
    for entry in result.added:
        yield line("new", entry.title, str(entry.status), entry.id)
    for entry in result.changed:
        yield line("changed", entry.title, str(entry.status), entry.id)
    for unclear in result.unclear:
        yield line("unclear", *unclear_fields(unclear))
    for bad in result.bad:
        yield line("unreadable", *bad_fields(bad))
    for one in result.missing:
        yield from (line("missing", entry.title, one.list, entry.id) for entry in one.entries)
    yield line(summary(result))
    yield from (line(words) for words in missing_words(result))


def as_drawing(result: ImportPlan, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw a table of each kind, and the counts."""
    parts: list[Drawing] = []
    for title, rows, style in (
        ("New", [(entry.title, str(entry.status)) for entry in result.added], GOOD),
        ("Changed", [(entry.title, str(entry.status)) for entry in result.changed], "cyan"),
        ("Unclear", [unclear_fields(one) for one in result.unclear], WARNING),
        ("Unreadable", [bad_fields(bad) for bad in result.bad], CONFLICT),
    ):
        if rows:
            table = grid("what", "how", "more")
            for row in rows[:_SHOWN]:
                table.add_row(*(cell(field, style if place == 0 else QUIET) for place, field in enumerate(row)))
            more = [cell(f"and {len(rows) - _SHOWN:,} more", QUIET)] if len(rows) > _SHOWN else []
            parts += [section(f"{title} ({len(rows):,})", table, *more), ""]
    return stack(*parts, cell(summary(result)), *map(cell, missing_words(result)))


def missing_words(result: ImportPlan) -> Iterator[str]:
    """Say how many films each list elsewhere has no more, and what became of them here."""
    for one in result.missing:
        number = len(one.entries)
        verb = "is" if number == 1 else "are"
        yield f"{wording.count(number, 'film')} {verb} no longer on your {one.list}{_and_here(one, result)}."


def _and_here(missing: Missing, result: ImportPlan) -> str:
    them = "it" if len(missing.entries) == 1 else "them"
    if result.drops_missing:
        return f", and you wait for {them} no more"
    return f"; to wait for {them} no more: watchlist import --drop-missing with the same file"


def unclear_fields(unclear: Unclear) -> tuple[str, str, str]:
    """Word a row that could be several films: its title, its place, the films."""
    return unclear.row.title, f"{unclear.row.file}:{unclear.row.line}", f"could be {', '.join(unclear.candidates)}"


def bad_fields(bad: BadRow) -> tuple[str, str]:
    """Word a row that cannot be read: its place, the reason."""
    return f"{bad.file}:{bad.line}", bad.words


def summary(result: ImportPlan) -> str:
    """Count what an import does, in one sentence."""
    parts = [
        f"{len(result.added):,} new",
        f"{len(result.changed):,} changed",
        f"{result.unchanged:,} unchanged",
    ]
    for number, words in (
        (len(result.unclear), "unclear"),
        (len(result.bad), "unreadable"),
        (result.no_films, "series and episodes left out"),
        (result.left_out, "deleted or orphaned rows left out"),
    ):
        if number:
            parts.append(f"{number:,} {words}")
    films = len(result.added) + len(result.changed) + result.unchanged
    return f"{' and '.join(result.formats)}: {wording.count(films, 'film')}; {', '.join(parts)}."
