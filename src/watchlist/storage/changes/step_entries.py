"""The entries that a step of the journal changed, read from the blocks that it recorded."""

from watchlist.domain.change import EntryChange
from watchlist.domain.entry import Entry
from watchlist.storage.changes.difference import FileChange
from watchlist.storage.changes.journal import Step
from watchlist.storage.list_file import ENTRY
from watchlist.storage.toml.plain import parse
from watchlist.storage.toml.schema import Report


def entry_changes(step: Step) -> tuple[EntryChange, ...] | None:
    """Return each changed entry before and after a step; None if the step replaced the whole list."""
    files = [file for file in step.files if file.path in ("list", step.list)]
    if any(file.whole for file in files):
        return None
    return tuple(change for file in files for change in _changes(file))


def _changes(file: FileChange) -> list[EntryChange]:
    sides = ((_entry(block.before), _entry(block.after)) for block in file.blocks if block.header == "films")
    return [EntryChange(before, after) for before, after in sides if before or after]


def _entry(block: str | None) -> Entry | None:
    """Read an entry from its block; None if there is no block, or it cannot be read."""
    if block is None:
        return None
    try:
        (table,) = parse(block)["films"]
    except (ValueError, KeyError):
        return None
    entry: Entry | None = ENTRY.read(table, ("films", 0), Report())
    return entry
