"""The user's files, read and changed as a unit: what a command changes is one step, under one lock."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from watchlist.domain.change import Change, EntryChange
from watchlist.domain.entry import Entry
from watchlist.domain.errors import ChangedMeanwhile, Refused, WatchlistError
from watchlist.storage.changes import backups
from watchlist.storage.changes.backups import Backup
from watchlist.storage.changes.difference import undo_or_redo
from watchlist.storage.changes.journal import History, Step
from watchlist.storage.changes.lineage import copies_of
from watchlist.storage.changes.missing_list import refuse_gone
from watchlist.storage.changes.readable import refuse_unreadable, refuse_unreadable_text
from watchlist.storage.changes.recovery import file_path, read_settled, text_of
from watchlist.storage.changes.transaction import Committed, Transaction, transaction
from watchlist.storage.files import Saved, read_bytes, real_path
from watchlist.storage.index.index_note import valid_index
from watchlist.storage.index.indexed_entries import index_name
from watchlist.storage.list_file import (
    KEYS,
    QuickList,
    UserList,
    entry_table,
    parse_list,
    read_list,
    refuse_newer,
)
from watchlist.storage.paths import Paths
from watchlist.storage.toml import edit as splice
from watchlist.storage.toml.find import is_plain
from watchlist.storage.toml.plain import parse
from watchlist.storage.toml.read import Document, read_document

_ATTEMPTS = 3
"""How often a change is tried if another program changes the file at the same moment."""


What = str | Callable[[Change], str]
"""The description of a step: a text, or a function that makes one from the change."""


class SavedChange(NamedTuple):
    """A change as it was made, and its outcome."""

    change: Change
    committed: Committed


class Store(NamedTuple):
    """The user's list and own films at their paths."""

    paths: Paths
    may_begin: bool = False
    """True if the user asked for a new list where theirs is missing."""

    def change(self, step: Callable[[UserList], Change], *, what: What, now: datetime) -> SavedChange:
        """Change the list by a pure function, which is called again if the list changes in the meantime.

        `what` describes the step in the journal.

        Raises `InvalidFile` if the list is damaged or from a newer version, `DiskFailed`, `Busy`,
        and whatever `step` raises; in these cases nothing was changed.
        """
        for attempt in range(_ATTEMPTS):
            try:
                with transaction(self.paths, now) as files:
                    return self._change(files, step, what)
            except ChangedMeanwhile:
                if attempt == _ATTEMPTS - 1:
                    raise
        raise AssertionError("unreachable")

    def replace_list(self, text: str, *, read: bytes | None, what: str, now: datetime) -> Committed:
        """Replace the text of the list, if it still holds the bytes that were `read`."""
        with transaction(self.paths, now) as files:
            if files.hold(self.paths.list).read != read:
                raise ChangedMeanwhile(
                    f"{self.paths.list} was changed by another command in the meantime", kept="It was left as it is."
                )
            files.put(self.paths.list, text, whole=True)
            return files.commit(what)

    def backups(self) -> tuple[Backup, ...]:
        """Return the copies of the list, newest first; the newest is left out if it equals the list as it is now."""
        real = real_path(self.paths.list)
        data = read_bytes(real, limit=None)
        copies = copies_of(self.paths.state, real, data)
        is_now = bool(copies) and backups.holds(copies[0].path, data or b"")
        return copies[1:] if is_now else copies

    def entries_of(self, backup: Backup) -> tuple[Entry, ...] | None:
        """Read the entries in a copy; None if it is damaged."""
        return _entries_in(backup.path)

    def entries_now(self) -> tuple[Entry, ...] | None:
        """Read the current entries of the list; None if it is damaged or missing."""
        return _entries_in(self.paths.list)

    def restore(self, backup: Backup, *, what: str, now: datetime) -> Committed:
        """Restore a copy of the list, whatever the list holds now; the step can be undone."""
        data = read_bytes(backup.path)
        if data is None:
            raise Refused(f"{backup.path} no longer exists")
        with transaction(self.paths, now) as files:
            files.put(self.paths.list, text_of(data), whole=True)
            return files.commit(what)

    def history(self) -> History:
        """Return the steps of this list, made and undone."""
        return read_settled(self.paths)

    def undo(self, count: int, *, now: datetime, dry_run: bool = False) -> tuple[tuple[Step, ...], Committed]:
        """Undo the last `count` steps as one change, and return them, newest first.

        A dry run only checks whether that is possible.
        """
        return self._turn(count, now, back=True, dry_run=dry_run)

    def redo(self, count: int, *, now: datetime, dry_run: bool = False) -> tuple[tuple[Step, ...], Committed]:
        """Redo the last `count` steps that were undone, as one change, and return them in the order they were made."""
        return self._turn(count, now, back=False, dry_run=dry_run)

    def _turn(self, count: int, now: datetime, *, back: bool, dry_run: bool) -> tuple[tuple[Step, ...], Committed]:
        verb = "undo" if back else "redo"
        with transaction(self.paths, now) as files:
            history = self.history()
            if files.hold(self.paths.list).read is None and not self.may_begin:
                refuse_gone(self.paths)
            stack = history.done if back else history.undone
            if len(stack) < count:
                raise Refused(f"there is nothing to {verb}" if not stack else f"there are only {len(stack)} to {verb}")
            steps = tuple(reversed(stack[len(stack) - count :]))
            texts: dict[Path, str] = {}
            for step in steps:
                for file in step.files:
                    path = file_path(self.paths, step, file)
                    text = texts.get(path, files.hold(path).text)
                    texts[path] = undo_or_redo(file, text, back=back, name=str(path))
            if dry_run:
                return steps, Committed(Saved.UNCHANGED)
            for path, text in texts.items():
                files.put(path, text, whole=True)
            return steps, files.commit(verb, turned=-count if back else count)

    def _change(self, files: Transaction, step: Callable[[UserList], Change], what: What) -> SavedChange:
        users = self._users(files)
        change = step(users)
        refuse_unreadable(change.entries)
        if change.is_about_own_films:
            from watchlist.storage.changes.own_film_files import put_own_films  # a fifth of what saving loads

            put_own_films(files, change)
        edits = [edit for one in change.entries if (edit := _edit(users, one))]
        if edits:
            edited = self._edited_list(files, users, edits)
            refuse_unreadable_text(self.paths.list, edited)
            files.put(self.paths.list, edited.text, edited.touched, is_rewritten=edited.touched is None)
        return SavedChange(change, files.commit(what if isinstance(what, str) else what(change)))

    def _users(self, files: Transaction) -> UserList:
        """Return the list; if it is unchanged since it was last parsed, it is valid and is not parsed again."""
        held = files.hold(self.paths.list)
        if held.read is None and not self.may_begin:
            refuse_gone(self.paths)
        if held.read and (files.is_proved(held) or self._is_indexed()) and is_plain(held.text, "films"):
            head = parse(held.text.removeprefix("\ufeff").partition("[[films]]")[0])
            refuse_newer(Document(self.paths.list, held.text, head))
            return QuickList(held.text, lambda: parse_list(self.paths.list, held.read))
        document = parse_list(self.paths.list, held.read)
        refuse_newer(document)
        return read_list(document)

    def _is_indexed(self) -> bool:
        """Return whether the list has been parsed for its index as it is now."""
        name = index_name(self.paths.list)
        return valid_index(self.paths.cache, name, [self.paths.list]) is not None

    def _edited_list(self, files: Transaction, users: UserList, edits: list[splice.Edit]) -> splice.Edited:
        held = files.hold(self.paths.list)
        places = users.places(edits) if isinstance(users, QuickList) else None
        edited = splice.apply_quickly(held.text, places, edits) if places is not None else None
        return edited or splice.apply(parse_list(self.paths.list, held.read), edits)


def _entries_in(path: Path) -> tuple[Entry, ...] | None:
    try:
        data = read_bytes(path)
        return None if data is None else read_list(read_document(path, data)).entries
    except WatchlistError:
        return None


def _edit(users: UserList, change: EntryChange) -> splice.Edit | None:
    before, after = entry_table(change.before), entry_table(change.after)
    if not before:
        return splice.Append("films", after, in_lines=True)
    number = users.number(change.entry.id)
    if not after:
        return splice.Remove("films", number)
    changed = _changed_keys(before, after)
    return splice.SetKeys("films", number, changed, KEYS) if changed else None


def _changed_keys(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys whose values differ, None for a removed one; for an inner table, only its differing keys."""
    changed = {}
    for key in {**before, **after}:
        was, now = before.get(key), after.get(key)
        if was != now:
            is_table = isinstance(was, Mapping) or isinstance(now, Mapping)
            changed[key] = _changed_keys(was or {}, now or {}) if is_table else now
    return changed
