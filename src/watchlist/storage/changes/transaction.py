"""A change of one or more files, by the protocol in `journal`: all of them change, or none."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from watchlist.domain.errors import WatchlistError
from watchlist.storage.changes import backups, journal
from watchlist.storage.changes.difference import FileChange, difference
from watchlist.storage.changes.journal import History, Step
from watchlist.storage.changes.journal_file import journal_path, last_ended
from watchlist.storage.changes.lineage import adopt, find_lineage
from watchlist.storage.changes.recovery import file_name, text_of, unmade
from watchlist.storage.checksum import checksum
from watchlist.storage.files import (
    Saved,
    count_names,
    discard,
    disk_failed,
    install,
    locked,
    put_back,
    read_bytes,
    real_path,
    save,
    signals_held,
    stage,
)
from watchlist.storage.paths import Paths
from watchlist.storage.toml.edit import Touched


class Held(NamedTuple):
    """A file whose lock is held: its path, the path that its links lead to, and its bytes (None if it is missing)."""

    path: Path
    real: Path
    read: bytes | None
    names: int
    """How many names (hard links) the file has."""

    @property
    def text(self) -> str:
        """The text of the file; bytes that are not UTF-8 are kept as surrogates."""
        return text_of(self.read)


class _New(NamedTuple):
    """The new text of a file; which pieces changed, if known; whether it is replaced as a whole."""

    text: str
    touched: tuple[Touched, ...] | None = None
    whole: bool = False
    is_rewritten: bool = False
    """It could not be changed in place, so that its comments are lost."""


class Committed(NamedTuple):
    """The outcome of a change, and warnings for the user."""

    outcome: Saved
    warnings: tuple[str, ...] = ()


class Transaction:
    """Locked files, to be changed as one step. The list's lock is always taken first, which rules out deadlocks."""

    def __init__(self, paths: Paths, now: datetime, locks: ExitStack) -> None:
        self.paths = paths
        self.now = now
        self._locks = locks
        self._held: dict[Path, Held] = {}
        self._new: dict[Path, _New] = {}

    @property
    def _journal(self) -> Path:
        """The journal of the list."""
        return journal_path(self.paths.state, self.hold(self.paths.list).real)

    def hold(self, path: Path) -> Held:
        """Lock and read a file, unless it is held already."""
        if path not in self._held:
            real = self._locks.enter_context(locked(path))
            self._held[path] = Held(path, real, read_bytes(real, limit=None), count_names(real))
        return self._held[path]

    def put(
        self,
        path: Path,
        text: str,
        touched: tuple[Touched, ...] | None = None,
        *,
        whole: bool = False,
        is_rewritten: bool = False,
    ) -> None:
        """Set the new text of a file, and which pieces of it changed, if known.

        A `whole` text, or one that had to be rewritten (`is_rewritten`), can only be undone as a whole.
        """
        self.hold(path)
        self._new[path] = _New(text, touched, whole or is_rewritten, is_rewritten)

    def is_proved(self, held: Held) -> bool:
        """Return whether a file is unchanged since the last step, which edited it in place: then it is valid."""
        digest = journal.proved_digest(self._journal, file_name(self.paths, held.path))
        return digest is not None and digest == checksum(held.read or b"")

    def adopt(self) -> None:
        """If the list was moved, copy its history to its new path."""
        held = self.hold(self.paths.list)
        try:
            lineage = find_lineage(self.paths.state, held.real, held.read)
            if lineage:
                adopt(lineage, self.paths.state, held.real)
        except OSError as error:
            raise disk_failed("write", self._journal, error) from None

    def settle(self) -> None:
        """Finish or drop a step that a killed process left open."""
        if last_ended(self._journal) is not None:
            return
        history = self._read_journal()
        rest = unmade(self.paths, history.open, lambda path: self.hold(path).text) if history.open else {}
        for path, text in (rest or {}).items():
            held = self.hold(path)
            data = text.encode(errors="surrogateescape")
            save(held.real, data, read=held.read)
            self._held[path] = held._replace(read=data)
        journal.end(self._journal, history.last, made=rest is not None)

    def commit(self, what: str, *, turned: int = 0) -> Committed:
        """Save what was put, as a step described by `what`, or as the undo or redo of `turned` steps.

        If a copy or the step cannot be written, or a file cannot be saved, nothing is changed:
        files that were already saved are restored.
        """
        changed = [self._held[path] for path, new in self._new.items() if new.text != self._held[path].text]
        if not changed and not turned:
            return Committed(Saved.UNCHANGED)
        with signals_held():
            self._keep_old(changed)
            step = self._begin(changed, what, turned)
            outcomes = self._save(changed, step)
            journal.end(self._journal, step.number, made=True)
            warnings = tuple(self._keep_new(changed))
            with suppress(OSError):
                journal.trim(self._journal)
        outcome = Saved.UNCONFIRMED if Saved.UNCONFIRMED in outcomes else Saved.SAVED
        return Committed(outcome, (*warnings, *_other_names(changed), *self._lost_comments(changed)))

    def _keep_old(self, changed: list[Held]) -> None:
        for held in changed:
            folder = backups.folder_for(self.paths.state, held.real)
            try:
                backups.keep(folder, held.read or b"", self.now, surely=True)
            except OSError as error:
                raise disk_failed("keep a copy in", folder, error) from None

    def _begin(self, changed: list[Held], what: str, turned: int) -> Step:
        files = tuple(self._difference(held, turned=bool(turned)) for held in changed)
        try:
            journal.take_over(self._journal, self.paths.state / "journal.jsonl", str(self.paths.list))
            number = (last_ended(self._journal) or 0) + 1
            step = Step(self.now.isoformat(), what, str(self.hold(self.paths.list).real), files, number, turned)
            journal.begin(self._journal, step)
        except OSError as error:
            raise disk_failed("write", self._journal, error) from None
        return step

    def _difference(self, held: Held, *, turned: bool) -> FileChange:
        new = self._new[held.path]
        name = file_name(self.paths, held.path)
        return difference(name, held.text, new.text, new.touched, whole=new.whole or turned)

    def _save(self, changed: list[Held], step: Step) -> list[Saved]:
        """Replace the files, the list last; if one fails, restore those before it."""
        outcomes: list[Saved] = []
        in_order = sorted(changed, key=lambda held: held.path == self.paths.list)
        staged: list[Path] = []
        try:
            staged.extend(stage(held.real, self._bytes(held)) for held in in_order)
            for held, temporary in zip(in_order, staged, strict=True):
                outcomes.append(install(held.real, temporary, read=held.read))
        except WatchlistError as error:
            for temporary in staged:
                discard(temporary)
            self._put_back(in_order[: len(outcomes)], step, error)
            raise
        return outcomes

    def _put_back(self, saved: list[Held], step: Step, error: WatchlistError) -> None:
        try:
            for held in saved:
                put_back(held.real, held.read, saved=self._bytes(held))
        except WatchlistError:
            error.kept = "Only part of the change was saved; the next command will finish it."
        else:
            journal.end(self._journal, step.number, made=False)

    def _keep_new(self, changed: list[Held]) -> Iterator[str]:
        for held in changed:
            folder = backups.folder_for(self.paths.state, held.real)
            try:
                backups.keep(folder, self._bytes(held), self.now, surely=False)  # the file itself is on disk by now
            except OSError as error:
                yield f"Saved, but no copy of it could be kept in {folder}: {(error.strerror or str(error)).lower()}"

    def _lost_comments(self, changed: list[Held]) -> Iterator[str]:
        for held in changed:
            if self._new[held.path].is_rewritten:
                yield (
                    f"{held.path} could not be changed in place because of its layout: it was rewritten, "
                    "and its comments were lost. To get the old file back: watchlist restore"
                )

    def _bytes(self, held: Held) -> bytes:
        return self._new[held.path].text.encode(errors="surrogateescape")

    def _read_journal(self) -> History:
        try:
            return journal.read_history(self._journal, self.paths.state / "journal.jsonl", str(self.paths.list))
        except OSError as error:
            raise disk_failed("read", self._journal, error) from None


@contextmanager
def transaction(paths: Paths, now: datetime) -> Iterator[Transaction]:
    """Hold the list's lock, and those of other files as needed, until the change is made.

    A step left open by a killed process is settled first.
    """
    with ExitStack() as locks:
        change = Transaction(paths, now, locks)
        change.hold(paths.list)
        change.adopt()
        change.settle()
        yield change


def finish_half_made(paths: Paths, now: datetime) -> None:
    """Before anything is read, finish a step that was made in only some of its files, if that is possible."""
    with suppress(WatchlistError, OSError):
        file = journal_path(paths.state, real_path(paths.list))
        step = journal.read_history(file, paths.state / "journal.jsonl", str(paths.list)).open
        if step and unmade(paths, step, lambda path: text_of(read_bytes(path, limit=None))):
            with transaction(paths, now):
                pass


def _other_names(changed: list[Held]) -> Iterator[str]:
    for held in changed:
        if held.names > 1:
            yield f"{held.path} had other names (hard links): they keep the old text."
