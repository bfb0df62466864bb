"""Checking a change before it is written, by the schema with which the next command will read it.

Values reach the user's files from the command line and from other programs' files. A value
that could not be read again would lock the user out, so the change is refused.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from watchlist.domain.change import EntryChange
from watchlist.domain.claim import Source
from watchlist.domain.errors import BadValue
from watchlist.storage.files import LARGEST_FILE
from watchlist.storage.list_file import ENTRY, entry_table
from watchlist.storage.toml.edit import Edited
from watchlist.storage.toml.read import read_document, refuse_bombs
from watchlist.storage.toml.schema import Report, TableOf

_SHOWN = 60


def refuse_unreadable(entries: Iterable[EntryChange]) -> None:
    """Raise `BadValue` for the first value of a change that could not be read back from the list."""
    for one in entries:
        if one.after is not None and one.after != one.before:
            refuse(ENTRY, entry_table(one.after), one.after.title)


def refuse_unreadable_text(path: Path, edited: Edited) -> None:
    """Raise `BadValue` for a text that could not be read back as a whole, even if each of its values could.

    Pieces that were edited in place have already been parsed; a rewritten file is parsed here.
    """
    data = edited.text.encode()
    if len(data) > LARGEST_FILE:
        raise BadValue(f"{path} would be larger than {LARGEST_FILE // 1024 // 1024} MiB")
    if edited.touched is None:
        read_document(path, data)
    for touched in edited.touched or ():
        refuse_bombs(path, touched.after)


def refuse(
    kind: TableOf[Any], table: Mapping[str, Any], name: object, sources: Mapping[str, Source] | None = None
) -> None:
    """Read a table as the next command will; raise `BadValue` for the first fault, with the `name` of its subject."""
    report = Report(sources)
    report.inherited["seen"] = None
    kind.read(table, (), report)
    faults = [problem.message for problem in report.problems]
    faults += [f"{key}: is not valid UTF-8" for key, value in table.items() if not _is_text(value)]
    if faults:
        raise BadValue(f'"{str(name)[:_SHOWN]}": {faults[0]}')


def _is_text(value: Any) -> bool:
    """Return whether all text in a value can be written as UTF-8, which lone surrogates cannot."""
    if isinstance(value, Mapping):
        return all(map(_is_text, value.values()))
    if isinstance(value, list):
        return all(map(_is_text, value))
    try:
        if isinstance(value, str):
            value.encode()
    except UnicodeEncodeError:
        return False
    return True
