"""The view of what an import would do, or did."""

from collections.abc import Iterator

from watchlist.rendering import wording
from watchlist.rendering.drawing import CONFLICT, GOOD, QUIET, WARNING, Drawing, cell, grid, section, stack
from watchlist.rendering.safe_text import line
from watchlist.services.transfer.import_plan import ImportPlan, Missing, Unclear
from watchlist.services.transfer.row import BadRow
from watchlist.services.transfer.skipped_rows import SkippedRows

_SHOWN = 20
"""Rows of each kind on a terminal; a pipe and `--json` get all."""


def as_json(result: ImportPlan) -> object:
    """Return the films added and changed, what was left out or is now missing, how files were read, and counts."""
    return {
        "formats": list(result.formats),
        "added": [{"id": entry.id, "title": entry.title, "status": str(entry.status)} for entry in result.added],
        "changed": [{"id": entry.id, "title": entry.title} for entry in result.changed],
        "unchanged": result.unchanged,
        "unclear": [
            {"file": one.row.file, "line": one.row.line, "title": one.row.title, "candidates": list(one.candidates)}
            for one in result.unclear
        ],
        "bad": [bad._asdict() for bad in result.bad],
        "lost": [lost._asdict() for lost in result.lost],
        "read": [{"file": one.name, "words": one.remark} for one in result.lists if one.remark],
        "rest": [one._asdict() for one in result.skipped],
        "older": [{"list": old.list, "day": old.day.isoformat(), "last": old.last.isoformat()} for old in result.older],
        "missing": [
            {"list": one.list, "films": [{"id": entry.id, "title": entry.title} for entry in one.entries]}
            for one in result.missing
        ],
        "no_films": result.other_items,
        "left_out": result.left_out,
    }


def as_lines(result: ImportPlan) -> Iterator[str]:
    """One line per film added or changed, one per thing left out, the rows to fix as they are, then the counts."""
    for entry in result.added:
        yield line("new", entry.title, wording.status_words(entry), entry.id)
    for entry in result.changed:
        yield line("changed", entry.title, wording.status_words(entry), entry.id)
    for name, fields in (*_left_out(result), *_read(result)):
        yield line(name, *fields)
    for one in result.missing:
        yield from (line("missing", entry.title, one.list, entry.id) for entry in one.entries)
    for skipped in result.skipped:
        yield line(_mend_words(skipped))
        yield from map(line, skipped.text.splitlines())
    yield line(summary(result))
    yield from (line(words) for words in missing_words(result))


def as_drawing(result: ImportPlan, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw a table of each kind, and the counts."""
    parts: list[Drawing] = []
    left_out = _left_out(result)
    for title, rows, style in (
        ("New", [(entry.title, wording.status_words(entry)) for entry in result.added], GOOD),
        ("Changed", [(entry.title, wording.status_words(entry)) for entry in result.changed], "cyan"),
        ("Unclear", [fields for name, fields in left_out if name == "unclear"], WARNING),
        ("Unreadable", [fields for name, fields in left_out if name == "unreadable"], CONFLICT),
        ("Values left out", [fields for name, fields in left_out if name == "lost"], WARNING),
        ("Files", [fields for _, fields in _read(result)], QUIET),
    ):
        if rows:
            table = grid("what", "how", "more")
            for row in rows[:_SHOWN]:
                table.add_row(*(cell(field, style if place == 0 else QUIET) for place, field in enumerate(row)))
            more = [cell(f"and {len(rows) - _SHOWN:,} more", QUIET)] if len(rows) > _SHOWN else []
            parts += [section(f"{title} ({len(rows):,})", table, *more), ""]
    for skipped in result.skipped:
        parts += [section(_mend_words(skipped), *map(cell, skipped.text.splitlines())), ""]
    return stack(*parts, cell(summary(result)), *map(cell, missing_words(result)))


def missing_words(result: ImportPlan) -> Iterator[str]:
    """Say how many films are no longer on each list elsewhere, and what that means here.

    Of an export that is older than the last one, say that it cannot tell.
    """
    for old in result.older:
        day, last = wording.day_words(old.day), wording.day_words(old.last)
        yield f"This {old.list} of {day} is older than the one imported before, of {last}: no film is taken as missing."
    for one in result.missing:
        number = len(one.entries)
        verb = "is" if number == 1 else "are"
        yield f"{wording.count(number, 'film')} {verb} no longer on your {one.list}{_and_here(one, result)}."


def _and_here(missing: Missing, result: ImportPlan) -> str:
    them = "it" if len(missing.entries) == 1 else "them"
    if result.drops_missing:
        return f", and you no longer wait for {them}"
    return f"; to stop waiting for {them}: watchlist import --drop-missing with the same file"


def _left_out(result: ImportPlan) -> list[tuple[str, tuple[str, ...]]]:
    """Name every row and every value that was left out."""
    return [
        *(("unclear", unclear_fields(one)) for one in result.unclear),
        *(("unreadable", bad_fields(bad)) for bad in result.bad),
        *(("lost", (_place(lost.file, lost.line), lost.words)) for lost in result.lost),
    ]


def _read(result: ImportPlan) -> list[tuple[str, tuple[str, ...]]]:
    """Say how files were read, if their format alone does not tell."""
    return [("file", (one.name, one.remark)) for one in result.lists if one.remark]


def _mend_words(skipped: SkippedRows) -> str:
    return f"Left out of {skipped.file}; fix and import these lines:"


def unclear_fields(unclear: Unclear) -> tuple[str, ...]:
    """Word a row that could be several films: its title, its place, the films."""
    return unclear.row.title, _place(unclear.row.file, unclear.row.line), f"could be {', '.join(unclear.candidates)}"


def bad_fields(bad: BadRow) -> tuple[str, ...]:
    """Word a row that cannot be read: its place, the reason."""
    return _place(bad.file, bad.line), bad.words


def _place(file: str, number: int) -> str:
    return f"{file}:{number}" if number else file


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
        (len(result.lost), f"{'value' if len(result.lost) == 1 else 'values'} left out"),
        (result.other_items, "series and episodes left out"),
        (result.left_out, "deleted or orphaned rows left out"),
    ):
        if number:
            parts.append(f"{number:,} {words}")
    films = len(result.added) + len(result.changed) + result.unchanged
    formats = f"{' and '.join(result.formats)}: " if result.formats else ""
    return f"{formats}{wording.count(films, 'film')}; {', '.join(parts)}."
